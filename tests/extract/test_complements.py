"""What a verb, noun or adjective makes of the clause below it: denied, believed, planned, demanded, alleged.

The meaning of each status is laid down in tests/data/FACTUALITY.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

TABLES = {
    "what is due": """
The singer was due to perform in Oslo.
    singer | perform in | Oslo planned
    never singer | be perform in | *
""",
    "reflexive objects": """
Egypt could not bring itself to praise Sudan.
    Egypt | praise | Sudan *
    never itself | praise | *
""",
    "verbs that deny": """
Egypt refused to close the dam.
    Egypt | close | dam NOT

Egypt failed to close the dam.
    Egypt | close | dam NOT

Egypt forgot to close the dam.
    Egypt | close | dam NOT

Egypt stopped buying gas.
    Egypt | buy | gas NOT

Egypt avoided paying the debt.
    Egypt | pay | debt NOT

Egypt pretended to close the dam.
    Egypt | close | dam NOT

Egypt pretended that Sudan had closed the dam.
    Egypt | pretend | *
    never Sudan | close | dam

Egypt denied closing the dam.
    Egypt | close | dam NOT <Egypt: denied>

Anna Novak denied that Kenya had sold the ships.
    Anna Novak | deny | Kenya had sold the ships
    Kenya | sell | ships NOT <Anna Novak: denied>

The claim that Sudan closed the dam is false.
    claim | be | false
    Sudan | close | dam NOT

It is false that Sudan closed the dam.
    Sudan | close | dam NOT

It is not true that Sudan closed the dam.
    Sudan | close | dam NOT

Egypt ruled out closing the dam.
    never Egypt | close | dam

Egypt voted against closing the dam.
    never Egypt | close | dam

Maria Lopez was barred from entering France.
    Maria Lopez | enter | France NOT*
    never Maria Lopez | enter | France

There is no evidence that Kenya sold the ships.
    Kenya | sell | ships NOT possible
    never Kenya | sell | ships
""",
    "two negations": """
Egypt did not forget to close the dam.
    Egypt | close | dam

Egypt did not refuse to close the dam.
    Egypt | close | dam

Egypt did not deny closing the dam.
    Egypt | close | dam possible <Egypt: deny>

Egypt did not manage to close the dam.
    Egypt | close | dam NOT
""",
    "beliefs": """
Egypt believes that Sudan closed the dam.
    Egypt | believe | Sudan closed the dam
    Sudan | close | dam possible <Egypt: believes>

Egypt does not believe that Sudan closed the dam.
    Egypt | believe | Sudan closed the dam NOT
    Sudan | close | dam NOT possible <Egypt: believe>

Egypt doubted that Sudan closed the dam.
    Egypt | doubt | Sudan closed the dam
    Sudan | close | dam NOT possible <Egypt: doubted>

Egypt feared that Sudan would close the dam.
    Egypt | fear | Sudan would close the dam
    Sudan | close | dam p* <Egypt: feared>

Egypt knows that Sudan closed the dam.
    Egypt | know | Sudan closed the dam
    Sudan | close | dam

Egypt regretted that Sudan had closed the dam.
    Egypt | regret | Sudan had closed the dam
    Sudan | close | dam
""",
    "plans": """
Norway had planned to buy the ships but changed its mind.
    Norway | buy | ships planned
    Norway | change | mind
    perhaps Norway | have | mind

Norway has no plans to leave the league.
    Norway | have | plans NOT
    Norway | leave | league NOT planned

Norway voted to leave the league.
    Norway | leave | league planned

Egypt will close the dam.
    Egypt | close | dam planned

Egypt will not close the dam.
    Egypt | close | dam NOT planned

Egypt is going to close the dam.
    Egypt | close | dam planned

Egypt wants to buy the ferries.
    Egypt | buy | ferries planned

Egypt intends to buy the ferries.
    Egypt | buy | ferries planned

Egypt hopes to buy the ferries.
    Egypt | buy | ferries planned

Egypt agreed to buy the ferries.
    Egypt | buy | ferries planned

Egypt tried to buy the ferries.
    Egypt | buy | ferries planned

Egypt sent troops to guard the dam.
    Egypt | send | troops
    * | guard | dam planned

Egypt threatened to close the dam.
    Egypt | close | dam planned <Egypt: threatened>

Egypt rejected a plan to close the dam.
    Egypt | reject | plan
    Egypt | close | dam NOT planned*

Egypt announced that Sudan would close the dam.
    Egypt | announce | Sudan would close the dam
    Sudan | close | dam planned <Egypt: announced>
""",
    "demands": """
Egypt must close the dam.
    Egypt | close | dam demanded

Egypt should close the dam.
    Egypt | close | dam demanded

Egypt has to close the dam.
    Egypt | close | dam demanded

Egypt told Sudan to close the dam.
    Egypt | tell* | Sudan
    Sudan | close | dam demanded <Egypt: told>

Egypt wants Sudan to close the dam.
    Egypt | want | Sudan
    Sudan | close | dam demanded <Egypt: wants>

Egypt called on Sudan to close the dam.
    Egypt | call on | Sudan
    Sudan | close | dam demanded <Egypt: called>

Egypt ordered the army to close the dam.
    Egypt | order | army
    army | close | dam demanded <Egypt: ordered>

Egypt urged Sudan not to close the dam.
    Egypt | urge | Sudan
    Sudan | close | dam NOT demanded <Egypt: urged>

Egypt warned Sudan not to close the dam.
    Egypt | warn* | Sudan
    Sudan | close | dam NOT demanded <Egypt: warned>

Egypt banned Sudan from closing the dam.
    Egypt | ban | Sudan
    Sudan | close | dam NOT demanded <Egypt: banned>

Sudan was urged to close the dam.
    Sudan | close | dam demanded

