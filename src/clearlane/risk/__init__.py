"""Risk: which declarations to look at, and why. For officers only.

``language`` reads the profiles analysts write and holds them against one goods item or millions; ``history`` says what was known at the
time; ``selection`` fills what officers can do; ``draw`` draws so that anyone can check it; ``estimate`` says how much is not in order.
"""
