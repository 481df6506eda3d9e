"""Goods on the move: dialects of devices, corridors, alerts."""
