"""What the office remarks on permits of other agencies: demanded and not named, not good for these goods, not enough left."""

from __future__ import annotations

from decimal import Decimal

from clearlane.clearance.permits import Cited, lacking
from clearlane.model.declaration import Declaration
from clearlane.model.findings import Finding
from clearlane.model.permit import Permit, PermitKind
from clearlane.model.profile import Profile
from clearlane.model.rule import Rule
from clearlane.model.text import Text

_ITEM = "GoodsShipment/GovernmentAgencyGoodsItem[1]"
DEMANDED = Rule(
    "CL-511",
    "blocking",
    Text(en="A permit the law demands is named", vi="Giấy phép theo quy định được khai"),
    Text(
        en="Goods that need a permit of another agency name it among the documents of their item.",
        vi="Hàng hóa phải có giấy phép của cơ quan khác thì giấy phép được khai trong chứng từ của dòng hàng.",
    ),
    {f"{_ITEM}/Commodity/Classification[1]/ID": "090111"},
    {f"{_ITEM}/Commodity/Classification[1]/ID": "360300"},
    "import",
)
GOOD_FOR_THESE_GOODS = Rule(
    "CL-512",
    "blocking",
    Text(en="A permit named is good for the goods", vi="Giấy phép được khai phù hợp với hàng hóa"),
    Text(
        en="A permit that is named is known here, in force on the day, given to this importer, and for goods of this code and origin.",
        vi="Giấy phép được khai phải có trong hệ thống, còn hiệu lực, cấp cho chính người nhập khẩu này, đúng mã số và xuất xứ hàng hóa.",
    ),
    {f"{_ITEM}/AdditionalDocument[3]/ID": "the importer's permit for these goods, in force"},
    {f"{_ITEM}/AdditionalDocument[3]/ID": "another importer's permit"},
    "import",
)
ENOUGH = Rule(
    "CL-513",
    "blocking",
    Text(en="A permit has enough left", vi="Giấy phép còn đủ số lượng"),
    Text(
        en="What a declaration draws from a permit is no more than what earlier declarations left of its quantity and value.",
        vi="Số lượng và trị giá trừ vào giấy phép không vượt quá phần còn lại sau các tờ khai trước.",
    ),
    {f"{_ITEM}/AdditionalDocument[3]/ID": "a permit that has 1200 kg left"},
    {f"{_ITEM}/AdditionalDocument[3]/ID": "a permit that has 1199 kg left"},
    "import",
)
OF_PERMITS = (DEMANDED, GOOD_FOR_THESE_GOODS, ENOUGH)
"""In the order of their codes. Examples that need a permit known here stand in words."""


def demanded(declaration: Declaration, profile: Profile) -> tuple[Finding, ...]:
    """Return a finding for each goods item that needs a permit and names none."""
    kind = profile.kind(declaration.type_code or "")
    if not profile.permits or kind is None:
        return ()
    return tuple(_demanded(item, one) for item, one in lacking(declaration, profile.permits, kind.direction))


def _demanded(item: int, kind: PermitKind) -> Finding:
    return DEMANDED.at(
        f"GoodsShipment/GovernmentAgencyGoodsItem[{item}]/AdditionalDocument",
        Text(
            en=f"Item {item} needs a {kind.name.en.lower()} of the {kind.agency.en} ({kind.reference}), and names none.",
            vi=f"Dòng hàng {item} phải có {kind.name.vi.lower()} của {kind.agency.vi} ({kind.reference}) nhưng chưa khai.",
        ),
        Text(
            en=f"Name the permit as a document of kind {kind.code} with its number, such as {kind.code}-2026-0001.",
            vi=f"Hãy khai giấy phép là chứng từ loại {kind.code} kèm số giấy phép, ví dụ {kind.code}-2026-0001.",
        ),
    )


def not_good(one: Cited, why: Text) -> Finding:
    """Return that a permit cannot be used for a goods item, and why. Another trader's permit is answered as if it were not known."""
    return GOOD_FOR_THESE_GOODS.at(
        f"{one.path}/ID",
        Text(en=f"Item {one.item}: permit {one.number or '(no number)'} {why.en}", vi=f"Dòng {one.item}: giấy phép {one.number} {why.vi}"),
        Text(
            en="Name a permit given to the importer for these goods that is in force, or ask the agency that gave it.",
            vi="Hãy khai giấy phép còn hiệu lực cấp cho người nhập khẩu đối với hàng hóa này, hoặc liên hệ cơ quan cấp phép.",
        ),
    )


UNKNOWN = Text(en="is not known here.", vi="không có trong hệ thống.")
WITHDRAWN = Text(en="was withdrawn by the agency.", vi="đã bị cơ quan cấp thu hồi.")
OTHER_GOODS = Text(en="is for goods of another code or origin.", vi="được cấp cho hàng hóa có mã số hoặc xuất xứ khác.")
OTHER_KIND = Text(en="is of another kind than declared.", vi="thuộc loại khác với loại đã khai.")


def out_of_time(permit: Permit) -> Text:
    """Return that a permit is not in force on the day, with the days it holds."""
    return Text(
        en=f"holds from {permit.since:%Y-%m-%d} to {permit.until:%Y-%m-%d} only.",
        vi=f"chỉ có hiệu lực từ {permit.since:%d/%m/%Y} đến {permit.until:%d/%m/%Y}.",
    )


def unmeasured(permit: Permit) -> Text:
    """Return that a declaration does not say what it draws in the permit's unit."""
    return Text(
        en=f"is counted in {permit.unit or 'value'}, which the item does not state.",
        vi=f"tính theo {permit.unit or 'trị giá'}, mà dòng hàng chưa khai.",
    )


def not_enough(one: Cited, permit: Permit, asked: Decimal, left: Decimal, *, by_value: bool = False, currency: str = "") -> Finding:
    """Return that a permit has less left than a declaration draws, with both figures."""
    unit = currency if by_value else permit.unit
    return ENOUGH.at(
        f"{one.path}/ID",
        Text(
            en=f"Permit {one.number} has {plain(left)} {unit} left; this declaration draws {plain(asked)} {unit}.",
            vi=f"Giấy phép {one.number} còn {plain(left)} {unit}; tờ khai này sử dụng {plain(asked)} {unit}.",
        ),
        Text(
            en=f"Declare no more than {plain(max(left, Decimal(0)))} {unit} under this permit, or name a further permit for the rest.",
            vi=f"Chỉ khai tối đa {plain(max(left, Decimal(0)))} {unit} theo giấy phép này, hoặc khai thêm giấy phép khác cho phần còn lại.",
        ),
    )


def plain(number: Decimal) -> str:
    """Return a number without idle zeros."""
    return f"{number.normalize():f}"
