"""Why an act on a tariff is refused, in words; and who is the same person."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from unicodedata import normalize

from clearlane.model.refusals import Closed, Conflict, NotAllowed, NotFound, Unavailable
from clearlane.model.text import Text

_LONGEST = 100
_DASHES = dict.fromkeys((*range(0x2010, 0x2016), 0x2212), "-")
NOBODY = Text(
    en="Say who you are, by your staff number: an act on a tariff is one person's.",
    vi="Hãy cho biết số hiệu công chức của bạn: mỗi thao tác trên biểu thuế gắn với một người cụ thể.",
)


def identified(by: str, otherwise: Text = NOBODY) -> str:
    """Return an officer's identification as it is recorded: a staff number in plain signs, so that none can be written two ways.

    Args:
      by: As it was given.
      otherwise: What is said where it is none; of the tariff by default.

    Raises:
      NotAllowed: None was given, or none that can be one.
    """
    officer = " ".join(normalize("NFKC", by).translate(_DASHES).split())
    if not officer or len(officer) > _LONGEST or not (officer.isascii() and officer.isprintable()):
        raise NotAllowed(otherwise)
    return officer


def same_person(one: str, other: str) -> bool:
    """Say whether two identifications are one person's, however they are written.

    >>> same_person("T-17", " t-17 ")
    True
    """
    return identified(one).casefold() == identified(other).casefold()


def no_such_version(version: str) -> NotFound:
    """Return that no tariff of that name was loaded."""
    return NotFound(Text(en=f"No tariff {version} is loaded here.", vi=f"Chưa nạp biểu thuế {version} vào hệ thống."), version=version)


def content_missing(version: str) -> Unavailable:
    """Return that a tariff's content is not what was loaded, so that nothing can be assessed under it."""
    return Unavailable(
        Text(
            en=f"The content of the tariff {version} is missing or is not what was loaded. Nothing can be assessed under it.",
            vi=f"Nội dung biểu thuế {version} bị thiếu hoặc không còn như khi nạp. Không thể tính thuế theo biểu này.",
        ),
        version=version,
    )


def of_another_country(country: str, own: str) -> Conflict:
    """Return that a tariff is another country's than the office's law."""
    return Conflict(
        Text(
            en=f"This is a tariff of {country or 'no country'}, and the law here is that of {own}. Nothing was kept.",
            vi=f"Đây là biểu thuế của {country or '(không rõ nước)'}, còn pháp luật ở đây là của {own}. Chưa lưu gì.",
        ),
        country=country,
    )


def folder_taken(folder: Path) -> Conflict:
    """Return that a tariff cannot be written where something stands already."""
    return Conflict(
        Text(
            en=f"There is something at {folder} already. Name a new folder; nothing was written.",
            vi=f"Đã có dữ liệu tại {folder}. Hãy chọn thư mục mới; chưa ghi gì.",
        )
    )


def no_tariff() -> NotFound:
    """Return that no tariff holds that could be written."""
    return NotFound(
        Text(en="No tariff is loaded, and the profile ships none.", vi="Chưa nạp biểu thuế nào và hồ sơ quốc gia không kèm biểu thuế.")
    )


def loaded_by_the_same(version: str) -> NotAllowed:
    """Return that whoever loaded a tariff cannot put it in force."""
    return NotAllowed(
        Text(
            en=f"You loaded the tariff {version}; another officer has to put it in force.",
            vi=f"Bạn là người nạp biểu thuế {version}; phải do công chức khác đưa vào áp dụng.",
        ),
        version=version,
    )


def live_already(version: str, state: str) -> Conflict:
    """Return that a tariff is in force, or to be, already."""
    words = {
        "in-force": Text(en=f"The tariff {version} is in force already.", vi=f"Biểu thuế {version} đang được áp dụng."),
        "scheduled": Text(en=f"The tariff {version} is to go live already.", vi=f"Biểu thuế {version} đã được hẹn ngày áp dụng."),
    }
    return Conflict(words[state], version=version)


def in_the_past(since: datetime) -> Conflict:
    """Return that a tariff cannot go live in the past."""
    return Conflict(
        Text(
            en=f"A tariff goes live now or later, not at {since:%Y-%m-%d %H:%M}: what was assessed stands.",
            vi=f"Biểu thuế chỉ áp dụng từ bây giờ hoặc về sau, không phải từ {since:%d/%m/%Y %H:%M}: số thuế đã tính được giữ nguyên.",
        )
    )


def not_live(version: str) -> Closed:
    """Return that there is nothing to take back."""
    if not version:
        return Closed(
            Text(
                en="No loaded tariff is in force; there is nothing to take back.",
                vi="Không có biểu thuế đã nạp nào đang áp dụng; không có gì để thu hồi.",
            )
        )
    return Closed(
        Text(
            en=f"The tariff {version} was not put in force, or was taken back already.",
            vi=f"Biểu thuế {version} chưa được áp dụng hoặc đã bị thu hồi.",
        ),
        version=version,
    )


def changed_meanwhile() -> Conflict:
    """Return that someone else changed the tariff at the same time."""
    return Conflict(
        Text(
            en="Someone else changed the tariff at the same time. Look again and repeat it if it is still wanted.",
            vi="Có người khác vừa thay đổi biểu thuế cùng lúc. Hãy xem lại và thực hiện lại nếu vẫn cần.",
        )
    )
