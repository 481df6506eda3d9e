"""``clearlane demo``: a living border in the browser, with imaginary traders who lodge around the clock."""

from __future__ import annotations

import signal
import threading
from hashlib import sha256
from pathlib import Path
from typing import Annotated, TextIO

import typer

from clearlane.cli.alone import alone
from clearlane.cli.demo_officers import Officers
from clearlane.cli.desk import in_words, settled
from clearlane.cli.journal import Journal
from clearlane.cli.options import Language, Profile, Store
from clearlane.cli.progress import progress
from clearlane.cli.serving import listening, run
from clearlane.cli.speech import helped, one_of, tell, tell_refusal
from clearlane.model.receipt import Receipt
from clearlane.model.refusals import Refusal
from clearlane.model.text import Text
from clearlane.office.ledger_following import Following
from clearlane.office.ledger_signing import signer_of
from clearlane.office.machine_key import key_of
from clearlane.office.office import Office, system_clock
from clearlane.office.settings import Misconfigured, Settings
from clearlane.office.traffic import Arrival, traffic

FOLDER = Path("demo")
FIRST_FILL = 500
_PORTS = 50
_SIGNED_EVERY = 10

Reset = Annotated[bool, typer.Option("--reset", help=helped("Begin anew; what was kept is deleted.", "Bắt đầu lại; xóa dữ liệu đã lưu."))]
Host = Annotated[str, typer.Option("--host", metavar="ADDRESS", help=helped("The address to listen on.", "Địa chỉ lắng nghe."))]
Port = Annotated[
    int,
    typer.Option(
        "--port", metavar="PORT", min=1, max=65535, help=helped("The port, or the next free one.", "Cổng, hoặc cổng trống kế tiếp.")
    ),
]
Fill = Annotated[int, typer.Option("--fill", metavar="COUNT", min=0, help=helped("Messages to begin with.", "Số thông điệp ban đầu."))]


def demo(
    profile: Profile = None,
    store: Store = None,
    reset: Reset = False,
    host: Host = "127.0.0.1",
    port: Port = 8080,
    fill: Fill = FIRST_FILL,
    language: Language = None,
) -> None:
    """Set up the demonstration, and serve it until Ctrl-C or a request to end; a later run goes on where this one stopped.

    Args:
      profile: The national profile; Arcadia unless set.
      store: Another store than the demonstration's own; only what is said here, so that no real office is filled by mistake.
      reset: Whether to delete what an earlier run kept.
      host: The address to listen on.
      port: The port; the next free one where it is taken.
      fill: How many messages there are before the first page.
      language: The language of words.

    Raises:
      Refusal: There is no such profile, the store cannot be used or another demonstration uses it, or no port is free.
    """
    signal.signal(signal.SIGTERM, _interrupt)
    named = settled(language=language, profile=profile).profile
    database = FOLDER / _name(named, store)
    found = settled(
        language=language,
        profile=named,
        store=store or f"sqlite:///{database}",
        sandbox=False,
        host=host,
        port=port,
        machine_key=str(database.with_suffix(".key")),
        practice=f"sqlite:///{database.with_suffix('.practice.db')}",
        ledger_key=str(database.with_suffix(".ledger.key")),
    )
    if store and reset:
        raise Misconfigured(_NOT_OURS)
    try:
        with in_words():
            FOLDER.mkdir(exist_ok=True)
        with alone(database.with_suffix(".lock")) as held:
            if reset:
                _clear(database)
            journal = Journal.at(database.with_suffix(".json"), system_clock())
            _fill(found, journal, fill)
            _serve(found, journal, held)
    except KeyboardInterrupt:
        pass
    tell(one_of("Stopped. What was lodged is kept; --reset begins anew.", "Đã dừng. Dữ liệu được giữ lại; dùng --reset để bắt đầu lại."))


_NOT_OURS = Text(
    en="--reset deletes the demonstration's own store only, never one named by --store.",
    vi="--reset chỉ xóa kho dữ liệu riêng của bản trình diễn, không xóa kho được nêu bằng --store.",
)


def _name(profile: str, store: str | None) -> str:
    """Return the file of a demonstration, beside which its journal is kept: one for each profile and store."""
    own = "office" if profile == "xa" else f"office-{profile}"
    return f"{own}-{sha256(store.encode()).hexdigest()[:12]}.db" if store else f"{own}.db"


def _interrupt(number: int, frame: object) -> None:
    raise KeyboardInterrupt


def _clear(database: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        database.with_name(database.name + ending).unlink(missing_ok=True)
    for kept in (".json", ".key", ".ledger.key", ".practice.db", ".practice.db-wal", ".practice.db-shm"):
        database.with_suffix(kept).unlink(missing_ok=True)


def _fill(found: Settings, journal: Journal, fill: int) -> None:
    """Lodge until there is something to see."""
    if journal.sent >= fill:
        return
    tell(one_of("Traders lodge their first declarations ...", "Người khai nộp những tờ khai đầu tiên ..."))
    with _open(found) as office, progress(one_of("Lodging", "Đang nộp"), fill) as done:
        officers = Officers(office)
        officers.bind_draw()
        try:
            for arrival in traffic(office, journal.seed, journal.since, after=journal.sent):
                _lodge(office, arrival, officers)
                journal.sent = arrival.place
                done(journal.sent)
                if journal.sent >= fill:
                    break
        finally:
            journal.save()


def _serve(found: Settings, journal: Journal, held: TextIO) -> None:
    from clearlane.api.app import create_app  # noqa: PLC0415 - only commands that serve need it

    stop = threading.Event()
    trade = threading.Thread(target=_trade, args=(found, journal, stop), name="traders", daemon=True)
    with listening(found.host, found.port, tries=_PORTS) as listener:
        print("http://{}:{}".format(*listener.getsockname()[:2]), file=held, flush=True)
        app = create_app(found, open_demo=True)
        trade.start()
        try:
            run(app, listener)
        finally:
            stop.set()
            trade.join()


def _trade(found: Settings, journal: Journal, stop: threading.Event) -> None:
    """Lodge at a gentle pace until stopped; the traders' time does not run ahead of ours."""
    try:
        with in_words(), _open(found) as office:
            officers = Officers(office)
            following = Following(office.ledger, signer_of(found, office.profile, office.store), office.clock, _SIGNED_EVERY)
            for arrival in traffic(office, journal.seed, journal.since, after=journal.sent):
                following()
                ahead = (arrival.at - system_clock()).total_seconds()
                if stop.wait(max(arrival.pause if arrival.lodgement else 0, ahead)):
                    return
                officers.bind_draw()
                _lodge(office, arrival, officers)
                journal.sent = arrival.place
                journal.save()
    except Refusal as refusal:
        tell_refusal(refusal)


def _open(found: Settings) -> Office:
    return Office.open(profile=found.profile, store=found.store, key=key_of(found.store, found.machine_key))


def _lodge(office: Office, arrival: Arrival, officers: Officers) -> None:
    """Lodge what arrives; what is refused is the traders' affair."""
    if arrival.lodgement is not None:
        (outcome,) = office.lodge_group([arrival.lodgement])
        if isinstance(outcome, Receipt):
            officers.see(outcome.case.number, arrival.finds)
