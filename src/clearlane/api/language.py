"""In which language a caller is answered."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Header, Request

from clearlane.api.desk import desk_of
from clearlane.web.language import preferred

_ASKED = Header(alias="Accept-Language", description="Language of words: `en` or `vi`.", examples=["vi"])


def language_of(request: Request) -> str:
    """Return the language a caller asks for, else the one the office is set up with."""
    asked = request.headers.get("accept-language", "")
    language = preferred(asked) if asked else str(desk_of(request).settings.language)
    request.state.language = language
    return language


async def _language(request: Request, asked: Annotated[str | None, _ASKED] = None) -> str:
    return language_of(request)


Language = Annotated[str, Depends(_language)]
