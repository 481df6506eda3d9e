"""What was told of a declaration so far, and what must be known to tell more."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any

from clearlane.lodgement import notice_words as words
from clearlane.lodgement.notice_parts import moment, plain
from clearlane.model.facts import DocumentsDemanded, Lane, Record
from clearlane.model.notice import Notice
from clearlane.model.profile import Profile
from clearlane.model.response import Response, ResponseDeclaration
from clearlane.model.text import Text


class NoticeDesk:
    """Tells one declaration's trader, fact by fact.

    Args:
      profile: The law; its first language is the one spoken in WCO messages.
    """

    record: Record

    def __init__(self, profile: Profile) -> None:
        self.profile = profile
        self.language = profile.languages[0]
        self.told: list[Notice] = []
        self.reference = ""
        self.generation = 1
        self.accepted = False
        self.closed = False
        self.unpriced = False
        self.lane: Lane | None = None
        self.held: list[DocumentsDemanded] = []
        self.released_at: datetime | None = None
        self.owed: Decimal | None = None
        self.paid = Decimal(0)
        self.secured: dict[str, Decimal] = {}

    @property
    def at(self) -> datetime:
        """When the fact was recorded."""
        return self.record.at

    @property
    def declaration(self) -> words.Named:
        """The declaration as it is named to the trader: by its number, and his own reference; with how decisions on it are contested."""
        name = f"{self.record.subject} ({self.reference})" if self.reference else self.record.subject
        return words.Named(name, self.profile.clearance.contest)

    def tell(self, code: str, said: Text, about: ResponseDeclaration | None = None, *, name: Text | None = None, **more: Any) -> None:
        """Add a notice. Its reference counts the notices of the declaration: places in the log would tell that others exist.

        Args:
          code: The function code.
          said: The words.
          about: The declaration with moments of its course; its numbers alone by default.
          name: What it is, where the code alone says too little.
          more: Further parts of the response.
        """
        number = self.record.subject
        response = Response(
            function_code=code,
            functional_reference_id=f"{number}-{len(self.told) + 1}"[-35:],
            issue_date_time=moment(self.at),
            declaration=about or self.about(),
            **more,
        )
        self.told.append(Notice(code, name or words.NAMES[code], self.at, self.record.seq, response, said))

    def about(self, **course: Any) -> ResponseDeclaration:
        """Return the declaration's numbers, with moments of its course."""
        reference = plain(self.reference, 35) or None
        return ResponseDeclaration(functional_reference_id=reference, id=self.record.subject, version_id=str(self.generation), **course)
