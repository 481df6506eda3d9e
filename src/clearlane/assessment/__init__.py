"""Assessment: the value is built up and the duty worked out, each amount with its legal reference."""
