"""Parties to a declaration: who declares, sells, carries, pays."""

from __future__ import annotations

from typing import Annotated

from clearlane.model.group import Group, wco
from clearlane.model.values import Code, Identifier, Words


class Address(Group, frozen=True, kw_only=True):
    """Where a party or goods are to be found. WCO class 04A."""

    type_code: Annotated[Code | None, wco("410", "an..3", "Kind of address")] = None
    city_name: Annotated[Words | None, wco("241", "an..35", "Town")] = None
    country_code: Annotated[Code | None, wco("242", "a2", "Country (ISO 3166)")] = None
    country_sub_division_code: Annotated[Code | None, wco("244", "an..9", "Part of the country, coded")] = None
    country_sub_division_name: Annotated[Words | None, wco("243", "an..35", "Part of the country")] = None
    line: Annotated[Words | None, wco("239", "an..70", "Street and number")] = None
    postcode_id: Annotated[Identifier | None, wco("245", "an..9", "Postcode")] = None


class Contact(Group, frozen=True, kw_only=True):
    """A person to speak to. WCO class 34A."""

    name: Annotated[Words | None, wco("246", "an..70", "Name of the person")] = None


class Communication(Group, frozen=True, kw_only=True):
    """A way to reach a party, and its kind. WCO class 25A."""

    id: Annotated[Identifier | None, wco("240", "an..50", "Number or address")] = None
    type_code: Annotated[Code | None, wco("253", "an..3", "Kind of communication")] = None


class Authenticator(Group, frozen=True, kw_only=True):
    """The natural person who signs for the declarant. WCO class 12A."""

    name: Annotated[Words | None, wco("R007", "an..70", "Name")] = None


class Authentication(Group, frozen=True, kw_only=True):
    """The declarant's sign-off: a text and who gave it. WCO class 61B."""

    authentication: Annotated[Words | None, wco("104", "an..256", "Sign-off text")] = None
    authenticator: Annotated[Authenticator | None, wco("12A")] = None


class Submitter(Group, frozen=True, kw_only=True):
    """Who sends the message, or the authority that issued a document. WCO class 17B."""

    name: Annotated[Words | None, wco("R058", "an..70", "Name")] = None
    id: Annotated[Identifier | None, wco("R059", "an..17", "Identification number")] = None
    address: Annotated[Address | None, wco("04A")] = None
    role_code: Annotated[Code | None, wco("R005", "an..3", "Role of the party")] = None


class Agent(Group, frozen=True, kw_only=True):
    """Who acts for the declarant, directly (2) or indirectly (3). WCO class 05A."""

    name: Annotated[Words | None, wco("R003", "an..70", "Name")] = None
    id: Annotated[Identifier | None, wco("R004", "an..17", "Identification number")] = None
    function_code: Annotated[Code | None, wco("102", "an..3", "How the agent acts: 2 direct, 3 indirect")] = None
    address: Annotated[Address | None, wco("04A")] = None


class AuthorisationHolder(Group, frozen=True, kw_only=True):
    """A party holding an authorisation used here, and of which kind. WCO class 17C."""

    id: Annotated[Identifier | None, wco("R144", "an..17", "Identification number")] = None
    category_code: Annotated[Code | None, wco("R145", "an..4", "Kind of authorisation")] = None


class Declarant(Group, frozen=True, kw_only=True):
    """Who makes the declaration or in whose name it is made. WCO class 57B."""

    name: Annotated[Words | None, wco("R124", "an..70", "Name")] = None
    id: Annotated[Identifier | None, wco("R123", "an..17", "Identification number")] = None
    address: Annotated[Address | None, wco("04A")] = None
    contact: Annotated[Contact | None, wco("34A")] = None
    communication: Annotated[Communication | None, wco("25A")] = None


class Exporter(Group, frozen=True, kw_only=True):
    """Who sells or sends the goods out. WCO class 57A."""

    name: Annotated[Words | None, wco("R031", "an..70", "Name")] = None
    id: Annotated[Identifier | None, wco("R032", "an..17", "Identification number")] = None
    address: Annotated[Address | None, wco("04A")] = None
    contact: Annotated[Contact | None, wco("34A")] = None
    communication: Annotated[Communication | None, wco("25A")] = None


