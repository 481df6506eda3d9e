"""Names of firms and streets, put together from parts; any likeness is chance."""

from __future__ import annotations

from clearlane.simulator.chance import Chance

HEADS = (
    *("Alder", "Amber", "Bram", "Brine", "Cald", "Corr", "Dun", "Elder", "Fern", "Gorse", "Hazel", "Hollin", "Inger", "Kest"),
    *("Lark", "Marl", "Nether", "Oaken", "Pell", "Quarr", "Rush", "Salt", "Thorn", "Ulver", "Wend", "Yar"),
)
TAILS = (
    *("beck", "by", "combe", "croft", "dale", "fell", "ford", "gate", "holt", "hurst", "ley", "mere", "moor", "ridge", "shaw"),
    *("stead", "thwaite", "wick", "worth"),
)
HOME = ("Trading", "Imports", "Supply", "Foods", "Distribution", "Wholesale", "Stores", "Industries", "Merchants", "Works")
AWAY = ("Export House", "Manufacturing", "Union Traders", "Industries", "Mills", "Growers", "Components", "General Trading", "Works")
STREETS = ("Quay", "Harbour", "Station", "Mill", "Market", "Bridge", "Chandler", "Weaver", "Orchard", "Lantern", "Tollgate")


def firm(chance: Chance) -> str:
    """Return the name of an Arcadian firm."""
    return f"{chance.one(HEADS)}{chance.one(TAILS)} {chance.one(HOME)} Ltd"


def broker(chance: Chance) -> str:
    """Return the name of a customs broker."""
    return f"{chance.one(HEADS)}{chance.one(TAILS)} Customs Brokers"


def foreign(chance: Chance, town: str) -> str:
    """Return the name of a firm abroad."""
    return f"{town} {chance.one(HEADS)}{chance.one(TAILS)} {chance.one(AWAY)}"


def street(chance: Chance) -> str:
    """Return a street and number."""
    return f"{chance.between(1, 240)} {chance.one(STREETS)} Street"
