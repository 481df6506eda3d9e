"""Lodgement: a message is read, checked and written."""
