"""What is said where an act is not someone's."""

from __future__ import annotations

from clearlane.model.text import Text

NOT_YOURS = Text(
    en="This is for other roles, or for officers of the customs office that has the declaration.",
    vi="Thao tác này thuộc vai trò khác, hoặc thuộc công chức của đơn vị hải quan đang xử lý tờ khai.",
)
NOBODY = Text(
    en="Each act is one person's: sign in under your own staff number.",
    vi="Mỗi thao tác gắn với một người cụ thể: hãy đăng nhập bằng số hiệu công chức của bạn.",
)
NOT_FIT: dict[str, Text] = {
    "second-signature": Text(
        en="A second signature asks for the competence “second signature”, and yours is not in date. Ask an administrator for it.",
        vi="Ký với tư cách công chức thứ hai cần chứng nhận năng lực “chữ ký thứ hai” còn hiệu lực. Hãy đề nghị quản trị viên cấp.",
    ),
    "red-case": Text(
        en="Closing a red case asks for the competence “red case”, and yours is not in date. Ask an administrator for it.",
        vi="Kết thúc hồ sơ luồng đỏ cần chứng nhận năng lực “hồ sơ luồng đỏ” còn hiệu lực. Hãy đề nghị quản trị viên cấp.",
    ),
    "value-uplift": Text(
        en="Raising a value asks for the competence “value uplift”, and yours is not in date. Ask an administrator for it.",
        vi="Điều chỉnh tăng trị giá cần chứng nhận năng lực “điều chỉnh trị giá” còn hiệu lực. Hãy đề nghị quản trị viên cấp.",
    ),
}


def with_another(officer: str) -> Text:
    """Return that another officer has the case."""
    return Text(
        en=f"The case is with {officer}. A supervisor may assign it anew, with a reason.",
        vi=f"Hồ sơ đang được giao cho {officer}. Người phụ trách có thể phân công lại, kèm lý do.",
    )
