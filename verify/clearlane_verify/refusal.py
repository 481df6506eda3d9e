"""What is said of something that does not prove what it should: in English and Vietnamese, without blame."""

from __future__ import annotations


class Refused(Exception):
    """Something does not hold.

    Attributes:
      en: Why, in English.
      vi: Why, in Vietnamese.
    """

    def __init__(self, en: str, vi: str) -> None:
        super().__init__(en)
        self.en, self.vi = en, vi


class Malformed(Refused):
    """A text or file is not in the form it should have."""


class ProofRefused(Refused):
    """A proof does not show what it should."""


class SignatureRefused(Refused):
    """A signature is missing, or was not made by the key over these words."""
