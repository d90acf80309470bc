"""``before``, ``until``, ``once`` and ``pending``: what has come about with them and what has not."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

TABLES = {
    "the past has mostly come about": """
The ministry published the list before the court ruled on the case.
    ministry | publish | list
    court | rule on | case

Reed left the bank before he joined the ministry.
    Reed | leave | bank
    Reed | join | ministry

The mayor did not sign the deal until the union accepted the wage cut.
    mayor | sign | deal NOT
    union | accept | wage cut
    perhaps mayor | rebuff | union possible

Reed managed to hide until police left the town.
    police | leave | town
""",
    "the present is still to come": """
The government signed the treaty before parliament votes on it.
    government | sign | treaty
    parliament | vote on | * planned

The strike goes on until the company accepts the offer.
    company | accept | offer planned

The bridge reopens once engineers inspect the cables.
    engineers | inspect | cables planned

The firm will keep the mine until the court rules on the licence.
    firm | keep | mine planned
    court | rule on | licence hypothetical
""",
    "what waits on a refusal or a wish is open": """
The mayor refused to sign the deal until the union accepted the wage cut.
    mayor | sign | deal NOT
    union | accept | wage cut hypothetical
    never union | accept | wage cut NOT
    perhaps mayor | rebuff | union possible
""",
    "what somebody was cut short before doing": """
Hale died before he finished the novel.
    Hale | finish | novel possible

Reed was arrested before boarding the plane.
    Reed | board | plane possible

Police stopped Reed before he reached the border.
    police | stop | Reed
    Reed | reach | border possible

He rejected the plan before anyone had read the text.
    he | reject | plan
    anyone | read | text possible
""",
    "pending is a preposition": """
The commission suspended the inquiry pending the trial.
    commission | suspend | inquiry
    commission | suspend* pending | trial
    never * | pend | trial
""",
    "was to and were to": """
Ostravia was to close the mine by April.
    Ostravia | close | mine planned
    Ostravia | close by | April planned

The council was to be the owner of the mill.
    council | be | owner of mill planned

Ostravia was not to close the mine.
    Ostravia | close | mine NOT planned
""",
}


def test_row(row: object, check: Callable[[object], None]) -> None:
    """What is still to come is no plain fact."""
    check(row)
