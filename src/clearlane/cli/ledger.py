"""``clearlane ledger``: sign for the log, prove an act, hand out the log's files, make the tree anew."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from clearlane.cli.desk import in_words, office_of, settled
from clearlane.cli.ledger_following import follow
from clearlane.cli.ledger_serving import serve
from clearlane.cli.ledger_verify import verify
from clearlane.cli.options import Language, Profile, Store
from clearlane.cli.progress import progress
from clearlane.cli.risk_options import figure
from clearlane.cli.speech import helped, one_of, out, tell
from clearlane.cli.tariff_options import out_columns
from clearlane.cli.witness import shown
from clearlane.model.facts import Record
from clearlane.model.ledger import StoredCheckpoint
from clearlane.model.refusals import NotFound
from clearlane.model.text import Text
from clearlane.office.key_renewal import renewed, taken_up
from clearlane.office.ledger_signing import log_name, signer_of
from clearlane.office.office import Office
from clearlane.office.settings import Settings
from clearlane.office.witness_node import book_of, knows_partners
from clearlane.office.witness_sending import send
from clearlane.office.witnessing import gather

What = Annotated[
    str,
    typer.Argument(
        metavar="RECORD|NUMBER",
        help=helped("A record of the log, or a declaration.", "Một bản ghi của sổ, hoặc một tờ khai."),
        show_default=False,
    ),
]
Out = Annotated[
    Path | None,
    typer.Option("--out", metavar="FILE", help=helped("Write it to a file.", "Ghi vào tệp."), show_default=False),
]
Lost = Annotated[
    bool,
    typer.Option(
        "--lost", help=helped("The old key is lost for good: go on with a new one.", "Khóa cũ đã mất hẳn: dùng tiếp một khóa mới.")
    ),
]
Folder = Annotated[
    Path, typer.Argument(metavar="FOLDER", help=helped("Where the files are written.", "Thư mục ghi tệp."), show_default=False)
]


def checkpoint(out_file: Out = None, profile: Profile = None, store: Store = None, language: Language = None) -> None:
    """Put what the log has into the tree, and sign for it; the key is made on the first time."""
    found = settled(profile=profile, store=store, language=language)
    with office_of(found) as office:
        signer = signer_of(found, office.profile, office.store)
        with progress(one_of("Putting facts into the tree", "Đang đưa dữ kiện vào cây"), office.store.last_seq()) as done:
            made = office.ledger.checkpoint(signer, done)
        made = _witnessed(found, office) or made
    if out_file is None:
        out(made.note.rstrip("\n"))
    else:
        _write(out_file, made.note)
    size = figure(made.size)
    tell(
        one_of(
            f"{size} records are signed for. The log's public key, to be published:",
            f"Đã ký cho {size} bản ghi. Khóa công khai của sổ, cần công bố:",
        )
    )
    tell(signer.vkey)


def _witnessed(found: Settings, office: Office) -> StoredCheckpoint | None:
    """Ask partners to cosign the latest checkpoint, where there are any, and return it with what they signed."""
    if not knows_partners(found):
        return None
    with book_of(found) as book:
        shown(gather(office.store, book, send))
    return office.store.checkpoint()


def prove(what: What, out_file: Out = None, profile: Profile = None, store: Store = None, language: Language = None) -> None:
    """Write the file that proves an act; of a declaration, list its acts where no file is named."""
    found = settled(profile=profile, store=store, language=language)
    with office_of(found) as office:
        if not what.isdecimal() and out_file is None:
            _list(office, what)
            return
        proof = office.ledger.proofs.of(int(what) if what.isdecimal() else _latest(office, what))
    if out_file is None:
        out(proof.rstrip("\n"))
    else:
        _write(out_file, proof)


def renew(out_file: Out = None, lost: Lost = False, profile: Profile = None, store: Store = None, language: Language = None) -> None:
    """Renew the key that signs for the log, and write the note by which the old key hands over to the new one."""
    found = settled(profile=profile, store=store, language=language)
    with office_of(found) as office:
        if lost:
            _go_on(found, office)
            return
        note = renewed(found.ledger_key, log_name(found, office.profile, office.store), office.store, office.clock().date())
    if out_file is None:
        out(note.rstrip("\n"))
    else:
        _write(out_file, note)
    tell(
        one_of(
            "Publish this note beside the old key; what that signed stays good.",
            "Công bố văn bản này cùng khóa cũ; chữ ký cũ vẫn có giá trị.",
        )
    )


def _go_on(found: Settings, office: Office) -> None:
    signer = signer_of(found, office.profile, office.store)
    taken_up(signer, office.store)
    tell(
        one_of(
            "The log goes on with this key, to which none handed over. Publish it beside the old one; `verify` asks for both:",
            "Sổ dùng tiếp khóa này, không được khóa cũ chuyển giao. Hãy công bố cùng khóa cũ; lệnh `verify` cần cả hai:",
        )
    )
    tell(signer.vkey)


def rebuild(profile: Profile = None, store: Store = None, language: Language = None) -> None:
    """Make the tree anew from the log; what was signed stays."""
    found = settled(profile=profile, store=store, language=language)
    with office_of(found) as office, progress(one_of("Growing the tree", "Đang dựng cây"), office.store.last_seq()) as done:
        size = office.ledger.rebuild(done)
    tell(one_of(f"The tree has {figure(size)} records.", f"Cây có {figure(size)} bản ghi."))


def export(folder: Folder, profile: Profile = None, store: Store = None, language: Language = None) -> None:
    """Write the log's files as any web server hands them out: tiles, commitments, the checkpoint last."""
    found = settled(profile=profile, store=store, language=language)
    with office_of(found) as office, in_words(), progress(one_of("Writing files", "Đang ghi tệp"), None) as done:
        for count, (path, body) in enumerate(office.ledger.proofs.files(), 1):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(body)
            done(count)


