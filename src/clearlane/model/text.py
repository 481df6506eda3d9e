"""Words for people, in every language the house speaks."""

from __future__ import annotations

import msgspec

LANGUAGES = ("en", "vi")


class Text(msgspec.Struct, frozen=True, gc=False):
    """One thing said in English and in Vietnamese.

    Attributes:
      en: The English wording, sentence case.
      vi: The Vietnamese wording, in the terms of Vietnamese customs law.
    """

    en: str
    vi: str

    def said(self, language: str) -> str:
        """Return the wording for a language; English where the language is not spoken here.

        >>> Text(en="green", vi="xanh").said("vi")
        'xanh'
        """
        return self.vi if language == "vi" else self.en
