"""Possessives: named owners, and nobody's opinion taken for property."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

TABLES = {
    "named owners": """
Putin's associates own the bank.
    Putin | have | associates
    Putin's associates | own | bank

Kenya's president visited Uganda.
    Kenya | have | president
    Kenya's president | visit | Uganda
    never Kenya | visit | Uganda

Siemens's shares fell on Monday.
    Siemens | have | shares
    *fall on | Monday

Germany’s army bought the tanks.
    Germany | have | army
    * | buy | tanks
    never Germany | buy | tanks
""",
    "owners by pronoun": """
Anna Novak sold her house.
    Anna Novak | sell | house
    Anna Novak | have | house

Kenya sold its ships.
    Kenya | sell | ships
    perhaps Kenya | have | ships
""",
    "common nouns own nothing worth an edge": """
The president's brother owns the bank.
    brother | own | bank
    never president | have | *
    never president | own | bank

The companies' owners met in Rome.
    owners | meet in | Rome
    never companies | meet in | Rome
""",
    "what everybody has is no fact": """
Anna Novak raised her voice.
    Anna Novak | raise | voice
    never Anna Novak | have | *
""",
    "whose": """
The player, whose father coached Dynamo, praised Peter Fox.
    player | have | father
    father | coach | Dynamo
    player | praise | Peter Fox
""",
    "an opinion is an attribution": """
In Anna Novak's opinion, Kenya sold the ships.
    Kenya | sell | ships <Anna Novak: in … opinion>
    never Anna Novak | have | opinion
""",
    "an owner does not possess the appositive": """
Germany's chancellor, Olaf Scholz, visited Kenya.
    Olaf Scholz | hold position | chancellor
    Olaf Scholz | hold position for | Germany
    Olaf Scholz | visit | Kenya
    Germany | have | chancellor
    never Germany | have | Olaf Scholz
""",
    "owners inside a quotation are the speaker's word": """
"Kenya's army sold the ships," Anna Novak said.
    Kenya | have | army <Anna Novak: said>
    *army | sell | ships <Anna Novak: said>
    Anna Novak | say | *
""",
}


def test_row(row: object, check: Callable[[object], None]) -> None:
    check(row)
