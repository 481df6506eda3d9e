"""The generations of a declaration, read back from what is kept beside the log."""

from __future__ import annotations

from clearlane.lodgement.read import read
from clearlane.model.case import Case
from clearlane.model.declaration import Declaration
from clearlane.model.facts import Amended, Lodged
from clearlane.model.refusals import NotFound
from clearlane.model.text import Text
from clearlane.office.intake import readable
from clearlane.office.ports import Reading


def generation(store: Reading, case: Case, which: int = 0) -> Declaration:
    """Return a declaration as it read in one generation.

    Args:
      store: Where it is kept.
      case: The declaration.
      which: The generation, from 1; 0 for the latest.

    Raises:
      NotFound: There is no such generation, or its content was erased.
    """
    if which in (0, case.generation):
        kept = case.result or case.message
    else:
        facts = [record.fact for record in store.facts_of(case.number)]
        made = {fact.generation: _kept(fact) for fact in facts if isinstance(fact, Lodged | Amended)}
        kept = made.get(which, "")
    data = store.document(kept) if kept else None
    if data is None:
        raise NotFound(
            Text(
                en=f"Generation {which or case.generation} of {case.number} is not kept here, or its content was erased.",
                vi=f"Bản khai thứ {which or case.generation} của tờ khai {case.number} không được lưu hoặc nội dung đã bị xóa.",
            ),
            number=case.number,
        )
    return read(readable(data)).declaration


def _kept(fact: Lodged | Amended) -> str:
    """Return the digest a generation is kept under: the message as lodged, or the declaration as amended."""
    return fact.message if isinstance(fact, Lodged) else fact.result
