"""Values and fields as officers write them in each language."""

from __future__ import annotations

from clearlane.model.risk_field import Catalogue, Value

LONGEST = 60
_SWAPPED = str.maketrans(",.", ".,")
_WORDS: dict[object, dict[str, str]] = {
    None: {"en": "(missing)", "vi": "(không có)"},
    True: {"en": "yes", "vi": "có"},
    False: {"en": "no", "vi": "không"},
}


def amount(figure: float, language: str) -> str:
    """Return a number with at most four significant decimals, as the language writes it.

    >>> amount(12345.678, "en"), amount(12345.678, "vi"), amount(0.01234, "en")
    ('12,346', '12.346', '0.01234')
    """
    size = abs(figure)
    text = f"{figure:,.0f}" if size >= 1000 or figure == int(figure) else f"{figure:.4g}"
    return text.translate(_SWAPPED) if language == "vi" else text


def value_said(value: Value, language: str) -> str:
    """Return a value in words: long texts are cut.

    >>> value_said(None, "en"), value_said(True, "vi")
    ('(missing)', 'có')
    """
    if value is None or isinstance(value, bool):
        return _WORDS[value][language]
    if isinstance(value, str):
        return value if len(value) <= LONGEST else f"{value[: LONGEST - 1]}…"
    return amount(value, language)


def named(catalogue: Catalogue, field: str, language: str) -> str:
    """Return what a field is, within a sentence; its name where the catalogue has no words for it."""
    words = catalogue[field].words.said(language) if field in catalogue else field
    return words[:1].lower() + words[1:] if words[1:2].islower() or words[1:2] == " " else words
