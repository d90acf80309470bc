"""Copulas: what something is, where it is, and how it stands to something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

TABLES = {
    "so was another": """
Kwame Hale was among the guests, and so was Paul Reed.
    Kwame Hale | be among | guests
    never Kwame Hale | be | Paul Reed
""",
    "what something is": """
Gazprom is a Russian company.
    Gazprom | be | Russian company

Nairobi is the capital of Kenya.
    Nairobi | be | capital of Kenya

The winner was Ann Moore.
    winner | be | Ann Moore

Kenya was a British colony.
    Kenya | be | British colony

The island is part of Norway.
    island | be | part of Norway
    never island | be | Norway

Kenya is a member of the United Nations.
    Kenya | be | member of United Nations
    never Kenya | be | United Nations

France and Germany are members of the European Union.
    France | be | members of European Union
    Germany | be | members of European Union
""",
    "how something is": """
Kenya is rich.
    Kenya | be | rich

The war is over.
    war | be | over

Kenya is richer than Norway.
    Kenya | be rich* than | Norway

The minister was less sure.
    minister | be | less sure
    never minister | be | sure

The roads are wet and dangerous.
    roads | be | wet
    roads | be | dangerous
""",
    "the adjective belongs to the relation": """
The treaty is distinct from the charter.
    treaty | be distinct from | charter
    never treaty | be | charter

The company is dependent on Russia.
    company | be dependent on | Russia

The minister was proud of the army.
    minister | be proud of | army

The mayor was not aware of the problem.
    mayor | be aware of | problem NOT
""",
    "where something is": """
Kenya is in Africa.
    Kenya | be in | Africa
    never Kenya | be | Africa

The minister was in Geneva on Tuesday.
    minister | be in | Geneva
    perhaps minister | be on | Tuesday
    never minister | be | Geneva

The troops are not in Syria.
    troops | be in | Syria NOT
""",
    "copulas deny, guess and plan like other verbs": """
Kenya is not a member of the league.
    Kenya | be | member of league NOT

Kenya is no longer a member of the league.
    Kenya | be | member of league NOT

Kenya may be the next host.
    Kenya | be | next host possible

Kenya will be the next host.
    Kenya | be | next host planned

Is Kenya the host?
    Kenya | be | host questioned

Anna Novak said Kenya was the host.
    Anna Novak | say | Kenya was the host
    Kenya | be | host <Anna Novak: said>

If Kenya is the host, Ghana will send a team.
    Kenya | be | host hypothetical
    Ghana | send | team hypothetical
""",
    "verbs like a copula": """
The town became a city in 1900.
    town | become | city
    town | become in | 1900

Kenya seems weak.
    Kenya | seem | weak

The region remains calm.
    region | remain | calm
""",
    "a clause as complement stands on its own": """
The fact is that Kenya owns the ships.
    Kenya | own | ships
    never Kenya | be | *

The problem is that Kenya has no ships.
    Kenya | have | ships NOT
    never Kenya | be | *

Egypt's goal is to close the dam.
    Egypt | have | goal
    never Egypt | close | dam
""",
    "infinitives with be are no facts": """
Egypt is about to close the dam.
    Egypt | close | dam planned
    never Egypt | close | dam
    never Egypt | be | *

Egypt is going to close the dam.
    Egypt | close | dam planned

Egypt is ready to close the dam.
    Egypt | close | dam planned

Egypt was unable to close the dam.
    Egypt | close | dam NOT

Sudan was too weak to close the dam.
    Sudan | be | too weak
    Sudan | close | dam NOT
""",
    "existentials": """
There is a base in Kenya.
    base | be in | Kenya

There were no ships in the port.
    ships | be in | port NOT
""",
}


def test_row(row: object, check: Callable[[object], None]) -> None:
    check(row)
