"""Whose act a verb without a subject is: control, raising, relative clauses, participles, infinitives."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

TABLES = {
    "control: the infinitive's subject is the governor's": """
Egypt began to fill the dam.
    Egypt | fill | dam

The rebels managed to escape to Chad.
    rebels | escape to | Chad

Egypt promised Sudan to close the dam.
    Egypt | promise | Sudan
    Egypt | close | dam planned <Egypt: promised>
    never Sudan | close | dam*

The company continued to sell weapons.
    company | sell | weapons
""",
    "object control: the infinitive's subject is the governor's object": """
Egypt persuaded Sudan to close the dam.
    Egypt | persuade | Sudan
    Sudan | close | dam
    never Egypt | close | dam*

Egypt forced Sudan to close the dam.
    Egypt | force | Sudan
    Sudan | close | dam
    never Egypt | close | dam*

The storm caused the company to close the port.
    storm | cause | company
    company | close | port
    never storm | close | port*

Egypt helped the farmers build the dam.
    Egypt | help | farmers
    farmers | build | dam

The law lets Sudan use the dam.
    law | let | Sudan
    never Sudan | use | dam

Egypt let Sudan use the dam.
    Egypt | let | Sudan
    Sudan | use | dam
    never Egypt | use | dam*

Egypt stopped Sudan from closing the dam.
    Egypt | stop | Sudan
    Sudan | close | dam NOT
    never Egypt | close | dam*

The judge hired Paul Reed to build the wall.
    judge | hire | Paul Reed
    never Paul Reed | build | wall
""",
    "raising": """
Egypt seems to own the dam.
    Egypt | own | dam possible

Egypt is expected to close the dam.
    Egypt | close | dam planned

Egypt is said to have closed the dam.
    Egypt | close | dam possible

Egypt is likely to close the dam.
    Egypt | close | dam possible
""",
    "relative clauses: subject": """
Sudan, which borders Egypt, closed the dam.
    Sudan | border | Egypt
    Sudan | close | dam
    never which | * | *

The company that built the dam sued Egypt.
    company | build | dam
    company | sue | Egypt
    never dam | sue | Egypt

The minister who signed the treaty resigned in March.
    minister | sign | treaty
    minister | resign in | March
    never treaty | resign in | March

The army arrested the men who had attacked the bank.
    army | arrest | men
    men | attack | bank
    never army | attack | bank
""",
    "relative clauses: object": """
The dam that Egypt built flooded the village.
    Egypt | build | dam
    dam | flood | village
    never Egypt | flood | village

The dam Egypt built flooded the village.
    Egypt | build | dam
    dam | flood | village

Israel rejected the deal that Egypt had offered.
    Israel | reject | deal
    Egypt | offer | deal
    never Egypt | reject | deal

The deal which Anna Novak signed in Rome ended the war.
    Anna Novak | sign | deal
    Anna Novak | sign in | Rome
    deal | end | war
""",
    "relative clauses: oblique and whose": """
The country in which the company built the dam sued Egypt.
    company | build | dam
    company | build in | country
    country | sue | Egypt
    never company | sue | Egypt

The man whose brother leads the party met the queen.
    man | have | brother
    brother | lead | party
    man | meet | queen
    never brother | meet | queen
    never man | lead | party

The union criticised the company on which the town depends.
    union | criticise | company
    town | depend on | company
    never union | depend on | *
""",
    "participles": """
Having signed the treaty, Egypt closed the dam.
    Egypt | sign | treaty
    Egypt | close | dam

Ignoring the court, Egypt closed the dam.
    Egypt | ignore | court
    Egypt | close | dam

Egypt closed the dam, angering Sudan.
    Egypt | close | dam
    Egypt | anger | Sudan
    never dam | anger | Sudan

The treaty, signed by Egypt in 1999, protects the river.
    Egypt | sign | treaty
    treaty | be signed in | 1999
    treaty | protect | river
    never Egypt | protect | river

Soldiers occupying the port arrested two sailors.
    soldiers | occupy | port
    soldiers | arrest | two sailors
    never port | arrest | *

The company won a contract, beating Siemens.
    company | win | contract
    company | beat | Siemens
    never contract | beat | Siemens
""",
    "infinitives of nouns are no facts": """
Egypt announced a plan to close the dam.
    Egypt | announce | plan
    Egypt | close | dam planned

Egypt's plan to close the dam angered Sudan.
    Egypt | have | plan
    Egypt's plan | anger | Sudan
    Egypt | close | dam planned
    never dam | anger | Sudan

Kenya rejected an offer to buy the ships.
    Kenya | reject | offer
    never Kenya | buy | ships

Kenya's refusal to sell the ships angered Uganda.
    Kenya | have | refusal
    Kenya's refusal | anger | Uganda
    Kenya | sell | ships NOT
""",
    "existentials and clefts": """
It was Egypt that closed the dam.
    Egypt | close | dam
    never it | be | *
""",
}


def test_row(row: object, check: Callable[[object], None]) -> None:
    check(row)
