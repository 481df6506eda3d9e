"""Facts of control: what was asked and answered, what was checked, who had the case, and what a second officer signed.

Words typed by people, answers and documents are kept beside the log under their SHA-256 digests and can be erased there. ``by`` is
the officer's identification, never a name.
"""

from __future__ import annotations

from datetime import datetime
from typing import Literal

import msgspec

from clearlane.model.text import Text

Check = Literal["documents", "goods"]


class Ask(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """One thing a query asks for.

    Attributes:
      subject: What it is about, by code: of a document the code declared (``N935``), else ``question``. What was asked for under a
        code of an item is not asked for again.
      words: The question or the document, as the trader reads it; in the log empty, but for older facts.
      item: The goods item, from 1; 0 for the declaration as a whole.
      kept: SHA-256 of the words, kept beside the log.
    """

    subject: str
    words: Text
    item: int = 0
    kept: str = ""


class Queried(msgspec.Struct, frozen=True, gc=False, tag="queried", omit_defaults=True):
    """The trader was asked, once, for everything that is missing.

    Attributes:
      query: Its number on this declaration, from 1.
      asks: What is asked.
      until: When the answer is due.
      by: The officer.
    """

    query: int
    asks: tuple[Ask, ...]
    until: datetime
    by: str


class Answered(msgspec.Struct, frozen=True, gc=False, tag="answered", omit_defaults=True):
    """The trader answered a query, or supplied what was demanded (query 0).

    Attributes:
      query: The query.
      answer: SHA-256 of what he wrote, kept beside the log; empty where he wrote nothing.
      documents: SHA-256 of the documents that came with it, each named by a ``DocumentSupplied``.
    """

    query: int
    answer: str = ""
    documents: tuple[str, ...] = ()


class QuerySettled(msgspec.Struct, frozen=True, gc=False, tag="query-settled", omit_defaults=True):
    """An officer closed a query: it was answered, or its time was up."""

    query: int
    by: str
    why: str = ""


class DocumentSupplied(msgspec.Struct, frozen=True, gc=False, tag="document-supplied", omit_defaults=True):
    """A document was put to the declaration.

    Attributes:
      digest: SHA-256 of its bytes, under which they are kept beside the log.
      media_type: What its bytes were found to be, such as ``application/pdf``.
      size: In bytes.
      subject: The code it answers, as in ``Ask``.
      item: The goods item; 0 for the declaration.
      by: The officer; empty where the trader supplied it.
    """

    digest: str
    media_type: str
    size: int
    subject: str = ""
    item: int = 0
    by: str = ""


class ExtensionAsked(msgspec.Struct, frozen=True, gc=False, tag="extension-asked", omit_defaults=True):
    """The trader asked for more time to answer a query.

    Attributes:
      query: The query.
      why: SHA-256 of his reason, kept beside the log.
    """

    query: int
    why: str


class ExtensionDecided(msgspec.Struct, frozen=True, gc=False, tag="extension-decided", omit_defaults=True):
    """An officer gave more time to answer a query, once, or refused it.

    Attributes:
      query: The query.
      by: The officer.
      until: When the answer is due now; None where it was refused.
      why: SHA-256 of the ground, kept beside the log.
    """

    query: int
    by: str
    until: datetime | None = None
    why: str = ""


class CheckBegun(msgspec.Struct, frozen=True, gc=False, tag="check-begun", omit_defaults=True):
    """An officer began to check documents or goods: from here on an amendment is a request.

    Attributes:
      check: What is checked.
      by: The officer.
      steps: Of an inspection, what its order lists to be looked at.
    """

    check: Check
    by: str
    steps: tuple[Text, ...] = ()


class CheckEnded(msgspec.Struct, frozen=True, gc=False, tag="check-ended", omit_defaults=True):
    """A check was concluded; what it found stands in the ``Examined`` before it.

    Attributes:
      check: What was checked.
      satisfied: Whether nothing stands against release.
      by: The officer.
      why: SHA-256 of the ground, kept beside the log; obliged where a hit or a score is not followed.
    """

    check: Check
    satisfied: bool
    by: str
    why: str = ""


class CountersignatureAsked(msgspec.Struct, frozen=True, gc=False, tag="countersignature-asked", omit_defaults=True):
    """An act that takes two officers was done by the first; it waits for the second.

    Attributes:
      act: SHA-256 of the act as it will stand, kept beside the log.
      kind: What kind of fact it will be.
      by: The first officer.
      why: SHA-256 of the ground, kept beside the log.
    """

    act: str
    kind: str
    by: str
    why: str = ""


class Countersigned(msgspec.Struct, frozen=True, gc=False, tag="countersigned", omit_defaults=True):
    """Another officer gave or refused the second signature; the store refuses the first one's.

    Attributes:
      asked: The place in the log of the ``CountersignatureAsked``.
      granted: Whether the act is done, as a fact right after this.
      by: The second officer.
    """

    asked: int
    granted: bool
    by: str


class ReviewDrawn(msgspec.Struct, frozen=True, gc=False, tag="review-drawn", omit_defaults=True):
    """A check that was concluded is looked at by a second pair of eyes, because the lot fell on it, whatever it found.

    Attributes:
      check: What was checked.
      followed: Whether the officer did what the machine advised: looked where a look was asked for, and only there.
      by: The officer who concluded it.
    """

    check: Check
    followed: bool
    by: str


class Reviewed(msgspec.Struct, frozen=True, gc=False, tag="reviewed", omit_defaults=True):
    """A supervisor reviewed a check. Nothing changes in the case by it: people learn from it, and figures of quality are made of it.

    Attributes:
      drawn: The place in the log of the ``ReviewDrawn``.
      sound: Whether the decision was sound.
      by: The supervisor, who is another than the officer.
      why: SHA-256 of what he wrote, kept beside the log.
    """

    drawn: int
    sound: bool
    by: str
    why: str = ""


class Assigned(msgspec.Struct, frozen=True, gc=False, tag="assigned", omit_defaults=True):
    """The case was given to an officer, by lot or by a person with a reason.

    Attributes:
      officer: To whom; empty where it went back into the pool.
      section: The section it waits in.
      lot: SHA-256 of the frozen list of those eligible, kept beside the log; empty where a person assigned it.
      by: Who assigned it; empty for the lot.
      why: The reason of a person who did.
    """

    officer: str
    section: str = ""
    lot: str = ""
    by: str = ""
    why: str = ""