def _list(office: Office, number: str) -> None:
    records = _records(office, number)
    rows = [(str(record.seq), f"{record.at:%Y-%m-%d %H:%M:%S}", str(record.fact.__struct_config__.tag)) for record in records]
    out_columns([(one_of("record", "bản ghi"), one_of("at (UTC)", "lúc (UTC)"), one_of("act", "việc")), *rows], right=(0,))


def _latest(office: Office, number: str) -> int:
    return _records(office, number)[-1].seq


def _records(office: Office, number: str) -> list[Record]:
    if found := office.store.facts_of(number):
        return found
    raise NotFound(Text(en=f"The log says nothing of {number}.", vi=f"Sổ không có gì về {number}."))


def _write(file: Path, text: str) -> None:
    with in_words():
        file.write_text(text, encoding="utf-8")


COMMANDS = (
    ("checkpoint", checkpoint, Text(en="Sign for all that the log has.", vi="Ký cho toàn bộ sổ.")),
    ("prove", prove, Text(en="Prove an act by one small file.", vi="Chứng minh một việc bằng một tệp nhỏ.")),
    (
        "verify",
        verify,
        Text(
            en="Verify the whole store. Exit 0: it holds; 1: something was changed.",
            vi="Xác minh toàn bộ kho. Mã thoát 1: bị sửa.",
        ),
    ),
    (
        "follow",
        follow,
        Text(en="Grow the tree as facts come, and sign for them.", vi="Đưa dữ kiện mới vào cây và ký liên tục."),
    ),
    ("serve", serve, Text(en="Hand out the log's files and proofs over HTTP.", vi="Cung cấp tệp và bằng chứng của sổ qua HTTP.")),
    ("renew", renew, Text(en="Renew the key that signs for the log.", vi="Thay khóa ký cho sổ.")),
    ("rebuild", rebuild, Text(en="Make the tree anew from the log.", vi="Dựng lại cây từ sổ.")),
    ("export", export, Text(en="Write the log's files for others.", vi="Ghi các tệp của sổ cho bên khác.")),
)
