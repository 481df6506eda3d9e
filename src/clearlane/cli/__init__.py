"""CLI: the office on the command line."""
