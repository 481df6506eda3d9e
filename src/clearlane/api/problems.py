"""From a refusal to a problem (RFC 9457): the one place that knows which refusal is which HTTP status."""

from __future__ import annotations

from typing import Any

import msgspec
from fastapi import Response
from pydantic import BaseModel, ConfigDict, Field

from clearlane.api.refusals import Invalid
from clearlane.model.refusals import Refusal
from clearlane.model.text import Text

MEDIA_TYPE = "application/problem+json"


class Kind(msgspec.Struct, frozen=True):
    """One kind of problem.

    Attributes:
      status: The HTTP status.
      title: What it is, the same each time.
      advice: What to do about it.
    """

    status: int
    title: Text
    advice: Text


KINDS: dict[str, Kind] = {
    "unreadable": Kind(
        400,
        Text(en="The message cannot be read", vi="Không đọc được thông điệp"),
        Text(
            en="Nothing was recorded. Mend the message at the line and column named, and send it again.",
            vi="Không có gì được ghi nhận. Hãy sửa tại dòng và cột đã nêu rồi gửi lại.",
        ),
    ),
    "not-signed-in": Kind(
        401,
        Text(en="A token is needed", vi="Cần mã truy cập"),
        Text(en="Send the token the office gave you.", vi="Hãy gửi mã truy cập do cơ quan hải quan cấp."),
    ),
    "not-allowed": Kind(
        403,
        Text(en="Not allowed", vi="Không được phép"),
        Text(
            en="The token does not permit this. Ask the office if it should.",
            vi="Mã truy cập không cho phép việc này. Hãy liên hệ cơ quan hải quan.",
        ),
    ),
    "not-found": Kind(
        404,
        Text(en="Not found", vi="Không tìm thấy"),
        Text(
            en="Check the number or reference. Declarations of others are answered like those that do not exist.",
            vi="Hãy kiểm tra số tờ khai hoặc số tham chiếu. Tờ khai của người khác được trả lời như không tồn tại.",
        ),
    ),
    "method-not-allowed": Kind(
        405,
        Text(en="The address does not answer this method", vi="Địa chỉ không hỗ trợ phương thức này"),
        Text(en="The header Allow names those it answers.", vi="Tiêu đề Allow nêu các phương thức được hỗ trợ."),
    ),
    "conflict": Kind(
        409,
        Text(en="The reference is taken", vi="Số tham chiếu đã được dùng"),
        Text(
            en="Lodge under a new reference, or amend the declaration named.",
            vi="Hãy dùng số tham chiếu mới hoặc khai sửa đổi tờ khai đã nêu.",
        ),
    ),
    "closed": Kind(
        409,
        Text(en="The declaration's course has ended", vi="Tờ khai đã kết thúc xử lý"),
        Text(
            en="The declaration cannot be changed by this request any more. Ask the office.",
            vi="Không thể thay đổi tờ khai bằng yêu cầu này nữa. Hãy liên hệ cơ quan hải quan.",
        ),
    ),
    "too-large": Kind(
        413,
        Text(en="Too large", vi="Quá lớn"),
        Text(en="Send the messages in several requests.", vi="Hãy chia thành nhiều yêu cầu."),
    ),
    "unsupported": Kind(
        415,
        Text(en="The coding of the body is not read", vi="Không đọc được cách mã hóa nội dung"),
        Text(en="Send XML or JSON as it is, not compressed.", vi="Hãy gửi XML hoặc JSON nguyên dạng, không nén."),
    ),
    "invalid": Kind(
        422,
        Text(en="The request is not as described", vi="Yêu cầu không đúng mô tả"),
        Text(en="Mend the parameters named in errors.", vi="Hãy sửa các tham số nêu trong errors."),
    ),
    "too-often": Kind(
        429,
        Text(en="Too many requests", vi="Quá nhiều yêu cầu"),
        Text(en="Wait for the seconds in Retry-After.", vi="Hãy chờ số giây nêu trong Retry-After."),
    ),
    "unavailable": Kind(
        503,
        Text(en="Not available for the moment", vi="Tạm thời không khả dụng"),
        Text(
            en="The office cannot reach its records. Nothing was recorded; send the same again in a while.",
            vi="Hệ thống tạm thời không truy cập được dữ liệu. Không có gì được ghi nhận; hãy gửi lại sau ít phút.",
        ),
    ),
    "unexpected": Kind(
        500,
        Text(en="Something went wrong here", vi="Hệ thống gặp sự cố"),
        Text(
            en="Send the same again later; tell the office the request named.",
            vi="Hãy gửi lại sau; thông báo cho cơ quan hải quan mã yêu cầu đã nêu.",
        ),
    ),
}
"""Every kind of problem."""

