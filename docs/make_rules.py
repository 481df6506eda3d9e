"""Makes the reference pages of rules anew: ``python docs/make_rules.py``."""

from __future__ import annotations

from importlib.metadata import entry_points
from pathlib import Path

from clearlane.lodgement.rules.page import country_page, page
from clearlane.office.permit_remarks import OF_PERMITS
from clearlane.office.remarks import REMARKS

REFERENCE = Path(__file__).resolve().parent / "reference"


def pages() -> dict[Path, str]:
    """Every page with what it should say: the common rules, and those of each installed profile."""
    made = {REFERENCE / "rules.md": page({"Made by the office": (*REMARKS, *OF_PERMITS)})}
    for found in entry_points(group="clearlane.profiles"):
        made[REFERENCE / f"rules-{found.name}.md"] = country_page(found.load()())
    return made


if __name__ == "__main__":
    for path, text in pages().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        print(f"{path.name}: {len(text.splitlines())} lines")
