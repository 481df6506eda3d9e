"""What the record shows of the work itself, for those who lead it: computed from facts, never entered by hand."""
