"""Write notices as WCO Data Model notifications (RES), which existing trader software reads."""

from __future__ import annotations

from collections.abc import Sequence

from clearlane.lodgement.dialects import DMS_2, Dialect
from clearlane.lodgement.write import HEAD, element
from clearlane.model.message import MetaData
from clearlane.model.notice import Notice
from clearlane.model.profile import Profile
from clearlane.model.response import Response

_LONGEST_AGENCY = 70


def write_notices(notices: Sequence[Notice], profile: Profile, dialect: Dialect = DMS_2) -> bytes:
    """Return notices as one message, in their order.

    Args:
      notices: At least one.
      profile: Whose country and agency stand in the metadata.
      dialect: The customisation of the WCO Data Model to speak.

    Raises:
      ValueError: There is no notice: a message must hold one.
    """
    if not notices:
        raise ValueError("A message holds at least one notification.")
    metadata = MetaData(
        wco_data_model_version_code=dialect.version,
        wco_type_name="RES",
        responsible_country_code=profile.country,
        responsible_agency_name=profile.agency[:_LONGEST_AGENCY],
    )
    inside = "".join(write_response(notice.response, dialect) for notice in notices)
    return (HEAD + element("MetaData", metadata, "", xmlns=dialect.metadata, inside=inside)).encode()


def write_response(response: Response, dialect: Dialect = DMS_2) -> str:
    """Return one response as an element, the corrected declaration last."""
    corrected = response.corrected_declaration
    last = element("Declaration", corrected, dialect.declaration_types, xmlns=dialect.declaration) if corrected else ""
    return element("Response", response, dialect.response_types, xmlns=dialect.response, inside=last)
