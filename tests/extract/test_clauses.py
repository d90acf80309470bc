"""Verbal clauses: who does what to whom, in every order and voice that English has for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

TABLES = {
    "one more for each further thing": """
Egypt replaced the pipes in the hospital with copper.
    Egypt | replace | pipes
    Egypt | replace * | copper
    perhaps Egypt | replace in | hospital

Egypt released the report in full.
    Egypt | release | report
    never * | release in | *
""",
    "subject, verb, object": """
Norway bought the ferries.
    Norway | buy | ferries
    never ferries | buy | *

The rebels attacked the village on Monday.
    rebels | attack | village
    rebels | attack on | Monday

The court has fined the company.
    court | fine | company

The committee had been investigating the mayor.
    committee | investigate | mayor

The guards slept.
""",
    "particles belong to the verb": """
The army gave up the port.
    army | give up | port

The guards carried out the order.
    guards | carry out | order

The company laid off 300 workers.
    company | lay off | 300 workers

The minister turned down the offer.
    minister | turn down | offer
""",
    "prepositions belong to the relation": """
The minister flew to Cairo.
    minister | fly to | Cairo

The delegation arrived in Geneva on Tuesday.
    delegation | arrive in | Geneva
    delegation | arrive on | Tuesday

The rebels depend on Iran.
    rebels | depend on | Iran
    never rebels | depend | Iran

The talks began in Oslo in March.
    talks | begin in | Oslo
    talks | begin in | March

Serbia bought gas from China.
    Serbia | buy | gas
    Serbia | buy from | China
    never China | buy | *

The company moved its office from London to Dublin.
    company | move | office
    perhaps * | have | office
    company | move from | London
    company | move to | Dublin
""",
    "the recipient": """
Japan gave Peru three ships.
    Japan | give | three ships
    Japan | give to | Peru
    never Japan | give | Peru

The bank lent the company money.
    bank | lend | money
    bank | lend to | company

Germany sent Ukraine tanks.
    Germany | send | tanks
    Germany | send to | Ukraine
""",
    "the act in the noun of a light verb": """
Israel launched an attack on Lebanon.
    Israel | launch | attack
    Israel | attack | Lebanon

The president paid a visit to Japan.
    president | pay | visit
    president | visit | Japan

The union reached an agreement with Volkswagen.
    union | reach | agreement
    union | agree with | Volkswagen
""",
    "a passive with its agent is turned round": """
Crimea was annexed by Russia.
    Russia | annex | Crimea
    never Crimea | annex | *
    never Crimea | be annexed* | Russia

The bridge was destroyed by a flood.
    flood | destroy | bridge

Kenya has been praised by Ghana.
    Ghana | praise | Kenya

The village got bombed by the rebels.
    rebels | bomb | village

The treaty was signed in Rome by France and Spain.
    France | sign | treaty
    Spain | sign | treaty
    treaty | be signed in | Rome
    never Rome | sign | *

The bill was passed by parliament and vetoed by the president.
    parliament | pass | bill
    president | veto | bill
    never parliament | veto | *
""",
    "a passive without its agent promotes nothing": """
The bridge was destroyed.
    never * | destroy | *

Crimea was annexed in 2014.
    Crimea | be annexed in | 2014
    never * | annex | *

The hostages were freed on Friday.
    hostages | be freed on | Friday
    never Friday | free | *

The minister was dismissed for corruption.
    minister | be dismissed for | corruption
    never corruption | dismiss | *

The ship was sunk near Malta with a torpedo.
    ship | be sunk near | Malta
    ship | be sunk with | torpedo
    never Malta | sink | *
    never torpedo | sink | *
""",
    "conjoined subjects and objects": """
Poland and Latvia praised the plan.
    Poland | praise | plan
    Latvia | praise | plan

Sweden imports gas and oil.
    Sweden | import | gas
    Sweden | import | oil

Italy and Malta rescued migrants and sailors.
    Italy | rescue | migrants
    Italy | rescue | sailors
    Malta | rescue | migrants
    Malta | rescue | sailors

The minister visited France, Italy and Spain.
    minister | visit | France
    minister | visit | Italy
    minister | visit | Spain

Either France or Spain will host the summit.
    France | host | summit planned
    Spain | host | summit planned
""",
    "conjoined verbs share their subject": """
France criticised the coup and recalled its ambassador.
    France | criticise | coup
    France | recall | ambassador
    perhaps France | have | ambassador

Belgium visited Ghana but ignored Togo.
    Belgium | visit | Ghana
    Belgium | ignore | Togo
    never Belgium | visit | Togo

The company closed the factory, dismissed the workers and sold the land.
    company | close | factory
    company | dismiss | workers
    company | sell | land
    never company | close | land

The army attacked the town and the rebels escaped to Chad.
    army | attack | town
    rebels | escape to | Chad
    never army | escape to | Chad
    never army | attack | rebels
