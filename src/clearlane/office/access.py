"""Who may ask the office for what: tokens, the roles they carry, and whose declarations a trader lodges.

A token is shown once, when it is made. What is kept is its SHA-256 digest: whoever reads the settings
cannot ask in another's name.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from hashlib import sha256
from hmac import compare_digest
from ipaddress import ip_address

import msgspec

from clearlane.model.declaration import Declaration
from clearlane.model.person import OFFICIALS, TRADES, Grant, PersonRole
from clearlane.model.receipt import Lodgement
from clearlane.model.refusals import NotAllowed
from clearlane.model.text import Text

Role = PersonRole
NAMED: tuple[Role, ...] = ("tariff", "analyst", "manager", "auditor", "inspector", "supervisor", "cashier", "partner", "broker")
"""Roles whose acts are one person's: what takes two takes two of them."""
_NOT_LODGING = Text(
    en="Declarations are lodged by traders, their brokers, and officers who check papers or goods.",
    vi="Tờ khai do người khai, đại lý hải quan, hoặc công chức kiểm tra hồ sơ, hàng hóa nộp.",
)
_MARK = "clt_"
_OWN_NAMES = ("localhost", "127.0.0.1", "::1")


class Token(msgspec.Struct, frozen=True, omit_defaults=True):
    """A token as it is kept.

    Attributes:
      digest: SHA-256 of the token, in hexadecimal.
      role: What its holder is here as.
      party: The holder's identification number; the staff number of those whose acts are one person's. Both must have one.
      acts_for: Identification numbers of the declarants for whom a trader may lodge as their agent.
    """

    digest: str
    role: Role
    party: str = ""
    acts_for: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.role == "trader" and not self.party:
            raise ValueError("A trader's token needs the trader's identification number: party.")
        if self.role in NAMED and not self.party:
            raise ValueError("This role's token needs its holder's staff number: party. What takes two persons must tell them apart.")


class Asker(msgspec.Struct, frozen=True, omit_defaults=True):
    """Whoever asks, as far as a door knows.

    Attributes:
      role: What they are here as.
      party: Their identification number: a trader's firm, an officer's staff number; empty where declarations are not theirs to see.
      acts_for: Those for whom they may lodge as agent.
      name: By what they are counted and limited; says nothing of who they are.
      person: The number of whoever signed in as himself; empty where a token was shown.
      grants: The roles that stand for the person today, with the customs offices at which they hold.
      competences: The person's competences that stand today.
    """

    role: Role
    party: str = ""
    acts_for: tuple[str, ...] = ()
    name: str = ""
    person: str = ""
    grants: tuple[Grant, ...] = ()
    competences: tuple[str, ...] = ()

    @property
    def roles(self) -> frozenset[str]:
        """Everything they are here as."""
        return frozenset(grant.role for grant in self.grants) if self.person else frozenset({self.role})

    def holds(self, *roles: Role, office: str = "") -> bool:
        """Say whether one of these roles is theirs, at an office where one is named; a token's role holds at every office.

        >>> Asker("officer").holds("officer", "inspector", office="XA01")
        True
        """
        if not self.person:
            return self.role in roles
        return any(one.role in roles and (not office or not one.offices or office in one.offices) for one in self.grants)

    def fit_for(self, competence: str) -> bool:
        """Say whether a competence is theirs today; whoever comes with a token is taken to have what the office that gave it asks."""
        return not self.person or competence in self.competences

    @property
    def offices(self) -> frozenset[str]:
        """The customs offices at which their roles of customs hold; empty for all."""
        own = [grant.offices for grant in self.grants if grant.role in OFFICIALS]
        return frozenset() if not all(own) else frozenset(office for offices in own for office in offices)

    @property
    def trades(self) -> bool:
        """Whether they are here for a firm, and lodge for it."""
        return bool(self.roles & TRADES)

    @property
    def may_administer(self) -> bool:
        """Whether they register people and give rights."""
        return self.holds("admin")

    @property
    def officer(self) -> bool:
        """Whether they may see lanes before they are told, reasons, and everyone's declarations."""
        return bool(self.roles & OFFICIALS) or (not self.person and self.role == "admin")

    @property
    def may_change_tariff(self) -> bool:
        """Whether they may load a tariff, put another's in force, and take one back."""
        return self.holds("tariff")

    @property
    def may_analyse(self) -> bool:
        """Whether they may write risk profiles, lists and models, and approve another's."""
        return self.holds("analyst")

    @property
    def may_command(self) -> bool:
        """Whether they may set what an office can do in a shift, and sign what is given up."""
        return self.holds("manager")

    @property
    def may_audit(self) -> bool:
        """Whether they may be shown the secret of a draw that its holders open."""
        return self.holds("auditor")

    @property
    def sees_risk(self) -> bool:
        """Whether profiles, models, selection and estimates are theirs to look at."""
        return self.holds("analyst", "manager", "auditor")

    def controls(self, office: str = "") -> bool:
        """Whether they check papers and goods, at an office where one is named."""
        return self.holds("officer", "inspector", office=office) or (not self.person and self.role == "admin")

    def lodgement(self, data: bytes, signature: bytes | None = None, outside_number: str = "") -> Lodgement:
        """Return a message as they hand it in; an officer hands it in for the office itself.

        Raises:
          NotAllowed: Lodging is nothing of theirs.
        """
        if not self.trades and not self.controls() and not self.holds("supervisor"):
            raise NotAllowed(_NOT_LODGING)
        if self.officer:
            return Lodgement(data, signature, outside_number)
        return Lodgement(data, signature, outside_number, self.party, self.acts_for)


def new_token(role: Role, party: str = "", acts_for: Iterable[str] = ()) -> tuple[str, Token]:
    """Make a token; return what its holder is given, once, and what is kept.

    Raises:
      ValueError: A trader's token without the trader's identification number.
    """
    given = _MARK + secrets.token_urlsafe(32)
    return given, Token(digest_of(given), role, party, tuple(acts_for))


def digest_of(given: str) -> str:
    """Return the digest a token is kept as.

    >>> digest_of("clt_example")[:12]
    '0662fc77acff'
    """
    return sha256(given.encode()).hexdigest()


def holder(tokens: Iterable[Token], given: str) -> Asker | None:
    """Return who holds a token, None where it is none of ours. Takes the same time whichever it is."""
    digest, found = digest_of(given), None
    for token in tokens:
        if compare_digest(token.digest.encode(), digest.encode()):
            found = token
    return Asker(found.role, found.party, found.acts_for, found.digest[:16]) if found else None


def may_lodge(lodger: str, acts_for: Iterable[str], declaration: Declaration) -> bool:
    """Whether a party may lodge a declaration: its own, or as the agent named in it of someone it may act for."""
    declarant = declaration.declarant_id
    return declarant == lodger or (declarant in tuple(acts_for) and agent_of(declaration) == lodger)


def agent_of(declaration: Declaration) -> str:
    """Return the identification number of a declaration's agent, empty if it names none."""
    return (declaration.agent.id if declaration.agent else None) or ""


def at_this_machine(client: str, name: str) -> bool:
    """Whether a request comes from this very machine and under its own name, as where someone tries the office out.

    Args:
      client: The address it comes from.
      name: The name the machine was called by: a page of another site would call it by another.

    >>> at_this_machine("127.0.0.1", "localhost"), at_this_machine("127.0.0.1", "customs.example"), at_this_machine("", "localhost")
    (True, False, False)
    """
    try:
        return ip_address(client).is_loopback and name in _OWN_NAMES
    except ValueError:
        return False
