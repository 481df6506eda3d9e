"""Store: facts at rest, in SQLite or PostgreSQL, each meeting the same contract (``clearlane.office.ports``).

A store answers questions (``reading``) and opens a work, which is one transaction (``writing``); both are the same SQL for all, and
``sqlite`` and ``postgres`` say the rest in their database's words. ``rows`` lays nouns into columns, ``tallying`` keeps the counts,
``pool`` lends connections, ``migrations`` makes and changes the tables. The log's order is fixed inside the work: one writer at a time.
"""
