"""What somebody denies in an aside is no plain fact; what is caused, told or punished keeps its roles."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

TABLES = {
    "a relative clause denies the clause before it": """
Kenya armed the rebels, which Nairobi denies.
    Kenya | arm | rebels possible
    Nairobi | deny | Kenya armed the rebels

Kenya won the vote and jailed its critics, which Nairobi denies.
    Kenya | win | vote
    Kenya | jail | critics possible
    Nairobi | deny | jailed its critics

Iran bought the missiles from Kenya, which Nairobi disputes.
    Iran | buy | missiles possible
    Iran | buy from | Kenya possible
    Nairobi | dispute | Iran bought the missiles from Kenya

Iran armed the rebels, which Tehran says is false.
    Iran | arm | rebels possible
    never Tehran | say | Iran armed*
    never rebels | be | false*

Norway published the report, which Oslo denied.
    Norway | publish | report
    Oslo | deny | report
""",
    "what is denied has a name": """
The captain faces charges of fraud, which she denies.
    captain | face | charges
    perhaps she | deny | *

Police charged the captain with fraud, which he denies.
    police | charge | captain
    police | charge with | fraud
    perhaps he | deny | *
""",
    "who is let, made or helped does it": """
Pell was accused by monitors of letting officers beat voters.
    monitors | accuse | Pell
    Pell | let | officers <monitors: accused>
    officers | beat | voters <monitors: accused>

The minister was accused of letting police torture prisoners.
    minister | let | police possible
    police | torture | prisoners possible
    never minister | torture | *

Oslo denied helping rebels shell the town.
    Oslo | help | rebels NOT <Oslo: denied>
    rebels | shell | town NOT <Oslo: denied>
""",
    "an accusation that nobody made": """
The EU did not accuse Petrov of ordering the raid.
    EU | accuse | Petrov NOT
    never Petrov | order | *
""",
    "punished for what oneself did": """
The bank was fined €20mn by the Commission for fixing prices.
    bank | be fined | €20mn
    commission | fine | bank
    bank | fix | prices
""",
    "by what means": """
Residents contacted by telephone described the shelling.
    residents | describe | shelling
    residents | be contacted by | telephone
    never telephone | contact | *

The town was taken by force.
    town | be taken by | force

The letter was sent by the mayor.
    mayor | send | letter
""",
    "the clause around a phrase tells whose word it is": """
Anna Reed said the club had rejected two offers from Kenya.
    Anna Reed | say | *
    club | reject | two offers <Anna Reed: said>
    two offers | be from | Kenya <Anna Reed: said>

Mercenaries from Kenya seized the mine, according to diplomats.
    mercenaries | be from | Kenya <diplomats: according to>
    mercenaries | seize | mine <diplomats: according to>
""",
}


def test_contested(row: object, check: Callable[[object], None]) -> None:
    """Nothing contested, caused or told is read as the article's own word."""
    check(row)
