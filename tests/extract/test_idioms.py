"""Verbs that their object alone would make say the wrong thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

TABLES = {
    "verb and oblique": """
The union took the bank to court.
    union | take to court | bank
    perhaps union | take bank to | court
    never union | take | bank

The bank was taken to court by the union.
    union | take to court | bank
    bank | be taken to | court

Norvik signed the striker, beating Halden to the signing.
    Norvik | sign | striker
    Norvik | beat to signing | Halden
    perhaps Norvik | beat to | signing
    never Norvik | beat | Halden
""",
    "what something is called": """
The ministry called the map a forgery.
    ministry | call forgery | map
    never ministry | call | map

The mayor called the plan a disaster.
    mayor | call disaster | plan

The court found Reed guilty.
    court | find guilty | Reed

Critics call the agency “the state within the state”.
    critics | call the state within the state | agency
    never * | call* | state

He ran a spy agency called “the state within the state” in Oslo.
    he | run | spy agency
    spy agency | be called | the state within the state
    perhaps spy agency | be called in | Oslo
    never * | be called | state
""",
    "what is made of something": """
That omission made the treaty possible.
    omission | make possible | treaty

The finance ministry called the remark “personal”.
    finance ministry | call personal | remark
""",
    "what others call it": """
Sedge was dismissed for what the council called persistent lateness.
    perhaps Sedge | be dismissed* | *
    never council | call | persistent lateness
""",
    "pleading guilty": """
Dario Menk pleaded guilty to bribing the mayor.
    Dario Menk | plead | guilty
    Dario Menk | bribe | mayor <Dario Menk: pleaded>
    never Dario Menk | demand* | mayor*
    never * | bribe | mayor demanded*

Reed is guilty of killing the driver, the court said.
    court | say | *
    Reed | kill | driver <court: said>
""",
    "whose act the infinitive is": """
Hale used the occasion to announce a fund.
    Hale | use | occasion
    Hale | announce | fund*
    never occasion | announce | fund*
""",
}


def test_row(row: object, check: Callable[[object], None]) -> None:
    """The relation says what was done."""
    check(row)


def test_pleading_guilty_is_no_demand(reading_of: Callable[[str], object]) -> None:
    events = {
        t.predicate.event for t in reading_of("Dario Menk pleaded guilty to bribing the mayor.").triples
    }
    assert "DEMAND" not in events
