"""Lodgement: a message comes in, is read, checked and answered."""
