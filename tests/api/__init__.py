"""The HTTP door, as callers meet it."""
