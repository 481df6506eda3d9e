"""Questions to many declarations at once."""