""",
    "conjoined verbs share their object": """
Paul Reed resigned and sold the house.
    Paul Reed | sell | house
    never * | resign | house

The women wept and rang the bells.
    women | ring | bells
    never * | weep | *

The army shelled and captured the town.
    army | shell | town
    army | capture | town

Denmark drafted and signed the treaty.
    Denmark | draft | treaty
    Denmark | sign | treaty

The rebels seized and burned the village.
    rebels | seize | village
    rebels | burn | village

The court heard the witness and adjourned.
    court | hear | witness
    never court | adjourn | witness
""",
    "verbs between partners": """
Macron and Scholz met in Berlin.
    Macron | meet | Scholz
    Macron | meet in | Berlin
    Scholz | meet in | Berlin
    never Scholz | meet | Macron

Macron met Scholz in Berlin.
    Macron | meet | Scholz
    Macron | meet in | Berlin
    never Scholz | meet | *

Macron met with Scholz in Berlin.
    Macron | meet with | Scholz
    Macron | meet in | Berlin

Armenia and Azerbaijan clashed.
    Armenia | clash | Azerbaijan

Armenia, Georgia and Turkey agreed on a border.
    Armenia | agree* | Georgia
    Armenia | agree* | Turkey
    Georgia | agree* | Turkey
    Armenia | agree on | border
    Georgia | agree on | border
    Turkey | agree on | border

Armenia and Azerbaijan signed a treaty.
    Armenia | sign | treaty
    Azerbaijan | sign | treaty
    perhaps Armenia | sign treaty with | Azerbaijan
    never Armenia | sign | Azerbaijan
    never Armenia | support | Azerbaijan

France and Spain did not meet.
    France | meet | Spain NOT
""",
    "clauses as arguments": """
Egypt announced that Sudan had closed the dam.
    Egypt | announce | Sudan had closed the dam
    Sudan | close | dam <Egypt: announced>
    never Egypt | close | *

Egypt knows that Sudan closed the dam.
    Egypt | know | Sudan closed the dam
    Sudan | close | dam

Egypt told Sudan that Libya had closed the border.
    Egypt | tell | Sudan
    Libya | close | border <Egypt: told>
    never Sudan | close | *
""",
    "what is demanded is never a plain fact": """
Egypt demanded that Sudan close the dam.
    Egypt | demand | Sudan close the dam
    Egypt | demand of | Sudan
    Sudan | close | dam demanded <Egypt: demanded>
    never Sudan | close | dam
    never Egypt | demand | dam*

Moscow demands that Kyiv relinquish Crimea and withdraw its troops.
    Moscow | demand | Kyiv relinquish Crimea and withdraw its troops
    Moscow | demand of | Kyiv
    Moscow | demand | Crimea
    never Moscow | demand | troops*
    perhaps Kyiv | have | troops
    Kyiv | relinquish | Crimea demanded <Moscow: demands>
    Kyiv | withdraw | troops demanded <Moscow: demands>
    never Kyiv | relinquish | Crimea

Egypt demanded guarantees from Sudan.
    Egypt | demand | guarantees
    Egypt | demand * | Sudan

Egypt did not demand that Sudan close the dam.
    Egypt | demand of | Sudan NOT
    never Sudan | close | dam demanded <Egypt: demand>

Egypt asked whether Sudan had closed the dam.
    Egypt | ask | whether Sudan had closed the dam
    never Egypt | ask of | Sudan
    never Egypt | ask | dam

Egypt insisted that Sudan had closed the dam.
    Egypt | insist | Sudan had closed the dam
    Sudan | close | dam <Egypt: insisted>
    never Egypt | insist of | Sudan
""",
    "the target of an act is no bystander": """
Egypt condemned the attack on Sudan.
    Egypt | condemn | attack

Egypt investigated an attack on Sudan.
    Egypt | investigate | attack

Egypt prevented an attack on Sudan.
    Egypt | prevent | attack

Egypt arrested a spy from Sudan.
    spy | be from | Sudan
    Egypt | arrest | spy

Egypt rescued sailors near Libya.
    sailors | be near | Libya
    Egypt | rescue | sailors

Egypt planned an attack on Sudan.
    Egypt | plan | attack
    never Egypt | attack | Sudan

Egypt rejected Sudan's offer.
    Egypt | reject | Sudan's offer
    Sudan | have | offer
    perhaps Egypt | rebuff | Sudan*

Egypt delivered weapons to rebels fighting Sudan.
    Egypt | deliver | weapons
    Egypt | deliver weapon to | rebels
    rebels | fight | Sudan
    perhaps Egypt | aid | rebels
    never Egypt | fight | *
    never Egypt | aid | Sudan
""",
}


def test_row(row: object, check: Callable[[object], None]) -> None:
    check(row)
