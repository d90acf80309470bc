"""Is it so? Negation, guesses, conditions and questions, as fields and never as plain facts.

The meaning of each status is laid down in tests/data/FACTUALITY.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

TABLES = {
    "not and never": """
Parliament did not ratify the treaty.
    Parliament | ratify | treaty NOT

The bank never paid the debt.
    bank | pay | debt NOT

The company hasn't sold the ships.
    company | sell | ships NOT

Kenya hardly trusts Norway.
    Kenya | trust | Norway NOT

Kenya no longer trusts Norway.
    Kenya | trust | Norway NOT

Egypt almost closed the dam.
    Egypt | close | dam NOT

Egypt nearly closed the dam.
    Egypt | close | dam NOT

Egypt has yet to close the dam.
    Egypt | close | dam NOT

Egypt was not forced to close the dam.
    never Egypt | close | dam
""",
    "no and nobody": """
No country trusts Sudan.
    country | trust | Sudan NOT

Nobody trusts Sudan.
    * | trust | Sudan NOT

The company owns no ships.
    company | own | ships NOT

Egypt bought none of the ships.
    Egypt | buy | ships NOT

Not all ministers signed the letter.
    ministers | sign | letter NOT

Hardly anyone in Egypt trusts Sudan.
    anyone | trust | Sudan NOT
""",
    "neither and nor": """
Neither France nor Spain signed the treaty.
    France | sign | treaty NOT
    Spain | sign | treaty NOT

The company closed neither the mine nor the port.
    company | close | mine NOT
    company | close | port NOT

The minister neither signed nor read the treaty.
    minister | sign | treaty NOT
    minister | read | treaty NOT

The offer was rejected by neither company.
    company | reject | offer NOT
""",
    "not one but the other": """
Egypt, not Sudan, closed the dam.
    Egypt | close | dam
    never Sudan | close | dam

The bank bought not ships but trucks.
    bank | buy | trucks
    never bank | buy | ships

The bank not only bought ships but also sold trucks.
    bank | buy | ships
    bank | sell | trucks

Egypt paid Sudan instead of attacking Libya.
    Egypt | pay | Sudan
    Egypt | attack | Libya NOT

Egypt left the league without paying the debt.
    Egypt | leave | league
    Egypt | pay | debt NOT
""",
    "negation reaches bare conjuncts": """
Egypt did not buy ships or trucks.
    Egypt | buy | ships NOT
    Egypt | buy | trucks NOT

The minister did not sign or read the treaty.
    minister | sign | treaty NOT
    minister | read | treaty NOT

The minister did not sign the treaty but praised the deal.
    minister | sign | treaty NOT
    minister | praise | deal
""",
    "guesses": """
Egypt may close the dam.
    Egypt | close | dam possible

Egypt might have closed the dam.
    Egypt | close | dam possible

Egypt probably closed the dam.
    Egypt | close | dam possible

Egypt allegedly closed the dam.
    Egypt | close | dam possible

Egypt appears to have closed the dam.
    Egypt | close | dam possible

Egypt was accused of closing the dam.
    Egypt | close | dam possible

It is possible that Egypt closed the dam.
    Egypt | close | dam possible

Egypt is able to close the dam.
    Egypt | close | dam possible

Egypt cannot close the dam.
    Egypt | close | dam NOT
""",
    "conditions": """
If Sudan closes the dam, Egypt will sue Kenya.
    Sudan | close | dam hypothetical
    Egypt | sue | Kenya hypothetical

Egypt will sue Kenya unless Sudan closes the dam.
    Egypt | sue | Kenya hypothetical
    Sudan | close | dam hypothetical

Had Sudan closed the dam, Egypt would have sued Kenya.
    Sudan | close | dam hypothetical
    Egypt | sue | Kenya hypothetical

Even if Sudan closes the dam, Egypt will sue Kenya.
    Sudan | close | dam hypothetical
    Egypt | sue | Kenya planned

When Sudan pays the debt, Egypt will close the dam.
    Sudan | pay | debt hypothetical
    Egypt | close | dam planned

Egypt will close the dam as soon as Sudan pays the debt.
    Sudan | pay | debt hypothetical
    Egypt | close | dam planned

Anna Novak said Kenya would sell the ships if Norway closed the port.
    Anna Novak | say | *
    Kenya | sell | ships hypothetical <Anna Novak: said>
    Norway | close | port hypothetical <Anna Novak: said>

Egypt wishes that Sudan had closed the dam.
    Egypt | wish | Sudan had closed the dam
    Sudan | close | dam hypothetical <Egypt: wishes>
""",
    "no condition": """
Egypt closed the dam because Sudan attacked Kenya.
    Egypt | close | dam
    Sudan | attack | Kenya

Egypt closed the dam after Sudan had attacked Kenya.
    Egypt | close | dam
    Sudan | attack | Kenya

Although Sudan closed the dam, Egypt thanked Kenya.
    Sudan | close | dam
    Egypt | thank | Kenya

Egypt did not close the dam because Sudan paid the debt.
    Egypt | close | dam NOT
    Sudan | pay | debt
""",
    "questions": """
Did Egypt close the dam?
    Egypt | close | dam questioned

Egypt asked whether Sudan had closed the dam.
    Egypt | ask | whether Sudan had closed the dam
    Sudan | close | dam questioned*
    never Egypt | ask of | Sudan

It is unclear whether Sudan closed the dam.
    Sudan | close | dam questioned

Why did Egypt close the dam?
    Egypt | close | dam
""",
}


def test_row(row: object, check: Callable[[object], None]) -> None:
    check(row)
