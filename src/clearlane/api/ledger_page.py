"""What the service of a log shows to a person: its name, how far it is signed for, its keys, and where its files are."""

from __future__ import annotations

from html import escape

from clearlane.model.text import Text
from clearlane.office.ledger_showing import signed_for
from clearlane.office.ports_ledger import LedgerReading

_TITLE = Text(en="Log", vi="Sổ")
_LEAD = Text(
    en="Files and proofs by which anyone can check that this log only grew. They hold no record, only commitments to records.",
    vi="Các tệp và bằng chứng để bất kỳ ai kiểm tra rằng sổ chỉ được ghi thêm. Tệp không chứa bản ghi, chỉ chứa mã cam kết.",
)
_NEVER = Text(en="Nothing was signed for yet.", vi="Chưa có gì được ký.")
_KEYS = Text(en="Public keys, the first one first", vi="Khóa công khai, theo thứ tự thời gian")
_FILES = Text(en="Files and proofs", vi="Tệp và bằng chứng")
_WAYS = (
    ("/checkpoint", Text(en="the last checkpoint", vi="điểm kiểm tra mới nhất")),
    (
        "/tile/…",
        Text(en="the tiles of the tree and its commitments (C2SP tlog-tiles)", vi="các tệp của cây và mã cam kết (C2SP tlog-tiles)"),
    ),
    ("/proof/N", Text(en="the proof that record N stands in the log", vi="bằng chứng rằng bản ghi N có trong sổ")),
    ("/consistency/N", Text(en="the proof that it holds what it held at N records", vi="bằng chứng rằng sổ vẫn giữ nguyên N bản ghi đầu")),
    ("/keys", Text(en="the public keys", vi="các khóa công khai")),
    ("/handovers", Text(en="how each key handed over to the next", vi="việc chuyển giao giữa các khóa")),
)
_OTHER = Text(en="Tiếng Việt", vi="English")


def page(store: LedgerReading, language: str) -> str:
    """Return the page, as HTML."""

    def say(text: Text) -> str:
        return escape(text.said(language))

    name, standing = _standing(store, language)
    other = "en" if language == "vi" else "vi"
    keys = "".join(f"<li><code>{escape(key)}</code></li>" for key in store.ledger_keys())
    ways = "".join(f"<li>{_link(path)}: {say(words)}</li>" for path, words in _WAYS)
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f'<title>{say(_TITLE)} {escape(name)}</title><link rel="stylesheet" href="/style.css"></head><body>'
        f'<header><a href="/?language={other}" lang="{other}">{say(_OTHER)}</a></header>'
        f"<main><h1>{say(_TITLE)} {escape(name)}</h1><p>{say(_LEAD)}</p><p>{escape(standing)}</p>"
        f"<h2>{say(_KEYS)}</h2><ol>{keys}</ol><h2>{say(_FILES)}</h2><ul>{ways}</ul></main></body></html>"
    )


def _standing(store: LedgerReading, language: str) -> tuple[str, str]:
    """Return the log's name, and how far it is signed for, in words."""
    name, size, at = signed_for(store)
    if at is None:
        return "", _NEVER.said(language)
    moment = f"{at:%Y-%m-%d %H:%M:%S} UTC"
    words = Text(en=f"{size} records are signed for, as of {moment}.", vi=f"Đã ký cho {size} bản ghi, tính đến {moment}.")
    return name, words.said(language)


def _link(path: str) -> str:
    known = path.isascii() and "N" not in path
    return f'<a href="{path}"><code>{path}</code></a>' if known else f"<code>{path}</code>"
