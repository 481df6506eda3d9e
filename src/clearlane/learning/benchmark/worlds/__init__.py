"""Invented countries for risk work: what is planted in them is known, so that a method can be measured. ``plan`` says what one is like.

They are drawn by NumPy's generator: the same seed, plan and version of NumPy give the same file on machines of one kind. They are no part
of the simulator of messages, which computes without floating point.
"""
