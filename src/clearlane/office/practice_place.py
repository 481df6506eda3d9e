"""Where practice is kept: in a store of its own, never in that of the office."""

from __future__ import annotations

from clearlane.model.text import Text
from clearlane.office.settings import Misconfigured, Settings


def place(settings: Settings) -> str:
    """Return the store of practice.

    Raises:
      Misconfigured: None is named, or it is the office's own.
    """
    if settings.practice == "none":
        raise Misconfigured(
            Text(en="practice: name a store for practice.", vi="practice: hãy chỉ định kho dữ liệu cho thực hành."), setting="practice"
        )
    if settings.practice == settings.store:
        raise Misconfigured(
            Text(en="practice: give practice a store of its own.", vi="practice: hãy dùng kho dữ liệu riêng cho thực hành."),
            setting="practice",
        )
    return settings.practice
