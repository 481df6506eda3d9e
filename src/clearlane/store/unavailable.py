"""Unavailable: what is said where a store cannot be reached at all."""

from __future__ import annotations

from clearlane.model.refusals import Unavailable
from clearlane.model.text import Text


def unavailable(where: str, reason: BaseException) -> Unavailable:
    """Return the refusal for a store that cannot be reached.

    Args:
      where: The store's address, without a password.
      reason: What the database's driver says; its first line is told.
    """
    said = (str(reason).strip().splitlines() or [type(reason).__name__])[0]
    return Unavailable(
        Text(
            en=f"The store {where} cannot be reached, or is busy: {said}. Check the address and the database, and try again.",
            vi=f"Không kết nối được với kho dữ liệu {where}, hoặc kho đang bận: {said}. "
            "Hãy kiểm tra địa chỉ và cơ sở dữ liệu, rồi thử lại.",
        )
    )
