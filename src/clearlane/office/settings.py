"""Settings: how an office is set up, from the command line, the environment and ``office.toml``, in this order."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, get_type_hints

import msgspec
from msgspec import Meta

from clearlane.lodgement.xml_tree import MAX_BYTES
from clearlane.model.refusals import Refusal
from clearlane.model.text import Text

FILE = "office.toml"
PREFIX = "CLEARLANE_"
LARGEST = MAX_BYTES
"""The largest message that can be read at all, in bytes."""


class Misconfigured(Refusal):
    """A setting is unknown or its value cannot be used. Fields: ``setting`` and ``source`` where known."""

    kind = "misconfigured"


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """How an office is set up. The reference page on settings tells the same at length.

    Attributes:
      profile: The national profile, by its short name.
      store: Where facts are kept: ``sqlite:///FILE`` or ``postgresql://…``.
      sandbox: Whether this is a practice office, where the beginning of a reference forces the outcome.
      language: The language of words to people: ``en`` or ``vi``.
      max_bytes: The largest message taken, in bytes.
      max_messages: The most messages taken in one request over the wire.
      requests_per_minute: The most requests a caller may make over the wire; 0 for no limit.
      tokens: The file with the callers' tokens and roles.
      host: The address the service listens on.
      port: The port the service listens on.
      exchange: The file with rates of exchange; ``profile`` for those the profile has.
      oidc_issuer: The address of a sign-in service that speaks OpenID Connect; ``none`` for none.
      oidc_client: The name by which that service knows this office.
      oidc_secret: The file with the secret that service gave this office; ``none`` where PKCE alone is used.
      oidc_claim: The claim by which that service names a person.
      routine: Whether ``clearlane serve`` does the daily work of the office beside serving it: ``on`` or ``off``.
      retrain: After how many days that daily work trains a model anew, or sooner where something drifted; 0 for never.
      webhooks: Where deliveries to traders' software may go: ``public`` for https addresses open to the public, ``anywhere`` for private
        networks and plain http too, ``off`` for none.
      faceless: Whether officers see no party of a case until they open it: ``on``, ``off``, or as the ``profile`` has it.
      key_origin: The address of this office's pages as browsers have it, for security keys; ``none`` where none are used.
      key_domain: The domain that security keys are set up for; ``origin`` for the host of that address.
      keep_reads: For how many days it is kept who was shown personal data; 0 for ever.
      machine_key: The file with the key of this office's machine, made when it is first needed.
      certificate_key: The file with the key that signs certificates, made when it is first needed.
      certificate_did: The name under which the office issues certificates, ``did:web:…``; as the ``profile`` is called unless set.
      certificate_pins: The folder with partners' DID documents and lists of status, by which certificates are checked; ``none`` for none.
      ledger: Whether ``clearlane serve`` keeps the tree over the log grown and signed for beside serving it: ``on`` or ``off``.
      ledger_key: The file with the key that signs for the log, made when it is first needed.
      ledger_name: The name of the log; as the ``profile`` is called unless set, and never changed once it was signed for.
      witness: The file in which this node keeps what it saw of partners' logs; its witness's key lies beside it.
      practice: The store in which officers practise, never that of an office; ``none`` for no practice.
    """

    profile: Annotated[str, Meta(min_length=1)] = "xa"
    store: Annotated[str, Meta(min_length=1)] = "sqlite:///office.db"
    sandbox: bool = False
    language: Literal["en", "vi"] = "en"
    max_bytes: Annotated[int, Meta(ge=1, le=LARGEST)] = LARGEST
    max_messages: Annotated[int, Meta(ge=1, le=10_000)] = 1000
    requests_per_minute: Annotated[int, Meta(ge=0)] = 6000
    tokens: Annotated[str, Meta(min_length=1)] = "tokens.toml"
    host: Annotated[str, Meta(min_length=1)] = "127.0.0.1"
    port: Annotated[int, Meta(ge=0, le=65535)] = 8080
    exchange: Annotated[str, Meta(min_length=1)] = "profile"
    oidc_issuer: Annotated[str, Meta(min_length=1)] = "none"
    oidc_client: Annotated[str, Meta(min_length=1)] = "none"
    oidc_secret: Annotated[str, Meta(min_length=1)] = "none"  # noqa: S105 - the name of a file, not a secret
    oidc_claim: Annotated[str, Meta(min_length=1)] = "sub"
    key_origin: Annotated[str, Meta(min_length=1)] = "none"
    key_domain: Annotated[str, Meta(min_length=1)] = "origin"
    keep_reads: Annotated[int, Meta(ge=0, le=36500)] = 0
    machine_key: Annotated[str, Meta(min_length=1)] = "office.key"
    certificate_key: Annotated[str, Meta(min_length=1)] = "certificate.key"
    certificate_did: Annotated[str, Meta(pattern=r"^(profile|did:web:[A-Za-z0-9.%:_-]+)$", max_length=200)] = "profile"
    certificate_pins: Annotated[str, Meta(min_length=1)] = "none"
    ledger: Literal["on", "off"] = "off"
    ledger_key: Annotated[str, Meta(min_length=1)] = "ledger.key"
    ledger_name: Annotated[str, Meta(pattern=r"^[^\s+]+$", max_length=200)] = "profile"
    witness: Annotated[str, Meta(min_length=1)] = "witness.db"
    routine: Literal["on", "off"] = "off"
    retrain: Annotated[int, Meta(ge=0, le=3650)] = 0
    webhooks: Literal["public", "anywhere", "off"] = "public"
    practice: Annotated[str, Meta(min_length=1)] = "none"
    faceless: Literal["profile", "on", "off"] = "profile"


def _number(least: int, most: int) -> Text:
    return Text(en=f"a whole number from {least} to {most}", vi=f"số nguyên từ {least} đến {most}")


_TEXT = Text(en="a text that is not empty", vi="văn bản không rỗng")
_MEANT = {
    "sandbox": Text(en="true or false", vi="true hoặc false"),
    "language": Text(en="en or vi", vi="en hoặc vi"),
    "max_bytes": _number(1, LARGEST),
    "max_messages": _number(1, 10_000),
    "requests_per_minute": Text(en="a whole number, 0 for no limit", vi="số nguyên, 0 là không giới hạn"),
    "port": _number(0, 65535),
    "retrain": Text(en="a whole number of days from 0 to 3650, 0 for never", vi="số ngày nguyên từ 0 đến 3650, 0 là không bao giờ"),
    "certificate_did": Text(en="a did:web name, such as did:web:customs.example", vi="tên did:web, ví dụ did:web:customs.example"),
    "ledger": Text(en="on or off", vi="on hoặc off"),
    "ledger_name": Text(en="a name without spaces and plus signs", vi="tên không có khoảng trắng và dấu cộng"),
    "keep_reads": Text(en="a whole number of days up to 36500, 0 for ever", vi="số ngày nguyên đến 36500, 0 là giữ mãi"),
    "routine": Text(en="on or off", vi="on hoặc off"),
    "faceless": Text(en="profile, on or off", vi="profile, on hoặc off"),
    "webhooks": Text(en="public, anywhere or off", vi="public, anywhere hoặc off"),
}
"""What each setting takes, for whoever gave it something else."""


def settings(given: Mapping[str, Any], environment: Mapping[str, str], folder: Path) -> Settings:
    """Return the settings in force: what is given goes before the environment, and that before the file.

    Args:
      given: Settings from the command line; None stands for one not given.
      environment: Variables such as ``CLEARLANE_STORE``.
      folder: The folder in which ``office.toml`` is looked for.

    Raises:
      Misconfigured: A setting is unknown, or its value cannot be used; the words say which and where from.
    """
    found: dict[str, Any] = {}
    for name, value in _file(folder / FILE).items():
        found[name] = _value(name, value, FILE)
    for name in Settings.__struct_fields__:
        if (written := environment.get(PREFIX + name.upper(), "")) != "":
            found[name] = _value(name, written, PREFIX + name.upper())
    for name, value in given.items():
        if value is not None:
            found[name] = _value(name, value, "--" + name.replace("_", "-"))
    return Settings(**found)


def _file(path: Path) -> dict[str, Any]:
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        why = (fault.strerror or type(fault).__name__) if isinstance(fault, OSError) else str(fault)
        raise Misconfigured(Text(en=f"{FILE} cannot be read: {why}.", vi=f"Không đọc được {FILE}: {why}."), source=FILE) from None
    for name in table:
        if name not in Settings.__struct_fields__:
            known = ", ".join(Settings.__struct_fields__)
            raise Misconfigured(
                Text(
                    en=f"{FILE}: no setting is called {name!r}. There are: {known}.",
                    vi=f"{FILE}: không có thiết lập tên {name!r}. Các thiết lập có thể dùng: {known}.",
                ),
                setting=name,
                source=FILE,
            )
    return table


def _value(name: str, value: Any, source: str) -> Any:
    try:
        return msgspec.convert(value, get_type_hints(Settings, include_extras=True)[name], strict=not isinstance(value, str))
    except msgspec.ValidationError:
        meant = _MEANT.get(name, _TEXT)
        raise Misconfigured(
            Text(
                en=f"{source}: {name} cannot be {value!r}; it is {meant.en}.",
                vi=f"{source}: {name} không thể là {value!r}; phải là {meant.vi}.",
            ),
            setting=name,
            source=source,
        ) from None
