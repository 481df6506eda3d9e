"""How many of which witnesses must have seen a checkpoint before it is relied on: k of n."""

from __future__ import annotations

from typing import NamedTuple

from clearlane_verify.cosignature import Cosigned, cosigned
from clearlane_verify.note import Note, Verifier
from clearlane_verify.refusal import Malformed, SignatureRefused


class Policy(NamedTuple):
    """A policy.

    Attributes:
      witnesses: The keys of the witnesses.
      least: How many of them must have cosigned.
    """

    witnesses: tuple[Verifier, ...] = ()
    least: int = 0

    def demand(self, note: Note) -> tuple[Cosigned, ...]:
        """Return who cosigned a note, where that is enough.

        Raises:
          Malformed: The policy asks for more witnesses than it names, or names one twice.
          SignatureRefused: Too few cosigned, or a cosignature does not hold.
        """
        if not 0 <= self.least <= len(self.witnesses) or len({one.public for one in self.witnesses}) < len(self.witnesses):
            raise Malformed(
                "A policy of witnesses names each once, and no fewer than it asks for.", "Quy định về bên chứng kiến không hợp lệ."
            )
        found = cosigned(note, self.witnesses)
        if (many := len({one.witness.name for one in found})) < self.least:  # one that renewed its key is still one
            raise SignatureRefused(
                f"{many} of the witnesses cosigned it; {self.least} are needed.",
                f"Có {many} bên chứng kiến đã ký; cần {self.least}.",
            )
        return found