_INWARD = frozenset({"unavailable"})


class Fault(BaseModel):
    """One parameter that is not as described."""

    where: str = Field(description="The place, such as `query.limit`.", examples=["query.limit"])
    what: str = Field(description="What is wrong with it.", examples=["Input should be less than or equal to 200"])


class Problem(BaseModel):
    """Why a request was refused (RFC 9457)."""

    model_config = ConfigDict(extra="allow")

    type: str = Field(description="Address of the description of this kind of problem.", examples=["/v1/problems/conflict"])
    title: str = Field(description="The kind of problem in a few words.")
    status: int = Field(description="The HTTP status.", ge=400, le=599)
    detail: str = Field(description="What happened, in the language asked for.")
    kind: str = Field(description="The kind of problem, one word.", json_schema_extra={"enum": [*sorted(KINDS)]})
    line: int | None = Field(None, description="Line of the message, from 1.")
    column: int | None = Field(None, description="Column of the message, from 1.")
    number: str | None = Field(None, description="The declaration concerned.")
    reference: str | None = Field(None, description="The reference concerned.")
    state: str | None = Field(None, description="Where the declaration stands.")
    errors: list[Fault] | None = Field(None, description="The parameters that are not as described.")


def problem(refusal: Refusal, language: str) -> dict[str, Any]:
    """Return a refusal as a problem, in a language. What concerns the office's own set-up is not told in its words."""
    name = refusal.kind if refusal.kind in KINDS else "unexpected"
    kind, inward = KINDS[name], refusal.kind in _INWARD or refusal.kind not in KINDS
    told: dict[str, Any] = {
        "type": f"/v1/problems/{name}",
        "title": kind.title.said(language),
        "status": kind.status,
        "detail": (kind.advice if inward else refusal.words).said(language),
        "kind": name,
    }
    if not inward:
        told |= {field: value for field, value in refusal.fields.items() if value != ""}
    if isinstance(refusal, Invalid):
        told["errors"] = [{"where": where, "what": what} for where, what in refusal.errors]
    return told


def answer(refusal: Refusal, language: str, headers: dict[str, str] | None = None) -> Response:
    """Return a refusal as an answer."""
    told = problem(refusal, language)
    more = {"Content-Language": language, "Vary": "Accept-Language", **(headers or {})}
    if refusal.kind == "not-signed-in":
        more["WWW-Authenticate"] = "Bearer"
    if refusal.kind == "too-large":
        more["Connection"] = "close"  # what is still on its way is not waited for
    if refusal.kind == "too-often":
        more["Retry-After"] = str(refusal.fields["seconds"])
    return Response(msgspec.json.encode(told), told["status"], more, MEDIA_TYPE)


_SAID = {status: sorted(name for name, kind in KINDS.items() if kind.status == status) for status in {k.status for k in KINDS.values()}}


def described(*kinds: str) -> dict[int | str, dict[str, Any]]:
    """Return the descriptions of refusals a route may answer with, for the description of the interface."""
    told: dict[int | str, dict[str, Any]] = {}
    for kind in kinds:
        known = KINDS[kind]
        example = {"type": f"/v1/problems/{kind}", "title": known.title.en, "status": known.status, "detail": known.advice.en, "kind": kind}
        entry = told.setdefault(known.status, {"description": "; ".join(KINDS[k].title.en for k in _SAID[known.status]), "content": {}})
        content = entry["content"].setdefault(MEDIA_TYPE, {"schema": {"$ref": "#/components/schemas/Problem"}, "examples": {}})
        content["examples"][kind] = {"value": example}
    return told
