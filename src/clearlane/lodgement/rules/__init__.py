"""The rules a declaration is checked against, whatever the country: structure, formats, sums and references.

Each rule has a code, a severity, its words, and an example that passes beside one that fails.
``register`` lists them all, ``page`` writes the reference page; a country's own rules come with its profile.
"""
