"""What each declared charge does to the customs value: added, deducted, already in the price, or no part of the value.

The price holds what the term of delivery puts into it, the value what its basis asks for. A charge of the way is added
where the basis holds it and the price does not, and deducted the other way round. So no cost is counted twice, and one
that arose after arrival and was never in the price changes nothing.
Source: WTO Customs Valuation Agreement, Article 8 and the note to Article 1.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from clearlane.assessment.exchange import Open
from clearlane.model.commodity import CustomsValuation
from clearlane.model.declaration import Declaration
from clearlane.model.money import Money
from clearlane.model.text import Text
from clearlane.model.valuation import IN_BASIS, IN_PRICE, Basis, Charge, Segment, Valuation

FREIGHT = Charge("freight", Text(en="Freight", vi="Cước phí vận chuyển"), "segment", "b")
"""The freight charge amount (WCO data element 117), among the charges; ``freight`` is its key in ``Valuation.shared_by``."""

SEGMENTS: dict[Segment, Text] = {
    "a": Text(en="carriage and costs to on board at export", vi="chi phí đến khi xếp hàng tại nước xuất khẩu"),
    "b": Text(en="main carriage", vi="cước vận chuyển quốc tế"),
    "c": Text(en="insurance", vi="phí bảo hiểm"),
    "d": Text(en="unloading at arrival", vi="chi phí dỡ hàng tại nơi đến"),
    "e": Text(en="inland carriage after arrival", vi="vận chuyển nội địa sau khi hàng đến"),
    "f": Text(en="import duty and tax", vi="thuế và phí nhập khẩu"),
}
"""The parts of the way in words."""


class Terms(msgspec.Struct, frozen=True, gc=False):
    """What a price holds.

    Attributes:
      term: The term of delivery; empty where none is declared or it is not known here.
      held: The parts of the way the price holds.
      basis: The basis of the value.
      remark: What a reader must know of it.
    """

    term: str
    held: frozenset[str]
    basis: Basis
    remark: Text


def terms_of(declaration: Declaration, valuation: Valuation) -> Terms:
    """Return what the prices of a declaration hold: by its term of delivery, else what the basis itself does."""
    shipment = declaration.goods_shipment
    term = ((shipment.trade_terms.condition_code if shipment and shipment.trade_terms else None) or "").upper()
    basis = valuation.basis
    if term in IN_PRICE:
        said = Text(en=f"Price under {term}, valued on a {basis} basis.", vi=f"Giá theo điều kiện {term}, trị giá tính theo {basis}.")
        return Terms(term, IN_PRICE[term], basis, said)
    said = Text(
        en=f"{'The term of delivery ' + term + ' is not known here' if term else 'No term of delivery is declared'}: "
        f"the price is taken to hold what a {basis} value holds.",
        vi=f"{'Điều kiện giao hàng ' + term + ' không có trong danh mục' if term else 'Chưa khai điều kiện giao hàng'}: "
        f"coi như giá đã gồm các khoản của trị giá {basis}.",
    )
    return Terms("", IN_BASIS[basis], basis, said)


def declared(given: CustomsValuation | None, valuation: Valuation) -> Iterator[tuple[Charge, Money]]:
    """Yield the charges of an item or of the whole shipment.

    Raises:
      Open: An amount is missing, or a charge is not known here.
    """
    if given is None:
        return
    if given.freight_charge_amount is not None:
        freight = given.freight_charge_amount.money
        if freight is None:
            raise Open(Text(en="The freight or its currency is missing.", vi="Thiếu cước phí vận chuyển hoặc đồng tiền."))
        yield FREIGHT, freight
    for one in given.charge_deduction:
        code, amount = one.charges_type_code or "", one.other_charge_deduction_amount
        charge, money = _known(code, valuation), amount.money if amount else None
        if charge is None or money is None:
            raise Open(
                Text(en=f"The charge {code or 'without a code'} cannot be computed.", vi=f"Không tính được khoản {code or 'không mã'}.")
            )
        yield charge, money


def _known(code: str, valuation: Valuation) -> Charge | None:
    """Return what a code means; where the profile lists no charges, codes A… are added and codes B… deducted."""
    if valuation.charges:
        return valuation.charges.get(code)
    if code[:1] not in ("A", "B"):
        return None
    return Charge(code, Text(en=f"Charge {code}", vi=f"Khoản {code}"), "addition" if code[0] == "A" else "deduction")


def effect(charge: Charge, terms: Terms, valuation: Valuation) -> tuple[int, Text]:
    """Return whether a charge is added (1), deducted (-1) or neither (0), and why."""
    if charge.segment is None or charge.kind != "segment":
        sign = {"addition": 1, "deduction": -1}.get(charge.kind, 0)
        return sign, _said(charge, _ALWAYS[sign], valuation)
    if not valuation.charges:
        return 1, _said(charge, _ADDED, valuation)
    in_price, in_basis = charge.segment in terms.held, charge.segment in IN_BASIS[terms.basis]
    if in_basis:
        return (0, _said(charge, _IN_PRICE, valuation)) if in_price else (1, _said(charge, _ADDED, valuation))
    return (-1, _said(charge, _DEDUCTED, valuation)) if in_price else (0, _said(charge, _OUTSIDE, valuation))


def lacking(terms: Terms, segments: set[str]) -> tuple[Segment, ...]:
    """Return the parts of the way that would have to be added or deducted and are not among those declared."""
    partly = terms.term in ("FCA", "FAS")  # the price holds some of the way to on board, so there may be nothing to add
    return tuple(
        part
        for part in SEGMENTS
        if part in "abc"
        and (part in terms.held) != (part in IN_BASIS[terms.basis])
        and part not in segments
        and not (partly and part == "a")
    )


def not_declared(part: Segment, terms: Terms) -> Text:
    """Say that a part of the way is not declared and what follows."""
    name = SEGMENTS[part]
    basis, term = terms.basis, terms.term
    if part in terms.held:
        return Text(
            en=f"The price under {term} holds {name.en}, a {basis} value does not; none is declared, so nothing is deducted.",
            vi=f"Giá {term} gồm {name.vi}, khoản này không thuộc trị giá {basis}; chưa khai nên không trừ.",
        )
    return Text(
        en=f"A {basis} value holds {name.en}, the price under {term} does not; none is declared, so nothing is added.",
        vi=f"Trị giá {basis} gồm {name.vi}, giá {term} chưa gồm; chưa khai nên không cộng.",
    )


_ADDED = Text(en="not in the price, part of the value: added", vi="chưa có trong giá, thuộc trị giá: cộng thêm")
_IN_PRICE = Text(en="already in the price: not added again", vi="đã có trong giá: không cộng lần nữa")
_DEDUCTED = Text(en="in the price, no part of the value: deducted", vi="có trong giá, không thuộc trị giá: trừ ra")
_OUTSIDE = Text(
    en="not in the price and no part of the value: neither added nor deducted", vi="ngoài giá và ngoài trị giá: không cộng, không trừ"
)
_ALWAYS = {
    1: Text(en="always part of the value: added", vi="luôn thuộc trị giá: cộng thêm"),
    -1: Text(en="never part of the value: deducted", vi="không thuộc trị giá: trừ ra"),
    0: Text(en="never touches the value: neither added nor deducted", vi="không ảnh hưởng trị giá: không cộng, không trừ"),
}


def _said(charge: Charge, why: Text, valuation: Valuation) -> Text:
    law = charge.reference or valuation.reference
    return Text(en=f"{charge.text.en} ({charge.code}): {why.en} ({law}).", vi=f"{charge.text.vi} ({charge.code}): {why.vi} ({law}).")
