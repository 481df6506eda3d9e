"""What whoever lodged a message is answered."""

from __future__ import annotations

import msgspec

from clearlane.model.case import Case
from clearlane.model.declaration import Purpose
from clearlane.model.findings import Finding


class Lodgement(msgspec.Struct, frozen=True, gc=False):
    """A message handed in.

    Attributes:
      data: The message as it came.
      signature: The declarant's signature where it came apart from the message (CMS or JWS).
      outside_number: The number another system gave the declaration, to be recorded with it.
      lodger: Identification number of the party handing it in, where the door knows it; empty for the office itself.
      acts_for: Identification numbers of the declarants for whom the lodger may act as agent.
      look_first: Whether the declarant looks at what was computed before his declaration counts, and binds himself afterwards.
    """

    data: bytes
    signature: bytes | None = None
    outside_number: str = ""
    lodger: str = ""
    acts_for: tuple[str, ...] = ()
    look_first: bool = False


class Receipt(msgspec.Struct, frozen=True, gc=False):
    """The answer to a message taken: the same answer whenever the same message comes again.

    Attributes:
      case: Where the declaration stood after the message.
      findings: What the checks had to say, blocking or not.
      new: Whether anything was recorded; False where the message had come before.
      message: What the message was.
      taken: Whether the message had its effect; False where it was rejected.
      waits: Whether it is a request that an officer decides on; it was taken, and changes nothing until then.
    """

    case: Case
    findings: tuple[Finding, ...]
    new: bool
    message: Purpose
    taken: bool
    waits: bool = False
