"""Where a command begins: settings are read, the office is opened, refusals and broken stores are put in words."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from clearlane.cli.speech import speak
from clearlane.model.refusals import Refusal, Unavailable
from clearlane.model.text import Text
from clearlane.office.exchange_rates import law_of
from clearlane.office.machine_key import key_of
from clearlane.office.office import Office
from clearlane.office.settings import Settings, settings

_DRIVER = "psycopg"


def settled(**given: Any) -> Settings:
    """Return the settings in force, and speak their language.

    Raises:
      Misconfigured: A setting is unknown or cannot be used.
    """
    speak(given.get("language") or os.environ.get("CLEARLANE_LANGUAGE") or "en")
    found = settings(given, os.environ, Path.cwd())
    speak(found.language)
    return found


@contextmanager
def office_of(found: Settings) -> Iterator[Office]:
    """Open the office that the settings describe, and close it afterwards.

    Raises:
      Refusal: There is no such profile or store, or the store cannot be used.
    """
    key = key_of(found.store, found.machine_key)
    with in_words(), Office.open(profile=law_of(found), store=found.store, sandbox=found.sandbox, key=key) as office:
        yield office


@contextmanager
def in_words() -> Iterator[None]:
    """Turn what files and databases complain of into a refusal in words; faults of our own pass through."""
    try:
        yield
    except (Refusal, BrokenPipeError):
        raise
    except ModuleNotFoundError as fault:
        if (fault.name or "").partition(".")[0] != _DRIVER:
            raise
        raise Unavailable(
            Text(
                en="The driver for PostgreSQL is missing. Install it with: pip install clearlane[service]",
                vi="Thiếu trình điều khiển PostgreSQL. Cài bằng lệnh: pip install clearlane[service]",
            )
        ) from None
    except Exception as fault:
        if not _from_outside(fault):
            raise
        why = " ".join(str(fault).split()) or type(fault).__name__
        raise Unavailable(
            Text(
                en=f"The store cannot be used: {why}. What was answered before is recorded. Look at --store and try again.",
                vi=f"Không dùng được kho dữ liệu: {why}. Những gì đã trả lời đều đã được ghi nhận. Hãy kiểm tra --store rồi thử lại.",
            )
        ) from None


def _from_outside(fault: Exception) -> bool:
    """Say whether a fault is the database's or the file system's. The PostgreSQL driver is known by name only."""
    kinds = [f"{kind.__module__}.{kind.__name__}" for kind in type(fault).__mro__]
    return isinstance(fault, OSError | sqlite3.Error) or f"{_DRIVER}.Error" in kinds
