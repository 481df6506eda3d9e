"""Separation of duties, as data: roles that one person may not hold on the same day."""

from __future__ import annotations

import msgspec

from clearlane.model.person import DECIDING, OFFICIALS, TRADES
from clearlane.model.text import Text


class Apart(msgspec.Struct, frozen=True):
    """Two kinds of roles that one person may not hold on the same day, and why.

    Attributes:
      one: Roles of one kind.
      other: Roles of the other.
      why: The reason.
    """

    one: frozenset[str]
    other: frozenset[str]
    why: Text

    def parts(self, role: str, held: str) -> bool:
        """Say whether two roles fall under it."""
        return (role in self.one and held in self.other) or (held in self.one and role in self.other)


APART: tuple[Apart, ...] = (
    Apart(
        frozenset({"admin"}),
        DECIDING | {"auditor"} | TRADES,
        Text(
            en="Who administers accounts neither decides nor audits: he could give himself any right.",
            vi="Người quản trị tài khoản không được quyết định hoặc kiểm toán, vì có thể tự cấp mọi quyền cho mình.",
        ),
    ),
    Apart(
        frozenset({"auditor"}),
        DECIDING,
        Text(en="Who audits does not do what is audited.", vi="Người kiểm toán không thực hiện công việc được kiểm toán."),
    ),
    Apart(
        frozenset({"analyst"}),
        frozenset({"officer", "inspector", "cashier"}),
        Text(
            en="Who writes what is controlled does not control, or take money, himself.",
            vi="Người viết tiêu chí kiểm tra không trực tiếp kiểm tra hoặc thu tiền.",
        ),
    ),
    Apart(
        frozenset({"cashier"}),
        frozenset({"officer", "inspector", "supervisor", "tariff"}),
        Text(en="Who takes the money does not set the amount.", vi="Người thu tiền không ấn định số tiền."),
    ),
    Apart(
        TRADES,
        OFFICIALS | {"partner"},
        Text(en="Nobody stands on both sides of the counter.", vi="Không ai được đứng ở cả hai phía của quầy."),
    ),
)
"""Separation of duties, as data."""
