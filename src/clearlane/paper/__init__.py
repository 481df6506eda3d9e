"""Paper: sheets set as PDF. The one place that knows the typesetter; it needs the extra ``paper``."""
