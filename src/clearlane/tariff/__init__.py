"""Tariff: what a country charges, read from its own texts and files, checked, compared and searched.

``dialects`` reads a duty as its tariff writes it; the other modules read whole tariffs. Nothing here knows a store or a clock.
"""
