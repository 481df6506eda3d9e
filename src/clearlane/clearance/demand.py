"""Which documents a control asks for, and by when: those the declaration names, asked for once and together."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from clearlane.model.declaration import Declaration
from clearlane.model.documents import AdditionalDocument
from clearlane.model.facts import DocumentsDemanded, Lane
from clearlane.model.profile import Profile
from clearlane.model.text import Text

INVOICE = Text(en="Commercial invoice", vi="Hóa đơn thương mại")
MOST = 40
"""The most documents one demand lists."""


def demanded(declaration: Declaration, lane: Lane, profile: Profile, at: datetime) -> list[DocumentsDemanded]:
    """Return the demand that goes with a lane: none in green, else every document declared, each once.

    Args:
      declaration: What is declared; where it names no document, the invoice is asked for.
      lane: The lane.
      profile: Names of documents (its code list ``documents``) and the days allowed.
      at: Now.
    """
    if lane == "green":
        return []
    named = tuple(dict.fromkeys(_named(declaration, profile)))[:MOST]
    return [DocumentsDemanded(named or (INVOICE,), at + timedelta(days=profile.document_days))]


def _named(declaration: Declaration, profile: Profile) -> Iterator[Text]:
    for document in declaration.additional_document:
        yield _text(document, profile)
    for item in declaration.item:
        for document in item.additional_document:
            yield _text(document, profile)


def _text(document: AdditionalDocument, profile: Profile) -> Text:
    code = (document.category_code or "") + (document.type_code or "")
    known = profile.code_lists.get("documents")
    name = (known.text(code) if known else None) or Text(en="Document", vi="Chứng từ")
    number = f" {document.id}" if document.id else ""
    return Text(en=f"{name.en} ({code}){number}", vi=f"{name.vi} ({code}){number}")