Anna Novak said Kenya should sell the ships.
    Anna Novak | say | Kenya should sell the ships
    Anna Novak | demand of | Kenya
    Kenya | sell | ships demanded <Anna Novak: said>

Paul Reed said that Anna Novak should never have been arrested.
    Paul Reed | say | Anna Novak should never have been arrested
    never Paul Reed | demand of | Anna Novak*

Most Kenyans praised the deal.
    most Kenyans | praise | deal
    never Kenya | praise | deal*

Let Egypt close the dam.
    never Egypt | close | dam

Egypt need not close the dam.
    never Egypt | close | dam NOT
""",
    "it came about": """
The fact that Norway bought the ships surprised Kenya.
    fact | surprise | Kenya
    Norway | buy | ships

Kenya is glad that Norway bought the ships.
    Kenya | be | glad
    Norway | buy | ships

Egypt managed to close the dam.
    Egypt | close | dam

Egypt continued to buy gas.
    Egypt | buy | gas

Egypt was forced to close the dam.
    Egypt | close | dam

Egypt failed to stop Sudan from closing the dam.
    Egypt | stop | Sudan NOT
    Sudan | close | dam
""",
    "charged, cleared, convicted": """
Paul Reed was acquitted of killing the mayor.
    Paul Reed | kill | mayor NOT*
    never Paul Reed | kill | mayor

Paul Reed was charged with killing the mayor.
    Paul Reed | kill | mayor possible

Paul Reed is wanted for killing the mayor.
    Paul Reed | kill | mayor possible

Prosecutors charged Paul Reed with killing the mayor.
    prosecutors | charge | Paul Reed
    Paul Reed | kill | mayor possible <prosecutors: charged>
    never prosecutors | kill | mayor*

Paul Reed confessed to killing the mayor.
    Paul Reed | kill | mayor <Paul Reed: confessed>

Paul Reed is thought to have killed the mayor.
    Paul Reed | kill | mayor possible

Police believe Paul Reed killed the mayor.
    police | believe | Paul Reed killed the mayor
    Paul Reed | kill | mayor possible <police: believe>

Paul Reed was convicted of killing the mayor.
    Paul Reed | kill | mayor

The court ruled that Paul Reed had killed the mayor.
    court | rule | Paul Reed had killed the mayor
    Paul Reed | kill | mayor <court: ruled>

Police arrested Paul Reed, accused of killing the mayor.
    *olice | arrest | Paul Reed
    Paul Reed | kill | mayor possible
    never police | kill | mayor*
""",
    "suspected of, ordered to: participles": """
Police arrested 12 men suspected of planning an attack.
    *olice | arrest | 12 men
    12 men | plan | attack possible
    never 12 men | plan | attack

A man accused of killing the mayor left Lima.
    man | leave | Lima
    man | kill | mayor possible
    never man | kill | mayor <man: accused>

A man believed to have killed the mayor left Lima.
    man | leave | Lima
    man | kill | mayor possible

Soldiers ordered to close the port refused.
    soldiers | close | port demanded

A company expected to buy the bank praised the report.
    company | buy | bank planned
    company | praise | report

Ships thought to carry weapons reached Kenya.
    ships | carry | weapons possible
    ships | reach | Kenya
""",
    "blamed for, warned against": """
Kenya accused Norway of failing to pay the debt.
    Kenya | accuse | Norway
    Norway | pay | debt NOT <Kenya: accused>
    never Kenya | pay | debt*

Kenya blamed Norway for starting the war.
    Kenya | blame | Norway
    Norway | start | war <Kenya: blamed>
    never Kenya | start | war*

Kenya criticised Norway for failing to pay the debt.
    Kenya | criticise | Norway
    Norway | pay | debt NOT <Kenya: criticised>
    never Kenya | pay | debt*

Kenya warned Norway against buying the ships.
    Kenya | warn | Norway
    Norway | buy | ships NOT demanded <Kenya: warned>
    never Kenya | buy | ships*

Norway praised Kenya for freeing the sailors.
    Norway | praise | Kenya
    Kenya | free | sailors
    never Norway | free | sailors*

Kenya discouraged Norway from buying the ships.
    Kenya | discourage | Norway
    Norway | buy | ships NOT
    never Kenya | buy | ships*
""",
    "laws and deals": """
The law allows Kenya to buy ships.
    law | allow | Kenya
    Kenya | buy | ships possible

The law prohibits Kenya from buying ships.
    law | prohibit | Kenya
    Kenya | buy | ships NOT demanded <law: prohibits>

The deal requires Kenya to sell the ships.
    deal | require | Kenya
    Kenya | sell | ships demanded <deal: requires>

The deal obliges Kenya to sell the ships.
    deal | oblige | Kenya
    Kenya | sell | ships demanded*
""",
    "reports put off, confirmed, denied": """
Norway denies backing the rebels.
    Norway | back | rebels NOT <Norway: denies>

Rumours that Norway bought the ships are untrue.
    rumours | be | untrue
    Norway | buy | ships NOT

Kenya dismissed reports that Norway had bought the ships.
    Kenya | dismiss | reports
    Norway | buy | ships NOT*

Kenya confirmed that Norway had bought the ships.
    Kenya | confirm | Norway had bought the ships
    Norway | buy | ships <Kenya: confirmed>

Kenya is considering selling the ships.
    Kenya | sell | ships possible*

Kenya delayed buying the ships.
    never Kenya | buy | ships
""",
    "what nobody said is open": """
Anna Novak did not say that Kenya had sold the ships.
    Anna Novak | say | Kenya had sold the ships NOT
    Kenya | sell | ships possible <Anna Novak: say>
""",
}


def test_row(row: object, check: Callable[[object], None]) -> None:
    check(row)
