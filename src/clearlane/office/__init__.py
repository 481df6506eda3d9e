"""The office: the one façade that puts the stages in order and writes down what happened.

``Office`` is what every door speaks to. A message goes through ``intake`` (read, verify, check) and the pure ``passage`` (assess, select,
release) before any store is asked; ``taking`` then recognises, numbers and records it, ``requests`` answers what is about
an earlier declaration, and ``committer`` lets many share a commit. ``access`` says who may do and see what, ``explanation`` what is
told and what not. ``ports`` is what a store must do, ``wiring`` chooses it and the profile, ``settings`` says how; ``rebuild`` makes
everything derived anew from the log.

``tariff_desk`` is the tariff officer's: ``tariff_acts`` and ``tariff_rollback`` write facts, ``tariff_timeline`` folds them into what holds
when, ``tariff_keeping`` reads tariffs back, ``tariff_simulation`` tries one on what ``tariff_replay`` finds recorded.
``bulk_assessment`` assesses files of lines: ``bulk_reading`` makes columns of cells, ``bulk_columns`` cells of what is owed.
"""

from __future__ import annotations

from clearlane.office.office import Office

__all__ = ["Office"]
