"""Learning: from what officers found, how likely a goods item is wrong, what is then at stake, and why. For officers only.

``table`` holds rows and what was found of them, ``train`` makes a model, ``model_file`` keeps it as bytes, ``scoring`` scores one row or
many, ``evaluate`` and ``card`` say how well it does and on whom it falls, ``reasons`` says why in words, ``drift`` watches it.
What nobody looked at has no label and is never taken for clean. Randomness is a seed, an argument. The libraries are loaded when used.
"""
