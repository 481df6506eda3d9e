"""Assessment: the customs value and every duty, tax and fee, with its law."""
