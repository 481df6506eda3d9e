"""The short messages a trader sends from the page of his declaration: that it is to be cancelled, or that its goods are here."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from clearlane.model.case import Case

_TYPES = {"cancel": "INV", "present": "GPR"}


def own_message(kind: Literal["cancel", "present"], case: Case, told: int, why: str = "") -> bytes:
    """Return a message about a declaration, as its trader's own software would send it.

    Args:
      kind: What it asks for.
      case: The declaration.
      told: How many notices he was given: asked again after an answer, it is another message.
      why: The reason of a cancellation, in his words.
    """
    declaration: dict[str, Any] = {
        "FunctionCode": "13",
        "FunctionalReferenceID": f"{_TYPES[kind]}-{told}-{case.number}"[:35],
        "TypeCode": _TYPES[kind],
        "ID": case.number,
        "Declarant": {"ID": case.declarant},
    }
    if why.strip():
        declaration["AdditionalInformation"] = [{"StatementDescription": why.strip()[:512]}]
    return msgspec.json.encode({"Declaration": declaration})
