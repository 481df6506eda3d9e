"""The form of the estimator: an enquiry read out of what was typed, with everything that is wrong told at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from clearlane.model.estimate import Enquiry
from clearlane.model.profile import Profile
from clearlane.model.text import Text
from clearlane.web.tariff_offer import Offered
from clearlane.web.words import WORDS

_FIGURE = re.compile(r"\d{1,15}(\.\d{1,6})?", re.ASCII)
_MOST = 50
"""So many charges, quantities or documents are read of one form."""
_COUNTRY = re.compile(r"[A-Z]{2}", re.ASCII)


class Reading:
    """What was typed, read field by field; what is wrong is gathered, all at once.

    Attributes:
      faults: What is wrong, by field.
    """

    def __init__(self, typed: Mapping[str, str]) -> None:
        self._typed = typed
        self.faults: dict[str, Text] = {}

    def text(self, name: str) -> str:
        """Return what was typed in a field, trimmed."""
        return self._typed.get(name, "").strip()[:70]

    def figure(self, name: str) -> Decimal | None:
        """Return a figure; None where none was typed or it is none."""
        said = re.sub(r"\s", "", self.text(name))
        if not said:
            return None
        if not _FIGURE.fullmatch(said):
            self.faults[name] = WORDS["tariff.fault.figure"]
            return None
        return Decimal(said)

    def figures(self, beginning: str) -> dict[str, Decimal]:
        """Return the figures of all fields whose name begins so, by the rest of the name."""
        named = [name for name in self._typed if name.startswith(beginning)][:_MOST]
        return {name.removeprefix(beginning)[:40]: figure for name in named if (figure := self.figure(name)) is not None}

    def ticked(self, beginning: str) -> tuple[str, ...]:
        """Return what is ticked of fields whose name begins so."""
        named = [name for name, value in self._typed.items() if name.startswith(beginning) and value][:_MOST]
        return tuple(name.removeprefix(beginning)[:40] for name in named)

    def chosen(self, name: str, among: Iterable[str], otherwise: str) -> str:
        """Return what was chosen; what is typed there and is not offered is a fault."""
        said = self.text(name).upper()
        if said and said not in among:
            self.faults[name] = WORDS["tariff.fault.choice"]
        return said or otherwise

    def day(self, name: str, otherwise: date) -> date:
        """Return a day, another where none was typed."""
        said = self.text(name)
        try:
            found = date.fromisoformat(said) if said else otherwise
        except ValueError:
            found = date.min
        if not 1950 <= found.year <= 2150:
            self.faults[name] = WORDS["tariff.fault.day"]
            return otherwise
        return found


def read_enquiry(typed: Mapping[str, str], law: Profile, offer: Offered, code: str, on: date) -> tuple[Enquiry | None, dict[str, Text]]:
    """Return the enquiry that was typed, or None with everything that is wrong, by field.

    Args:
      typed: The fields.
      law: The law.
      offer: What the form offers.
      code: The goods code.
      on: The day, read before since the offer hangs on it.
    """
    reading = Reading(typed)
    price = reading.figure("price")
    if price is None or not price:
        reading.faults.setdefault("price", WORDS["tariff.fault.price"])
    origin = reading.text("origin").upper()
    if not _COUNTRY.fullmatch(origin) or (offer.countries and origin not in {one.code for one in offer.countries}):
        reading.faults["origin"] = WORDS["tariff.fault.origin"]
    enquiry = Enquiry(
        code,
        price or Decimal(0),
        reading.chosen("currency", offer.currencies, law.currency),
        origin,
        reading.day("on", on),
        incoterm=reading.chosen("incoterm", [one.code for one in offer.terms], law.valuation.basis),
        charges={one: figure for one, figure in reading.figures("charge-").items() if one in law.valuation.charges},
        quantities=reading.figures("qty-"),
        claim=reading.chosen("claim", law.claims, ""),
        documents=reading.ticked("doc-"),
        additional_codes=_additional(reading, offer),
        mode=reading.chosen("mode", [one.code for one in offer.modes], ""),
    )
    return (None if reading.faults else enquiry), reading.faults


def _additional(reading: Reading, offer: Offered) -> tuple[str, ...]:
    """Return the additional code chosen for each kind of measure that has some."""
    chosen = (reading.chosen(one.field, [named.code for named, _ in one.codes], "") for one in offer.additional)
    return tuple(dict.fromkeys(code for code in chosen if code))


def labels(offer: Offered) -> dict[str, Text]:
    """Return what each field is called, by its name."""
    named = {
        "price": "tariff.price",
        "currency": "tariff.currency",
        "origin": "tariff.origin",
        "incoterm": "tariff.term",
        "on": "tariff.day",
        "claim": "tariff.claim",
        "mode": "field.mode",
    }
    found = {name: WORDS[key] for name, key in named.items()}
    found |= {f"charge-{one.code}": one.text for one in (*offer.charges, *offer.more_charges)}
    found |= {one.field: one.text for one in offer.additional}
    return found | {f"qty-{one.key}": one.label for one in offer.quantities}
