"""Choose a plug by its URL, and a profile by its name. Imports are lazy: an office loads no driver it does not use."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import entry_points

from clearlane.model.profile import Profile
from clearlane.model.refusals import NotFound
from clearlane.model.text import Text
from clearlane.office.ports import Store
from clearlane.office.ports_ledger import LedgerReading

PROFILES = "clearlane.profiles"


def store_from(url: str) -> Store:
    """Return the store at a URL: ``sqlite:///office.db``, ``sqlite:///:memory:`` or ``postgresql://…``.

    Raises:
      NotFound: No store is known by that kind of URL, or it names no file.
    """
    if url.rstrip("/") == "sqlite:":
        raise NotFound(
            Text(
                en="The address of the store names no file. Use sqlite:///office.db.",
                vi="Địa chỉ kho dữ liệu thiếu tên tệp. Hãy dùng sqlite:///office.db.",
            )
        )
    if url.startswith("sqlite:"):
        from clearlane.store.sqlite import SqliteStore  # noqa: PLC0415

        return SqliteStore(url)
    if url.startswith(("postgresql:", "postgres:")):
        from clearlane.store.postgres import PostgresStore  # noqa: PLC0415

        return PostgresStore(url)
    kind = url.partition(":")[0]
    raise NotFound(
        Text(
            en=f"No store is known for addresses that begin with {kind}:. Use sqlite:///office.db or postgresql://user@host/name.",
            vi=f"Không có kho dữ liệu nào cho địa chỉ bắt đầu bằng {kind}:. Hãy dùng sqlite:///office.db hoặc postgresql://user@host/name.",
        )
    )


@contextmanager
def reading_from(url: str) -> Iterator[LedgerReading]:
    """Open a store to be read and never written, and let go of it afterwards.

    Raises:
      NotFound: No store is known by that kind of URL.
      Unavailable: There is no such store.
    """
    from clearlane.store.sqlite_copy import SqliteCopy  # noqa: PLC0415

    found = SqliteCopy(url) if url.startswith("sqlite:///") and ":memory:" not in url else store_from(url)
    try:
        yield found
    finally:
        found.close()


def profile_names() -> list[str]:
    """Return the names of the profiles installed."""
    return sorted({entry.name for entry in entry_points(group=PROFILES)})


def profile_named(name: str) -> Profile:
    """Return an installed profile.

    Raises:
      NotFound: No profile of that name is installed.
    """
    for entry in entry_points(group=PROFILES):
        if entry.name == name:
            made = entry.load()()
            if isinstance(made, Profile):
                return made
    known = ", ".join(profile_names()) or "none"
    raise NotFound(
        Text(
            en=f"No profile {name!r} is installed. Installed: {known}. Install one with: pip install clearlane-profile-{name}",
            vi=f"Chưa cài hồ sơ quốc gia {name!r}. Đã cài: {known}. Cài bằng lệnh: pip install clearlane-profile-{name}",
        )
    )
