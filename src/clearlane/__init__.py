"""Clearlane: open smart-customs software, from a declaration's message to its lane and release.

Four words tell where things are. Nouns are in ``model``; verbs in the stages ``lodgement``, ``assessment``, ``risk`` and ``clearance``,
which know the nouns only; wires in ``office``, which puts the stages in order and writes facts; plugs in ``store`` and ``signature``.
People and programs come by the doors ``api``, ``web`` and ``cli``. ``simulator`` is an imaginary country's trade. The law of
each country is a profile, a distribution of its own.

>>> from clearlane.office import Office
>>> with Office.open(profile="xa") as office:
...     office.lodge(office.profile.examples["import"]).case.state
'released'
"""
