"""The dialects of the WCO Data Model that are read and written, by their namespaces.

What is spoken here is the WCO Data Model 3.6 as customised by the United Kingdom's Customs
Declaration Service ("DMS:2"). A later edition (4.x) is one more entry, with its own namespaces.
"""

from __future__ import annotations

import msgspec


class Dialect(msgspec.Struct, frozen=True):
    """One customisation of the WCO Data Model.

    Attributes:
      name: What it is called.
      version: The edition, as stated in a message's metadata.
      metadata: Namespace of the envelope.
      declaration: Namespace of the declaration (DEC).
      response: Namespace of the notification (RES).
      declaration_types: Namespace of dates within a declaration.
      response_types: Namespace of dates within a notification.
    """

    name: str
    version: str
    metadata: str
    declaration: str
    response: str
    declaration_types: str
    response_types: str


DMS_2 = Dialect(
    name="WCO DM 3.6 as customised by CDS (DMS:2)",
    version="3.6",
    metadata="urn:wco:datamodel:WCO:DocumentMetaData-DMS:2",
    declaration="urn:wco:datamodel:WCO:DEC-DMS:2",
    response="urn:wco:datamodel:WCO:RES-DMS:2",
    declaration_types="urn:wco:datamodel:WCO:Declaration_DS:DMS:2",
    response_types="urn:wco:datamodel:WCO:Response_DS:DMS:2",
)

DIALECTS = (DMS_2,)
"""Every dialect that is spoken."""
