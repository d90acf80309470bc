"""Acts that nouns name: who did what to whom, where no verb says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

TABLES = {
    "the act is taken for granted": """
Russia's invasion of Ukraine began in 2022.
    Russia | attack | Ukraine
    perhaps Russia's invasion* | begin in | 2022
    never Russia | have | *

The invasion of Kenya by Sudan shocked Norway.
    Sudan | attack | Kenya
    invasion of Kenya | shock | Norway

Norway condemned Israel's attack on Lebanon.
    Norway | condemn | Israel's attack
    Israel | attack | Lebanon

Protests followed the killing of a student by soldiers.
    perhaps protests | follow | *
    soldiers | kill | student

Lavrov's visit to Ankara lasted two days.
    Lavrov | visit | Ankara
    perhaps Lavrov | have | visit
    perhaps Lavrov's visit | last | two days
""",
    "the act is not": """
Diplomats fear a Turkish attack on Greece.
    diplomats | fear | Turkish attack
    Turkish | attack | Greece possible

The prospect of a Russian attack on Poland alarmed Norway.
    prospect | alarm | Norway
    Russian | attack | Poland possible

The UN called for an investigation of Sudan by the court.
    UN | call for | investigation of Sudan
    court | investigate | Sudan demanded

Egypt prevented Sudan's attack on Kenya.
    Egypt | prevent | *
    never Sudan | attack | Kenya
""",
    "the act is somebody's word": """
Ukraine said Russia's shelling of Kherson killed two people.
    Ukraine | say | *
    Russia | attack | Kherson <Ukraine: said>
    * | kill | two people <Ukraine: said>
""",
    "no act without who and whom": """
The attack on Kenya failed.
    never * | attack | Kenya

The failed attack on Kenya and Norway shocked Sudan.
    failed attack* | shock | Sudan
    never Sudan | attack | *
""",
}


def test_row(row: object, check: Callable[[object], None]) -> None:
    check(row)
