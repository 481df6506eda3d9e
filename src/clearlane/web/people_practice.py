"""What a person's practice shows of each competence, for whoever gives it; and upon what those held were given."""

from __future__ import annotations

from starlette.requests import Request

from clearlane.model.competence import named
from clearlane.model.person import Standing
from clearlane.model.refusals import Unavailable
from clearlane.office.office import Office
from clearlane.office.practice import Practice
from clearlane.office.practice_evidence import Evidence, evidence, kept, written


class Practised:
    """Records of practice beside competences.

    Args:
      office: The office.
    """

    def __init__(self, office: Office) -> None:
        self._office = office

    def shown(self, request: Request, person: str) -> list[Evidence]:
        """Return what a person's practice shows of each competence the law asks for; nothing where nobody practises here."""
        practice = _beside(request)
        every = {one.name: one for one in self._office.profile.clearance.competences}
        return [evidence(practice, person, one, self._office.clock()) for one in every.values()] if practice else []

    def upon(self, request: Request, person: str, competence: str) -> bytes:
        """Return the record upon which a competence is given, as it is kept; nothing where nobody practises here."""
        practice, asked = _beside(request), named(self._office.profile.clearance.competences, competence)
        return written(evidence(practice, person, asked, self._office.clock())) if practice and asked else b""

    def held(self, standing: Standing) -> dict[str, Evidence]:
        """Return upon what the competences someone holds were given, by the digest."""
        found = {}
        for one in standing.competences:
            try:
                found[one.evidence] = kept(self._office.store, one.evidence)
            except Unavailable:
                continue
        return found


def _beside(request: Request) -> Practice | None:
    found: Practice | None = getattr(request.app.state, "practice", None)
    return found
