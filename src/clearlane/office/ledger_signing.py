"""Who signs for the log of an office: the key in a file of its machine, under the name of the log."""

from __future__ import annotations

from clearlane.keys import Signer, open_signer
from clearlane.model.profile import Profile
from clearlane.office.ports_ledger import LedgerReading
from clearlane.office.settings import Settings

BY_PROFILE = "profile"


def signer_of(found: Settings, profile: Profile, store: LedgerReading) -> Signer:
    """Return what signs checkpoints; the key is made when it is first needed.

    Args:
      found: The settings, which name the file with the key and the log.
      profile: The law, by which a log is named that was given no name.
      store: The store: a log that was signed for keeps its name.

    Raises:
      Unavailable: The file with the key cannot be used.
    """
    place = "memory:" if ":memory:" in found.store else found.ledger_key
    return open_signer(place, log_name(found, profile, store))


def log_name(found: Settings, profile: Profile, store: LedgerReading) -> str:
    """Return the name of the log, such as ``clearlane/xa``."""
    if found.ledger_name != BY_PROFILE:
        return found.ledger_name
    known = [key.partition("+")[0] for key in store.ledger_keys()]
    return known[-1] if known else f"clearlane/{profile.code}"
