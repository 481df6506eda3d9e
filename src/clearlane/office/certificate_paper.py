"""The paper of a certificate, with the code that anyone checks, and that code by itself."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from clearlane.exchange.compact import compact
from clearlane.model.certificate import KINDS, Certificate
from clearlane.model.certificate_sheet import Box, CertificateSheet
from clearlane.model.refusals import Closed, NotFound, Unavailable
from clearlane.model.sheet import SheetTable
from clearlane.model.text import Text
from clearlane.office.certificate_paper_words import BOXES, COLUMNS, MORE, says
from clearlane.office.certificates import method_of
from clearlane.office.office import Office
from clearlane.office.printing_words import moment as written
from clearlane.paper.typeset import certificate_pdf
from clearlane_verify.code import left, unpacked
from clearlane_verify.credential import moment, secured

Said = Mapping[str, Any]
_MOMENT = re.compile(r"^(\d{4}-\d\d-\d\d)T(\d\d:\d\d):\d\dZ$")


def paper(office: Office, number: str, language: str) -> bytes:
    """Return a certificate as PDF, in English or Vietnamese. Refusals as of ``sheet``, or where the extra ``paper`` is missing."""
    return certificate_pdf(sheet(office, number, language))


def code(office: Office, number: str) -> str:
    """Return what the code on a certificate's paper says: what fits of it, signed as of when it was issued.

    Raises:
      NotFound: There is no such certificate, or what it said was erased.
      Closed: It was withdrawn.
      Unavailable: The office has no key for certificates, or signs under another name by now.
    """
    return _coded(office, *_standing(office, number))


def sheet(office: Office, number: str, language: str) -> CertificateSheet:
    """Return what the paper of a certificate says. Refusals as of ``code``."""
    found, document = _standing(office, number)
    subject, said = document["credentialSubject"], _coded(office, found, document)
    without = ", ".join(left(unpacked(said)))
    return CertificateSheet(
        language,
        office.profile.agency,
        KINDS[found.kind].said(language),
        number,
        _boxes(found, subject, language),
        _goods(subject, language),
        _certified(office, found, document, language),
        said,
        says("check", language),
        says("left", language, left=without) if without else "",
    )


def _standing(office: Office, number: str) -> tuple[Certificate, dict[str, Any]]:
    found = office.certificates.find(number)
    if found.document is None:
        raise NotFound(Text(en=f"What certificate {number} said was erased.", vi=f"Nội dung chứng chỉ {number} đã bị xóa."))
    if found.withdrawn_at is not None:
        raise Closed(Text(en=f"Certificate {number} was withdrawn.", vi=f"Chứng chỉ {number} đã bị thu hồi."))
    return found, found.document


def _coded(office: Office, found: Certificate, document: Said) -> str:
    signer = office.certificates.keys()
    if signer.name != document["issuer"]:
        raise Unavailable(Text(en=f"It was issued as {document['issuer']}.", vi=f"Chứng chỉ được cấp dưới tên {document['issuer']}."))
    return compact(document, lambda bare: secured(bare, method_of(signer), signer.sign, found.issued_at))


def _boxes(found: Certificate, subject: Said, language: str) -> tuple[Box, ...]:
    """Return the boxes of a form; what the form has no box for stands in the last, so that nothing signed is missing on paper."""
    form = BOXES[found.kind]
    boxes = [Box(title.said(language), tuple(filter(None, (_plain(subject.get(name)) for name in names)))) for title, names in form]
    known = {name for _, names in form for name in names} | {"number", "items"}
    more = tuple(f"{name}: {_plain(value)}" for name, value in subject.items() if name not in known)
    return (*boxes, Box(MORE.said(language), more)) if more else tuple(boxes)


def _goods(subject: Said, language: str) -> SheetTable | None:
    items: Sequence[Said] = subject.get("items") or ()
    if not items:
        return None
    used = {name for one in items for name in one}
    columns = [(title, names) for title, names in COLUMNS if not names or used & set(names)]
    more = sorted(used - {name for _, names in COLUMNS for name in names})
    rows = tuple(tuple(_cell(place, one, names, more) for _, names in columns) for place, one in enumerate(items, 1))
    wide = next(place for place, (_, names) in enumerate(columns) if "description" in names)
    return SheetTable("", tuple(title.said(language) for title, _ in columns), rows, wide=wide)


def _cell(place: int, item: Said, names: Sequence[str], more: Sequence[str]) -> str:
    if not names:
        return str(place)
    gap = " " if "quantity" in names or "value" in names else "\n"
    lines = [_plain(item.get(name)) for name in names]
    if "description" in names:
        lines += [f"{name}: {_plain(item[name])}" for name in more if name in item]
    return gap.join(filter(None, lines))


def _certified(office: Office, found: Certificate, document: Said, language: str) -> tuple[str, ...]:
    subject = document["credentialSubject"]
    named = {"origin": _plain(subject.get("originCountry")), "agreement": _plain(subject.get("agreement"))}
    issued = says("issued", language, issuer=str(document["issuer"]), since=written(found.issued_at, office.profile, language))
    until = moment(document.get("validUntil"))
    lines = [says(f"certified.{found.kind}", language, **named), f"{office.profile.agency}. {issued}"]
    return (*lines, says("until", language, until=written(until, office.profile, language))) if until else tuple(lines)


def _plain(value: Any) -> str:
    """Return a value in words: a list by its parts, nothing for none."""
    if isinstance(value, list):
        return ", ".join(_plain(one) for one in value)
    if isinstance(value, dict):
        return ", ".join(f"{name}: {_plain(one)}" for name, one in value.items())
    return "" if value is None else _MOMENT.sub(r"\1 \2 UTC", str(value))
