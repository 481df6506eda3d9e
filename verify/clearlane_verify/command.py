"""``clearlane-verify``: checks what customs administrations say, without them and without a network.

Exit 0: it holds; 1: it does not; 2: it cannot be read, or the command was given something else than it takes.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from clearlane_verify import checks
from clearlane_verify.check_certificate import certificate
from clearlane_verify.checks import content
from clearlane_verify.credential import moment
from clearlane_verify.policy import Policy
from clearlane_verify.refusal import Malformed, Refused
from clearlane_verify.speech import one_of, speak, tell

HOLDS, REFUSED, UNREADABLE = 0, 1, 2
Given = argparse.Namespace


def main(words: Sequence[str] | None = None) -> int:
    """Check what the words ask for, say what was found, and return the exit status."""
    given = list(sys.argv[1:] if words is None else words)
    speak(_language(given))
    found = parser().parse_args(given)
    try:
        found.act(found)
    except OSError as fault:
        why = f"{fault.filename}: {fault.strerror}"
        tell(f"A file cannot be read: {why}.", f"Không đọc được tệp: {why}.")
        return UNREADABLE
    except Refused as why:
        tell(why.en, why.vi)
        return UNREADABLE if isinstance(why, Malformed) else REFUSED
    return HOLDS


def _language(words: Sequence[str]) -> str | None:
    """Return the language asked for, before anything is parsed: help is written in it too."""
    for place, word in enumerate(words):
        if word.startswith("--language"):
            return word.partition("=")[2] or next(iter(words[place + 1 :]), None)
    return None


def parser() -> argparse.ArgumentParser:
    """Return the command line as it is understood."""
    top = argparse.ArgumentParser(
        "clearlane-verify",
        description=one_of(
            "Checks logs, proofs and certificates of customs, without a network.",
            "Kiểm tra sổ, bằng chứng và chứng nhận hải quan, không cần mạng.",
        ),
    )
    top.add_argument("--language", choices=("en", "vi"), help=one_of("the language spoken", "ngôn ngữ"))
    kinds = top.add_subparsers(required=True, metavar="CHECK")
    for name, words, arguments, act in COMMANDS:
        one = kinds.add_parser(name, help=one_of(*words), description=one_of(*words))
        one.add_argument("--language", choices=("en", "vi"), default=argparse.SUPPRESS, help=one_of("the language spoken", "ngôn ngữ"))
        arguments(one)
        one.set_defaults(act=act)
    return top


def _files(*names: str) -> Callable[[argparse.ArgumentParser], None]:
    def arguments(one: argparse.ArgumentParser) -> None:
        for name in names:
            one.add_argument(name.lower(), metavar=name, type=Path)
        one.add_argument(
            "--key",
            action="append",
            required=True,
            metavar="KEY",
            help=one_of("the log's public key, NAME+HASH+BASE64, or a file of them", "khóa công khai của sổ, hoặc tệp chứa khóa"),
        )

    return arguments


def _witnessed(one: argparse.ArgumentParser) -> None:
    one.add_argument(
        "--witness",
        action="append",
        default=[],
        metavar="KEY",
        help=one_of("a witness's public key, or a file of them", "khóa của bên chứng kiến"),
    )
    one.add_argument(
        "--least", type=int, metavar="NUMBER", help=one_of("how many witnesses must have seen it", "số bên chứng kiến tối thiểu")
    )


def _proof_words(one: argparse.ArgumentParser) -> None:
    _files("FILE")(one)
    _witnessed(one)
    one.add_argument(
        "--entry", type=Path, metavar="FILE", help=one_of("the record itself, of a log of others", "nội dung bản ghi, với sổ khác")
    )


def _checkpoint_words(one: argparse.ArgumentParser) -> None:
    _files("FILE")(one)
    _witnessed(one)


def _log_words(one: argparse.ArgumentParser) -> None:
    _files("FOLDER")(one)
    _witnessed(one)
    one.add_argument(
        "--checkpoint", type=Path, metavar="FILE", help=one_of("an older checkpoint it must hold", "điểm kiểm tra cũ mà sổ phải khớp")
    )


def _consistency_words(one: argparse.ArgumentParser) -> None:
    _files("OLD", "NEW")(one)
    one.add_argument("--log", type=Path, metavar="FOLDER", help=one_of("the files of the log", "thư mục tệp của sổ"))
    one.add_argument(
        "--proof", type=Path, metavar="FILE", help=one_of("hashes in base64, one a line", "các mã băm base64, mỗi mã một dòng")
    )


def _certificate_words(one: argparse.ArgumentParser) -> None:
    what = one.add_mutually_exclusive_group(required=True)
    what.add_argument("file", metavar="FILE", type=Path, nargs="?", help=one_of("the certificate", "chứng chỉ"))
    what.add_argument("--code", metavar="CODE", help=one_of("what the code on its paper says", "nội dung mã QR trên giấy"))
    pinned = one_of("a pinned DID document of an issuer", "tài liệu DID đã ghim của bên cấp")
    one.add_argument("--did", type=Path, action="append", default=[], metavar="FILE", help=pinned)
    snapshot = one_of("a snapshot of a status list", "bản chụp danh sách trạng thái")
    one.add_argument("--status", type=Path, action="append", default=[], metavar="FILE", help=snapshot)
    one.add_argument(
        "--days", type=int, default=7, metavar="NUMBER", help=one_of("how old a snapshot may be", "số ngày tối đa của bản chụp")
    )
    one.add_argument(
        "--at", metavar="MOMENT", help=one_of("as of when, such as 2026-11-23T09:00:00Z", "thời điểm, ví dụ 2026-11-23T09:00:00Z")
    )


def _shown(given: Given) -> bytes:
    return content(given.file) if given.code is None else str(given.code).encode()


def _at(given: Given) -> datetime:
    return moment(given.at) or datetime.now(UTC)  # noqa: TID251 - a door has a clock


def _policy(given: Given) -> Policy:
    witnesses = checks.keys_in(given.witness)
    return Policy(witnesses, len({one.name for one in witnesses}) if given.least is None else given.least)


COMMANDS: tuple[tuple[str, tuple[str, str], Callable[[argparse.ArgumentParser], None], Callable[[Given], None]], ...] = (
    (
        "checkpoint",
        ("check a signed checkpoint", "kiểm tra điểm kiểm tra đã ký"),
        _checkpoint_words,
        lambda given: checks.checkpoint(given.file, checks.keys_in(given.key), _policy(given)),
    ),
    (
        "proof",
        ("check that an act stands in a log", "kiểm tra một việc có trong sổ"),
        _proof_words,
        lambda given: checks.proof(given.file, checks.keys_in(given.key), _policy(given), given.entry),
    ),
    (
        "log",
        ("check the files of a log", "kiểm tra các tệp của sổ"),
        _log_words,
        lambda given: checks.log(given.folder, checks.keys_in(given.key), _policy(given), given.checkpoint),
    ),
    (
        "consistency",
        ("check that a log only grew", "kiểm tra sổ chỉ thêm vào"),
        _consistency_words,
        lambda given: checks.consistency(given.old, given.new, checks.keys_in(given.key), given.log, given.proof),
    ),
    (
        "certificate",
        ("check a certificate and whether it was withdrawn", "kiểm tra chứng chỉ và trạng thái thu hồi"),
        _certificate_words,
        lambda given: certificate(_shown(given), given.did, given.status, _at(given), timedelta(days=given.days)),
    ),
    (
        "split",
        ("check that two checkpoints prove two histories", "kiểm tra hai điểm kiểm tra có mâu thuẫn"),
        _files("FIRST", "SECOND"),
        lambda given: checks.split(given.first, given.second, checks.keys_in(given.key)),
    ),
    (
        "handover",
        ("check that a key handed over to a new one", "kiểm tra việc chuyển khóa"),
        _files("FILE"),
        lambda given: checks.handover(given.file, checks.keys_in(given.key)),
    ),
)
"""Each check: its name, what it does, what it takes, and the act. Further ones are added here."""
