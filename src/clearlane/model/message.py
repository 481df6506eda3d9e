"""A message as lodged: the envelope's metadata and the declaration in it."""

from __future__ import annotations

from typing import Annotated

import msgspec

from clearlane.model.declaration import Declaration
from clearlane.model.group import Group, RawElement, wco
from clearlane.model.values import Code, Words

NAMESPACE = "namespace"
"""In ``Message.repaired``: the elements were in no namespace, and were read as if in the right one."""


class MetaData(Group, frozen=True, kw_only=True):
    """Which edition of the WCO Data Model a message speaks, and who customised it."""

    wco_data_model_version_code: Annotated[Code | None, wco("", "an..6", "Edition of the WCO Data Model")] = None
    wco_type_name: Annotated[Words | None, wco("", "an..15", "Kind of message: DEC or RES")] = None
    responsible_country_code: Annotated[Code | None, wco("", "a2", "Country that customised it")] = None
    responsible_agency_name: Annotated[Words | None, wco("", "an..70", "Agency that customised it")] = None
    agency_assigned_customization_code: Annotated[Code | None, wco("", "an..6", "The agency's name for it")] = None
    agency_assigned_customization_version_code: Annotated[Code | None, wco("", "an..3", "Its version")] = None


class Message(msgspec.Struct, frozen=True, gc=False, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """One message read: what it declares, and how it came.

    Attributes:
      declaration: The declaration.
      metadata: The envelope's metadata; None where the declaration came bare.
      repaired: What had to be mended to read it, such as ``NAMESPACE``; empty where nothing was.
      wrapper: The submission wrapper around it, without the declaration; None where there was none.
    """

    declaration: Declaration = msgspec.field(name="Declaration")
    metadata: MetaData | None = msgspec.field(default=None, name="MetaData")
    repaired: tuple[str, ...] = ()
    wrapper: RawElement | None = None
