"""The form of each kind of certificate, and what it says once filled in."""

from __future__ import annotations

from typing import Any

from clearlane.model.certificate import CertificateKind
from clearlane.web.doors import Form

FORMS: dict[CertificateKind, tuple[tuple[str, bool], ...]] = {
    "origin": (
        ("agreement", True),
        ("originCountry", True),
        ("exporter", True),
        ("exporterNumber", False),
        ("consignee", True),
        ("consigneeCountry", False),
        ("producer", False),
        ("transport", True),
        ("invoices", True),
        ("invoicedBy", False),
        ("remarks", False),
    ),
    "aeo": (("operator", True), ("operatorName", False), ("address", False), ("programme", True), ("status", True)),
    "release": (("declaration", True),),
}
"""The fields of each form, and whether each must be filled in."""
ITEM_FIELDS = (
    ("description", True),
    ("classification", True),
    ("originCriterion", True),
    ("quantity", True),
    ("unit", True),
    ("packages", False),
    ("marks", False),
)
"""The same for each item of a certificate of origin."""
_MOST_ITEMS = 100


def subject_of(kind: CertificateKind, form: Form) -> dict[str, Any]:
    """Return what a form says, without what was left empty."""
    said: dict[str, Any] = {name: typed for name, _ in FORMS[kind] if (typed := form.get(name, "").strip())}
    if kind != "origin":
        return said
    if "invoices" in said:
        said["invoices"] = [part.strip() for part in said["invoices"].split(",") if part.strip()]
    rows = [{name: form.get(f"{name}-{line}", "").strip() for name, _ in ITEM_FIELDS} for line in range(1, _MOST_ITEMS + 1)]
    items = [{name: typed for name, typed in row.items() if typed} for row in rows if any(row.values())]
    return said | ({"items": items} if items else {})