class Importer(Group, frozen=True, kw_only=True):
    """Who brings the goods in or has them brought in. WCO class 74A."""

    name: Annotated[Words | None, wco("R037", "an..70", "Name")] = None
    id: Annotated[Identifier | None, wco("R038", "an..17", "Identification number")] = None
    address: Annotated[Address | None, wco("04A")] = None
    contact: Annotated[Contact | None, wco("34A")] = None
    communication: Annotated[Communication | None, wco("25A")] = None


class Buyer(Group, frozen=True, kw_only=True):
    """Who buys the goods. WCO class 16A."""

    name: Annotated[Words | None, wco("R009", "an..70", "Name")] = None
    id: Annotated[Identifier | None, wco("R010", "an..17", "Identification number")] = None
    address: Annotated[Address | None, wco("04A")] = None
    contact: Annotated[Contact | None, wco("34A")] = None
    communication: Annotated[Communication | None, wco("25A")] = None


class Seller(Group, frozen=True, kw_only=True):
    """Who sells the goods. WCO class 09B."""

    name: Annotated[Words | None, wco("R050", "an..70", "Name")] = None
    id: Annotated[Identifier | None, wco("R051", "an..17", "Identification number")] = None
    address: Annotated[Address | None, wco("04A")] = None
    contact: Annotated[Contact | None, wco("34A")] = None
    communication: Annotated[Communication | None, wco("25A")] = None


class Consignee(Group, frozen=True, kw_only=True):
    """Whom the goods are sent to. WCO class 27A."""

    name: Annotated[Words | None, wco("R014", "an..70", "Name")] = None
    id: Annotated[Identifier | None, wco("R015", "an..17", "Identification number")] = None
    address: Annotated[Address | None, wco("04A")] = None


class Consignor(Group, frozen=True, kw_only=True):
    """Who sends the goods under the transport contract. WCO class 30A."""

    name: Annotated[Words | None, wco("R020", "an..70", "Name")] = None
    id: Annotated[Identifier | None, wco("R021", "an..17", "Identification number")] = None
    address: Annotated[Address | None, wco("04A")] = None


class Carrier(Group, frozen=True, kw_only=True):
    """Who carries the goods across the border. WCO class 18A."""

    name: Annotated[Words | None, wco("R011", "an..70", "Name")] = None
    id: Annotated[Identifier | None, wco("R012", "an..17", "Identification number")] = None
    address: Annotated[Address | None, wco("04A")] = None
    communication: Annotated[Communication | None, wco("25A")] = None


class Payer(Group, frozen=True, kw_only=True):
    """Who pays duties and taxes. WCO class 56B."""

    name: Annotated[Words | None, wco("R120", "an..70", "Name")] = None
    id: Annotated[Identifier | None, wco("R121", "an..17", "Identification number")] = None
    address: Annotated[Address | None, wco("04A")] = None


class Surety(Group, frozen=True, kw_only=True):
    """Who stands security for another's debt. WCO class 19B."""

    name: Annotated[Words | None, wco("R054", "an..70", "Name")] = None
    id: Annotated[Identifier | None, wco("R055", "an..17", "Identification number")] = None
    address: Annotated[Address | None, wco("04A")] = None


class AEOMutualRecognitionParty(Group, frozen=True, kw_only=True):
    """An authorised economic operator recognised by agreement between administrations. WCO class 16C."""

    id: Annotated[Identifier | None, wco("R143", "an..17", "Identification number")] = None
    role_code: Annotated[Code | None, wco("R005", "an..3", "Role of the party")] = None


class DomesticDutyTaxParty(Group, frozen=True, kw_only=True):
    """A party with a role in domestic tax, such as a VAT registration. WCO class 55B."""

    id: Annotated[Identifier | None, wco("R119", "an..17", "Identification number")] = None
    role_code: Annotated[Code | None, wco("R005", "an..3", "Role of the party")] = None
