"""Clearance: which documents a lane asks for, where a declaration stands, which acts are possible on it, and what is due when.

``situation`` adds the facts of a declaration up, one by one, so that the same log always gives the same answer; ``acts`` is the one table
of acts with the conditions under which each is possible; ``standing`` is the short form of a situation for lists.
"""
