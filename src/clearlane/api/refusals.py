"""Refusals that only a door over HTTP knows: who asks is not known, too much at once, or not in a way that is understood."""

from __future__ import annotations

from collections.abc import Sequence

from clearlane.model.refusals import Refusal
from clearlane.model.text import Text


class NotSignedIn(Refusal):
    """No token was given, or one that is not known here."""

    kind = "not-signed-in"

    def __init__(self) -> None:
        super().__init__(
            Text(
                en="This needs a token that is known here. Send it as: Authorization: Bearer and the token.",
                vi="Cần mã truy cập hợp lệ. Hãy gửi trong tiêu đề Authorization: Bearer kèm mã truy cập.",
            )
        )


class TooLarge(Refusal):
    """More bytes were sent than are taken. Field: ``most``."""

    kind = "too-large"

    def __init__(self, most: int) -> None:
        words = Text(en=f"At most {most} bytes are taken in one request.", vi=f"Mỗi yêu cầu chỉ nhận tối đa {most} byte.")
        super().__init__(words, most=most)


class TooOften(Refusal):
    """More requests came than are answered in so short a while. Field: ``seconds`` until the next is."""

    kind = "too-often"

    def __init__(self, seconds: int) -> None:
        words = Text(en=f"Too many requests. Ask again in {seconds} s.", vi=f"Quá nhiều yêu cầu. Hãy thử lại sau {seconds} giây.")
        super().__init__(words, seconds=seconds)


class Unsupported(Refusal):
    """The body came in a coding that is not read."""

    kind = "unsupported"


class Invalid(Refusal):
    """A parameter of the request is not as published.

    Attributes:
      errors: The place and the fault of each.
    """

    kind = "invalid"

    def __init__(self, errors: Sequence[tuple[str, str]]) -> None:
        super().__init__(
            Text(
                en="The request is not as the interface describes it; errors names each place.",
                vi="Yêu cầu không đúng như mô tả của giao diện; xem từng vị trí trong errors.",
            )
        )
        self.errors = tuple(errors)


class NoSuchRoute(Refusal):
    """Nothing is served under that address."""

    kind = "not-found"


class NoSuchMethod(Refusal):
    """The address does not answer that method."""

    kind = "method-not-allowed"


class Broken(Refusal):
    """Something is wrong here, not with the request. Field: ``request``, to name it by."""

    kind = "unexpected"

    def __init__(self, request: str) -> None:
        super().__init__(
            Text(
                en=f"Something went wrong here; it was noted as {request}. A message sent again is recognised and not taken twice.",
                vi=f"Hệ thống gặp sự cố, đã ghi nhận với mã {request}. Thông điệp gửi lại sẽ được nhận ra và không bị ghi hai lần.",
            ),
            request=request,
        )
