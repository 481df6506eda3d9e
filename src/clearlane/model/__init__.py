"""The nouns: what an officer can point at. No verbs, no input or output, no clock."""
