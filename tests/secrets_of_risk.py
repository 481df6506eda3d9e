"""What of risk must never be told: the codes and titles of the profiles Arcadia ships."""

from __future__ import annotations

import re

from clearlane.model.profile import Profile


def codes(profile: Profile) -> list[str]:
    """Return the codes of a national profile's risk profiles."""
    found = re.findall(r"^profile (\S+)", "".join(profile.risk_profiles), re.MULTILINE)
    assert found
    return found


def titles(profile: Profile) -> list[str]:
    """Return their titles, in each language."""
    written = re.findall(r'^profile \S+ "([^"]+)"', "".join(profile.risk_profiles), re.MULTILINE)
    return [part for title in written for part in title.split(" / ")]
