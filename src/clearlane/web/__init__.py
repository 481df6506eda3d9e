"""Web: the office in pages, for officers and traders."""
