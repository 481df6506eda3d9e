"""The nouns: what an officer can point at. No verbs, no input or output, no clock; nothing else of ours is known here.

A message holds a ``Declaration``, a tree of classes of the WCO Data Model with every value as it was written
(``declaration``, ``shipment``, ``commodity``, ``parties``, ``transport``, ``documents``; ``group`` and ``values`` are what they are
made of, ``structure`` and ``pointing`` tell where things stand). What is remarked on it is a ``Finding``, what happens to it a ``Fact``,
and its facts add up to a ``Case``. The law of a country is a ``Profile`` (``dated`` codes and rates, ``money``, ``rule``).
Whoever lodges is answered with a ``Receipt``, told of the course by a ``Notice`` (``response`` is its WCO form), or refused by a
``Refusal``.
"""
