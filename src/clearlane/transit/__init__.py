"""Goods on the move under customs control: readings of seals and trackers, corridors, alerts.

Everything here is a pure function of values: readings and moments come in, states and alerts go out.
"""
