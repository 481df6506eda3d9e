"""What is said where an act is not someone's."""

from __future__ import annotations

from clearlane.model.competence import Right
from clearlane.model.text import Text

NOT_YOURS = Text(
    en="This is for other roles, or for officers of the customs office that has the declaration.",
    vi="Thao tác này thuộc vai trò khác, hoặc thuộc công chức của đơn vị hải quan đang xử lý tờ khai.",
)
NOBODY = Text(
    en="Each act is one person's: sign in under your own staff number.",
    vi="Mỗi thao tác gắn với một người cụ thể: hãy đăng nhập bằng số hiệu công chức của bạn.",
)
_RIGHTS: dict[Right, tuple[str, str]] = {
    "second-signature": ("A second signature", "Ký với tư cách công chức thứ hai"),
    "red-case": ("Closing a red case", "Kết thúc hồ sơ luồng đỏ"),
    "value-uplift": ("Raising a value", "Điều chỉnh tăng trị giá"),
}


def not_fit(right: Right, title: Text) -> Text:
    """Return that a right asks for a competence which is not in date."""
    en, vi = _RIGHTS[right]
    return Text(
        en=f"{en} asks for the competence “{title.en}”, and yours is not in date. Practise, and ask an administrator for it.",
        vi=f"{vi} cần chứng nhận năng lực “{title.vi}” còn hiệu lực. Hãy thực hành và đề nghị quản trị viên cấp.",
    )


def with_another(officer: str) -> Text:
    """Return that another officer has the case."""
    return Text(
        en=f"The case is with {officer}. A supervisor may assign it anew, with a reason.",
        vi=f"Hồ sơ đang được giao cho {officer}. Người phụ trách có thể phân công lại, kèm lý do.",
    )
