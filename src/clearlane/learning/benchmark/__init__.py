"""The open benchmark of risk work: rank the declarations of an invented country within a budget, under a fixed protocol.

``table`` reads a season, ``inputs`` says what was known of each declaration before its week, ``findings`` what inspections had found by
then, ``rules`` what an experienced officer would look at, ``ranker`` learns. ``full`` and ``selective`` are the two protocols,
``measures`` how all are measured, beside what any method must beat; ``company`` raises the alarm, and ``recovery`` says how soon a new
scheme was found. ``worlds`` invents countries; ``korea`` is a benchmark of its own.
"""
