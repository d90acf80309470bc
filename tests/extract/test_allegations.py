"""What is charged, claimed, doubted or left open is no plain fact, whatever carries it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

TABLES = {
    "before the courts": """
Ossian Kreuz is on trial for killing the driver.
    Ossian Kreuz | be on | trial
    Ossian Kreuz | kill | driver possible

Jonas Pell went on trial for murdering a judge.
    Jonas Pell | go on | trial
    Jonas Pell | murder | judge possible

Two officers were in court on Monday for beating the student.
    two officers | be in | court
    two officers | beat | student possible

Jonas Pell appeared in court charged with murdering a judge.
    Jonas Pell | appear in | court
    Jonas Pell | murder | judge possible

A fisherman stands accused of smuggling weapons.
    fisherman | smuggle | weapons possible

Jonas Pell was arrested on suspicion of murdering a judge.
    Jonas Pell | be arrested on | suspicion
    Jonas Pell | murder | judge possible

The suspect faces charges of forging passports.
    suspect | face | charges
    suspect | forge | passports possible

The minister is under investigation for taking bribes.
    minister | be under | investigation
    minister | take | bribes possible

Lukas Brandt pleaded not guilty to stabbing the consul.
    Lukas Brandt | plead | guilty NOT
""",
    "who did what they are punished for": """
A court sentenced the editor to five years in prison for insulting the king.
    court | sentence | editor
    perhaps court | sentence * | *
    editor | insult | king

Pell won a medal for saving a child.
    Pell | win | medal
    Pell | save | child
    never medal | save | *
""",
    "claims that nobody owns": """
There were reports that the army shelled the town.
    army | shell | town possible

Rumours that the bank had lost deposits spread quickly.
    perhaps rumours | * | *
    bank | lose | deposits possible

The company faces claims that it poisoned the river.
    company | face | claims
    * | poison | river possible
    never * | poison | river <company: *>

A ruling that the bank defrauded its customers was overturned on Friday.
    perhaps ruling | * | Friday
    bank | defraud | customers NOT possible

The appeals court overturned a ruling that the bank had defrauded its customers.
    appeals court | overturn | ruling
    bank | defraud | customers NOT possible *

The inquest heard that the guard stole the painting.
    inquest | hear | *
    guard | steal | painting possible *

The news that the premier had pardoned the general shook the markets.
    news | shake | markets
    premier | pardon | general
""",
    "little chance, no sign, few who believe": """
Analysts see little chance that Ankara will leave the alliance.
    analysts | see | little chance
    Ankara | leave | alliance NOT possible <analysts: chance>

The likelihood that Ankara will sign the treaty is small.
    likelihood | be | small
    Ankara | sign | treaty NOT possible

There are doubts that the duke commands the army.
    duke | command | army NOT possible

Few believe that the president ordered the raid.
    president | order | raid NOT possible

Nobody can deny that the flood ruined the harvest.
    flood | ruin | harvest

The army is far from controlling the capital.
    army | control | capital NOT
""",
    "ruled out, or not": """
The ministry has not ruled out selling the railway.
    ministry | sell | railway possible

The government refused to rule out raising taxes.
    government | raise | taxes possible

The orchestra abandoned its plan to visit Norway.
    orchestra | abandon | plan
    perhaps orchestra | have | plan
    orchestra | visit | Norway NOT planned

The prosecutor dropped the charge that Mara Voss had bribed the inspector.
    prosecutor | drop | charge
    Mara Voss | bribe | inspector NOT possible *
""",
    "open questions": """
It is not clear whether the rebels hold the airport.
    rebels | hold | airport questioned

Critics question whether the police searched the house.
    critics | question | *
    police | search | house questioned <critics: question>

The commission is examining how the bank lost the money.
    bank | lose | money questioned

It remains unclear how the gunmen entered the palace.
    gunmen | enter | palace questioned

Egypt was asked about closing the dam.
    Egypt | close | dam possible
""",
    "whose word, whose plan": """
The editor was quoted as saying that Egypt had sold the ships.
    editor | say | *
    Egypt | sell | ships <editor: saying>

Egypt came under pressure to release Omar Haddad.
    Egypt | come under | pressure
    never Egypt | release | Omar Haddad

The ministry advised sailors against visiting Sudan.
    ministry | advise | sailors
    sailors | visit | Sudan NOT demanded *

Unions vowed to fight plans by the government to sell the railway.
    government | sell | railway planned *
    never plans | sell | *
    never unions | sell | *
""",
    "asides": """
The ferry, investigators suspect, hit a wreck.
    ferry | hit | wreck possible <investigators: suspect>

Norvik bought the port, or so its chairman claims.
    Norvik | buy | port <chairman: claims>
    perhaps * | have | chairman

The army shelled the market, a claim the rebels deny.
    army | shell | market possible
    perhaps rebels | deny | claim

The minister met the banker twice, something her office has denied.
    minister | meet | banker possible
    perhaps office | deny | something
    perhaps * | have | office
""",
    "the fear is that": """
The likeliest explanation is that smugglers sank the barge.
    smugglers | sink | barge possible

One theory is that smugglers sank the barge.
    smugglers | sink | barge possible

The risk of Sudan attacking Egypt has grown.
    Sudan | attack | Egypt possible

The prospect of Sudan joining the bloc alarmed Egypt.
    prospect | alarm | Egypt
    Sudan | join | bloc possible
""",
    "relative clauses over a chain of verbs": """
The deal, which regulators have yet to approve, angered Kenya.
    deal | anger | Kenya
    regulators | approve | deal NOT
    never regulators | have | *

The bridge which Egypt wants to sell is old.
    bridge | be | old
    Egypt | sell | bridge planned

The report, which the ministry refused to publish, names Anna Novak.
    report | name | Anna Novak
    ministry | publish | report NOT

Egypt named the ministers it hopes to replace.
    Egypt | name | ministers
    * | replace | ministers planned
""",
    "what somebody would have": """
If Egypt's navy blocks the canal, Sudan will close the dam.
    Egypt | have | navy possible

The merger would create Europe's largest bank.
    Europe | have | largest bank possible

She is said to be Anna Novak's daughter.
    Anna Novak | have | daughter possible

Norway's parliament may reject the deal.
    Norway | have | parliament
""",
    "acts read out of a further clause": """
The judge released men arrested in Lagos.
    judge | release | men
    men | be arrested in | Lagos

The union complained that the company had dismissed the pilots.
    union | complain | *
    company | dismiss | pilots <union: complained>
    never union | criticise | company

Greece protested after Turkey arrested a journalist.
    Turkey | arrest | journalist
    never Greece | protest* | journalist*
""",
}


def test_statuses(row: object, check: Callable[[object], None]) -> None:
    check(row)
