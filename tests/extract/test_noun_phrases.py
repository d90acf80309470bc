"""Facts that a noun phrase takes for granted, lists, and several descriptions of one name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

TABLES = {
    "seats": """
A London-based bank bought Dyne.
    London-based bank | be based in | London
    London-based bank | buy | Dyne
""",
    "examples": """
Allies such as Poland and Norway sent trucks.
    allies | send | trucks
    Poland | be | allies
    Norway | be | allies
""",
    "members behind including": """
The airline serves ports including Lisbon and Porto.
    airline | serve | ports
    Lisbon | be | ports
    Porto | be | ports
""",
    "places of things": """
The bank owns a hotel in Oslo.
    bank | own | hotel
    hotel | be in | Oslo

Delegates from Kenya and Uganda signed the charter.
    delegates | sign | charter
    delegates | be from | Kenya
    delegates | be from | Uganda

The bank may build a hotel in Oslo.
    hotel | be in | Oslo possible

The bank owns no hotel in Oslo.
    never hotel | be in | Oslo
""",
    "places of bodies": """
The Bank of Japan in Tokyo raised rates.
    Bank of Japan | be in | Tokyo
    Bank of Japan | raise | rates
""",
    "lists are no appositions": """
The shelling damaged the hospital, both schools and the bridge.
    shelling | damage | hospital
    shelling | damage | schools
    shelling | damage | bridge
    never hospital | be | *

The army bought two ships, the Aurora and the Selma.
    army | buy | Aurora
    army | buy | Selma
    perhaps Aurora | be | ship
    perhaps Selma | be | ship
""",
    "several descriptions of one name": """
Lena Fischer, a steel magnate and friend of the king, bought the newspaper.
    Lena Fischer | be | steel magnate
    Lena Fischer | be | friend of king
    Lena Fischer | buy | newspaper

Anna Novak, head of the bank, and chairman of the club, praised Kenya.
    Anna Novak | hold position | head of bank
    Anna Novak | hold position | chairman of club
    Anna Novak | praise | Kenya
    never chairman of club | praise | *
""",
    "nouns that sum up the clause": """
Egypt closed its border, a move that angered Sudan.
    Egypt | close | border
    perhaps Egypt | have | border
    perhaps move | anger | Sudan
    never border | be | *
""",
}


def test_row(row: object, check: Callable[[object], None]) -> None:
    check(row)
