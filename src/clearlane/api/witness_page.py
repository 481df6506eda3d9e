"""What a witness shows to a person: whose logs it sees, how far, and the evidence it keeps; in English and Vietnamese."""

from __future__ import annotations

from datetime import UTC, datetime
from html import escape

from clearlane.model.text import Text
from clearlane.office.witness import Witness

STYLE = """:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
table { border-collapse: collapse; width: 100% }
th, td { text-align: start; padding: .4rem .8rem .4rem 0; border-bottom: 1px solid }
code { overflow-wrap: anywhere }
.scroll { overflow-x: auto }
"""
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'",
    "X-Content-Type-Options": "nosniff",
}
_TITLE = Text(en="Witness", vi="Bên chứng kiến")
_LEAD = Text(
    en="This node cosigns what partners sign of their logs, as long as each follows from what it saw before.",
    vi="Nút này ký chứng kiến những gì đối tác ký cho sổ của họ, miễn là mỗi lần đều nối tiếp những gì đã thấy.",
)
_KEY = Text(en="Its public key", vi="Khóa công khai")
_LOGS = Text(en="Logs it sees", vi="Các sổ được chứng kiến")
_HEADS = (
    Text(en="Log", vi="Sổ"),
    Text(en="Records seen", vi="Số bản ghi đã thấy"),
    Text(en="Last seen (UTC)", vi="Lần cuối (UTC)"),
)
_NEVER = Text(en="not yet", vi="chưa có")
_EVIDENCE = Text(en="Evidence", vi="Chứng cứ")
_NONE = Text(en="There is no evidence against anyone.", vi="Không có chứng cứ về bên nào.")
_SPLIT = Text(en="signed two roots for one size: two histories were shown", vi="đã ký hai mã gốc cho cùng một số bản ghi: có hai lịch sử")
_UNPROVED = Text(en="did not show that its log only grew", vi="không chứng minh được sổ chỉ thêm vào")
_FIRST, _SECOND = Text(en="first", vi="thứ nhất"), Text(en="second", vi="thứ hai")
_OTHER = Text(en="Tiếng Việt", vi="English")


def page(witness: Witness, language: str) -> str:
    """Return the page of a witness, as HTML."""

    def say(text: Text) -> str:
        return escape(text.said(language))

    name, key = escape(witness.key.name), escape(str(witness.key))
    other = "en" if language == "vi" else "vi"
    heads = "".join(f'<th scope="col">{say(head)}</th>' for head in _HEADS)
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f'<title>{say(_TITLE)} {name}</title><link rel="stylesheet" href="/style.css"></head><body>'
        f'<header><a href="/?language={other}" lang="{other}">{say(_OTHER)}</a></header>'
        f"<main><h1>{say(_TITLE)} {name}</h1>"
        f"<p>{say(_LEAD)}</p><h2>{say(_KEY)}</h2><p><code>{key}</code></p><h2 id=logs>{say(_LOGS)}</h2>"
        f'<div class="scroll" tabindex="0" role="region" aria-labelledby="logs"><table><thead><tr>{heads}</tr></thead>'
        f"<tbody>{_logs(witness, say(_NEVER))}</tbody></table></div><h2>{say(_EVIDENCE)}</h2>"
        f"{_evidence(witness, language)}</main></body></html>"
    )


def _logs(witness: Witness, never: str) -> str:
    book, rows = witness.book, []
    for origin in book.origins():
        seen = book.seen(origin)
        size, at = (str(seen.size), _moment(seen.at)) if seen else ("0", never)
        rows.append(f'<tr><th scope="row">{escape(origin)}</th><td>{size}</td><td>{at}</td></tr>')
    return "".join(rows)


def _evidence(witness: Witness, language: str) -> str:
    rows = []
    for place, one in enumerate(witness.book.evidence(), 1):
        words = (_SPLIT if one.kind == "split" else _UNPROVED).said(language)
        links = " ".join(
            f'<a href="/evidence/{place}/{part}" download>{escape(name.said(language))}</a>'
            for part, name in (("first", _FIRST), ("second", _SECOND))
        )
        rows.append(f"<li>{_moment(one.at)} UTC: <b>{escape(one.origin)}</b> {escape(words)}. {links}</li>")
    return f"<ol>{''.join(rows)}</ol>" if rows else f"<p>{escape(_NONE.said(language))}</p>"


def _moment(at: int) -> str:
    return f"{datetime.fromtimestamp(at, UTC):%Y-%m-%d %H:%M:%S}"
