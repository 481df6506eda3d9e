"""Write a declaration back to WCO Data Model XML, in the order of the schema."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from clearlane.lodgement.dialects import DMS_2, Dialect
from clearlane.model.group import Group, RawElement, Unplaced
from clearlane.model.message import Message
from clearlane.model.structure import Place, places
from clearlane.model.values import Amount, DateTime, Quantity

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_RETURN = {"\r": "&#13;"}


def write(message: Message, dialect: Dialect = DMS_2) -> bytes:
    """Return a message as XML: every element and attribute it came with, comments and wrapper aside."""
    declaration = element("Declaration", message.declaration, dialect.declaration_types, xmlns=dialect.declaration)
    if message.metadata is None:
        return (HEAD + declaration).encode()
    envelope = element("MetaData", message.metadata, "", xmlns=dialect.metadata, inside=declaration)
    return (HEAD + envelope).encode()


def element(name: str, group: Group, types: str, *, xmlns: str = "", inside: str = "") -> str:
    """Return a class of the model as an element.

    Args:
      name: The element's name.
      group: The class.
      types: The namespace of dates.
      xmlns: A default namespace to declare here.
      inside: XML to put at the end of its content.
    """
    left = group.unplaced or _NOTHING
    parts = [f"<{name}", f' xmlns="{xmlns}"' if xmlns else "", _attributes(left.attributes), ">", _text(left.text)]
    for place in places(type(group)):
        value = getattr(group, place.field)
        if value is None or value == ():
            continue
        if place.shape == "groups":
            parts += [element(place.name, one, types) for one in value]
        elif place.shape == "group":
            parts.append(element(place.name, value, types))
        else:
            parts.append(_leaf(place, value, left.on.get(place.name, {}), types))
    parts += [_raw(one) for one in left.elements]
    parts += [inside, f"</{name}>"]
    return "".join(parts)


_NOTHING = Unplaced()


def _leaf(place: Place, value: str | Amount | Quantity | DateTime, more: dict[str, str], types: str) -> str:
    name = place.name
    if isinstance(value, str):
        return f"<{name}{_attributes(more)}>{_text(value)}</{name}>"
    if isinstance(value, DateTime):
        form = f" formatCode={quoteattr(value.format_code)}" if value.format_code is not None else ""
        inner = f'<t:DateTimeString xmlns:t="{types}"{form}>{_text(value.value)}</t:DateTimeString>'
        return f"<{name}{_attributes(more)}>{inner}</{name}>"
    own, code = ("currencyID", value.currency_id) if isinstance(value, Amount) else ("unitCode", value.unit_code)
    attributes = ({own: code} if code is not None else {}) | more
    return f"<{name}{_attributes(attributes)}>{_text(value.value)}</{name}>"


def _raw(one: RawElement) -> str:
    namespace, _, local = one.name.rpartition("}")
    # Elements without a namespace inside one that has a default need it switched off.
    start = f"r:{local} xmlns:r={quoteattr(namespace[1:])}" if namespace else f'{local} xmlns=""'
    end = f"r:{local}" if namespace else local
    inner = "".join(_raw(below) for below in one.elements)
    return f"<{start}{_attributes(one.attributes)}>{_text(one.text)}{inner}</{end}>"


def _attributes(attributes: dict[str, str]) -> str:
    if not attributes:
        return ""
    written = []
    for count, (name, value) in enumerate(attributes.items()):
        namespace, _, local = name.rpartition("}")
        if namespace == "{http://www.w3.org/XML/1998/namespace":
            local = f"xml:{local}"
        elif namespace:
            written.append(f" xmlns:a{count}={quoteattr(namespace[1:])}")
            local = f"a{count}:{local}"
        written.append(f" {local}={quoteattr(value, _RETURN)}")
    return "".join(written)


def _text(text: str) -> str:
    return escape(text, _RETURN) if text else ""
