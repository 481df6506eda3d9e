"""Tasks of a cashier: credits in suspense to be assigned, and a statement with one planted fault to be reconciled."""

from __future__ import annotations

from decimal import Decimal

from clearlane.model.practice_facts import TaskKind
from clearlane.model.text import Text
from clearlane.office.practice_tasks import Make, Question, Sight, Task
from clearlane.simulator.chance import Chance

_FIRMS = ("Hai Yen Trading", "North Pier Imports", "Sao Mai Foods", "Delta Machinery", "Green Valley Tea", "Lac Viet Textiles")
_ACCOUNTS = ("4410", "7725", "3098", "9164", "5531", "6287")
_NONE = ("none", Text(en="To none of them: it goes back", vi="Không tờ khai nào: hoàn trả người nộp"))
_FAULTS = {
    "amount": Text(en="The amount differs", vi="Sai số tiền"),
    "twice": Text(en="It is booked twice", vi="Ghi sổ hai lần"),
    "unbooked": Text(en="It is on the statement and not booked", vi="Có trên sao kê nhưng chưa ghi sổ"),
    "unseen": Text(en="It is booked and not on the statement", vi="Đã ghi sổ nhưng không có trên sao kê"),
}


def suspense(chance: Chance, currency: str) -> Task:
    """Return debts that stand open and three credits nobody could place: a reference mistyped, none at all, one that belongs nowhere."""
    numbers = [_number(chance) for _ in range(5)]
    start = chance.below(len(_FIRMS))
    firms = [(start + place) % len(_FIRMS) for place in (0, 0, 1, 2, 3)]
    amounts = [Decimal(chance.between(20_000, 900_000)) / 100 for _ in numbers]
    owed = tuple(
        (number, _FIRMS[firm], _ACCOUNTS[firm], f"{amount:.2f}") for number, firm, amount in zip(numbers, firms, amounts, strict=True)
    )
    place = chance.between(2, 4)
    other = 2 + (place - 1) % 3
    stranger = (start + 4) % len(_FIRMS)
    swapped = numbers[place][:-3] + numbers[place][-2] + numbers[place][-3] + numbers[place][-1]
    nearly = amounts[other] + Decimal(chance.between(1, 9))
    mine = chance.below(2)
    credits_ = (
        ("C-1", f"{amounts[place]:.2f}", _ACCOUNTS[firms[place]], swapped),
        ("C-2", f"{amounts[mine]:.2f}", _ACCOUNTS[firms[mine]], "–"),
        ("C-3", f"{nearly:.2f}", _ACCOUNTS[stranger], "–"),
    )
    options = (*((number, Text(en=number, vi=number)) for number in numbers), _NONE)
    asked = [
        (numbers[place], f"account {_ACCOUNTS[firms[place]]} and the amount fit, and two digits of the reference changed places.",
         f"tài khoản {_ACCOUNTS[firms[place]]} và số tiền khớp, số tham chiếu bị đảo hai chữ số."),
        (numbers[mine], "one payer has two debts; the amount tells which.", "người nộp có hai khoản nợ; số tiền cho biết khoản nào."),
        (_NONE[0], "neither account nor amount is that of a debt here.", "tài khoản và số tiền không khớp khoản nợ nào."),
    ]  # fmt: skip
    questions = tuple(
        Question(Text(en=f"Where does {credit[0]} belong?", vi=f"{credit[0]} thuộc tờ khai nào?"), options, right,
                 Text(en=f"{credit[0]}: {en}", vi=f"{credit[0]}: {vi}"))
        for credit, (right, en, vi) in zip(credits_, asked, strict=True)
    )  # fmt: skip
    debts = Sight(Text(en="Debts that stand open", vi="Các khoản chưa nộp"), _heads("declaration", "payer", "account", currency), owed)
    waiting = Sight(
        Text(en="Credits in suspense", vi="Khoản tiền chờ xác định"), _heads("credit", currency, "account", "reference"), credits_
    )
    return Task("suspense", (debts, waiting), questions)


def _number(chance: Chance) -> str:
    """Return a number whose last figures but one differ, so that they can change places."""
    figure = chance.below(9)
    return f"26XA{chance.between(10**5, 10**6 - 1)}{figure}{figure + 1}{chance.below(10)}"


def statement(chance: Chance, currency: str) -> Task:
    """Return a day's statement and the book of the same day, with one fault between them."""
    lines = [(f"R-{chance.between(1000, 9999)}{place}", Decimal(chance.between(10_000, 700_000)) / 100) for place in range(7)]
    fault, place = chance.one(tuple(_FAULTS)), chance.below(len(lines))
    reference, amount = lines[place]
    booked = list(lines)
    if fault == "amount":
        booked[place] = (reference, _swapped(amount))
    elif fault == "twice":
        booked.insert(chance.below(len(booked) + 1), lines[place])
    elif fault == "unbooked":
        del booked[place]
    seen = [line for line in lines if fault != "unseen" or line[0] != reference]
    signs = {
        "amount": (f"the bank says {amount:.2f}, the book {_swapped(amount):.2f}", f"sao kê {amount:.2f}, sổ {_swapped(amount):.2f}"),
        "twice": ("it stands in the book twice and on the statement once", "sổ ghi hai lần, sao kê có một lần"),
        "unbooked": ("the bank has it, the book does not", "sao kê có, sổ không có"),
        "unseen": ("the book has it, the bank does not", "sổ có, sao kê không có"),
    }
    sign = Text(en=f"{reference}: {signs[fault][0]}.", vi=f"{reference}: {signs[fault][1]}.")
    which = tuple((one, Text(en=one, vi=one)) for one, _ in lines)
    sights = (
        _lines("The bank's statement", "Sao kê ngân hàng", seen, currency),
        _lines("The book of the day", "Sổ trong ngày", booked, currency),
    )
    questions = (
        Question(Text(en="Which line is not as it should be?", vi="Dòng nào không khớp?"), which, reference, sign),
        Question(Text(en="What is wrong with it?", vi="Sai lệch gì?"), tuple(_FAULTS.items()), fault, sign),
    )
    return Task("statement", sights, questions)


def _swapped(amount: Decimal) -> Decimal:
    """Return an amount with a figure of its own mistyped: a 9 too much in the tens."""
    return amount + 90


def _lines(en: str, vi: str, rows: list[tuple[str, Decimal]], currency: str) -> Sight:
    total = sum((amount for _, amount in rows), Decimal(0))
    shown = (*((reference, f"{amount:.2f}") for reference, amount in rows), ("Σ", f"{total:.2f}"))
    return Sight(Text(en=en, vi=vi), _heads("reference", currency), shown)


def _heads(*names: str) -> tuple[Text, ...]:
    return tuple(_HEADS.get(name, Text(en=name, vi=name)) for name in names)


_HEADS = {
    "declaration": Text(en="Declaration", vi="Tờ khai"),
    "payer": Text(en="Payer", vi="Người nộp"),
    "account": Text(en="Account", vi="Tài khoản"),
    "credit": Text(en="Credit", vi="Khoản có"),
    "reference": Text(en="Reference", vi="Số tham chiếu"),
}
MAKE: dict[TaskKind, Make] = {"suspense": suspense, "statement": statement}
"""What makes a task of each kind."""
