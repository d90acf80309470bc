"""Texts whose parse hangs a word in the wrong place: the lexicon and word order set it right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Doc

from extract.language import load_language
from extract.regrafts import regraft

if TYPE_CHECKING:
    from collections.abc import Callable

TABLES = {
    "what is told before the verb of saying": """
A magnitude 6.8 earthquake that struck Hokkaido killed at least 90 people, Kenji Mori said on Friday.
    *earthquake | strike | Hokkaido <Kenji Mori: said>
    *earthquake | kill | at least 90 people <Kenji Mori: said>
    Kenji Mori | say | A magnitude 6.8 earthquake that struck Hokkaido killed at least 90 people
    Kenji Mori | say on | Friday
    never Kenji Mori | say | *earthquake
    never *earthquake | kill on | Friday*

The bank said on Wednesday it would pay 412p a share in cash.
    bank | say on | Wednesday
    bank | say | *
    bank | pay | 412p planned <bank: said>
    never bank | pay* on | *
    never bank | pay to | *
""",
    "what follows a full stop is no content": """
The U.S. State Department condemned the raid. Secretary of State Ann Weber called the envoy.
    U.S. State Department | condemn | raid
    * | call | envoy
    perhaps Ann Weber | hold position* | *
    never * | condemn | *called*
    never *<U.S. State Department: condemned>
""",
    "who is given what": """
He gave the mayor's sister, Ann Doyle, a no-show job.
    he | give to | Ann Doyle
    he | give | no-show job
    Ann Doyle | be | sister
    never Ann Doyle | be | *job
""",
    "a name beside the noun it belongs to": """
The president of the Tarn Development Bank, Clara Lund, used the occasion to announce a fund.
    Clara Lund | hold position | president
    Clara Lund | hold position for | *Development Bank
    Clara Lund | use | occasion
    Clara Lund | announce | fund*
    never president* | use | occasion

A handwriting expert called by the defence, Priya Nand, left the court on Monday.
    defence | call | Priya Nand
    Priya Nand | leave | court
    Priya Nand | leave* on | Monday
    never Priya Nand | call | *

Outside the court Croft said her client was considering an appeal against the verdict.
    Croft | say* outside | court
    Croft | say | her client was considering an appeal against the verdict
    perhaps Croft | have | client*
    client | consider | appeal <Croft: said>
""",
    "each description beside its name": """
Ann Hale, the mayor, and Bo Reed, the envoy to Kenya, left Lima.
    Ann Hale | hold position | mayor
    Bo Reed | hold position | envoy
    Ann Hale | leave | Lima
    Bo Reed | leave | Lima
    never Ann Hale | hold position | envoy

The prosecutor general, Ann Hale, left Lima.
    Ann Hale | hold position | prosecutor general
    Ann Hale | leave | Lima

Two universities, Kastel and Oldbridge, tested the ink.
    Kastel | be | university
    Oldbridge | be | university
    Kastel | test | ink
    Oldbridge | test | ink

No date was set for a meeting of Ann Hale and Bo Reed, who had spoken by telephone.
    Bo Reed | speak by | telephone
    perhaps Ann Hale | speak by | telephone
    never meeting* | speak* | *
""",
    "verbs of one tense": """
The presidents signed a treaty that divides the sea and sets up a patrol.
    presidents | sign | treaty
    treaty | divide | sea
    treaty | set up | patrol
    never presidents | set up | patrol

The striker was sold twice, bought once and photographed in the wrong scarf.
    perhaps striker | be sold* | *
    perhaps striker | buy | once
    striker | be photographed in | wrong scarf
    never striker | photograph* | *
""",
    "what is told around the verb of saying": """
Without the dam, Reed warned, the capital could face power cuts.
    Reed | warn | the capital could face power cuts
    capital | face | power cuts possible <Reed: warned>
    capital | face without | dam possible <Reed: warned>
    never Reed | warn without | *
""",
    "behind a semicolon": """
Baltmar was put off by a deficit of £60m; a person close to Delmar said the Poles wanted the cranes.
    perhaps deficit* | put off | Baltmar
    person* | say | the Poles wanted the cranes
    Poles | want | cranes <person*: said>
    never Poles | want | cranes
""",
    "a phrase between conjunction and verb": """
Reed resigned after the public broadcaster CRT reported that his firm had advised the bank.
    perhaps Reed | have | firm*
    CRT | report | *
    *firm | advise | bank <CRT: reported>
    never Reed | report | *
""",
    "how long after": """
Nordvar closed the terminal, a month after a storm tore away part of the jetty.
    Nordvar | close | terminal
    storm | tear* | part*
    never * | a month
""",
    "what was commissioned": """
A report by the engineer Holt Marrin, commissioned by the insurer, found cracks.
    perhaps Holt Marrin | hold position | engineer
    insurer | commission | report*
    report* | find | cracks
    never insurer | commission | Holt Marrin

A panel chaired by the former judge Beatrix Holm met on Monday.
    Beatrix Holm | chair | panel
    perhaps Beatrix Holm | hold position | former judge
    panel | meet on | Monday
    never panel | be chaired | *
""",
    "who denies": """
The agency confirmed that a review took place but denied that any warning had been ignored.
    agency | confirm | *
    agency | deny | *
    perhaps review | take place* | *
    never review | deny | *
""",
    "the verb before that": """
A detective who led the inquiry, and who asked not to be named, admitted that nobody had searched the cellar.
    detective | lead | inquiry
    detective | admit | nobody had searched the cellar
    nobody | search | cellar NOT <detective: admitted>
""",
    "what stands behind a clause is not described by it": """
Mott has asked for an apology, which Roos has promised, and for the legal costs.
    Mott | ask for | apology
    Mott | ask for | legal costs
    Roos | promise | apology
    never Roos | promise | legal costs
""",
    "one conjunct denied": """
The banks promised savings and no closures.
    banks | promise | savings
    banks | promise | closures NOT
""",
    "forms that can be nothing else": """
The hostages were handed over and flown to the capital.
    hostages | be flown to | capital
    never hostages | fly* | *

The army, which retook two towns last week, thinks it is winning.
    army | retake | two towns
    army | retake | last week
    perhaps army | think | *

An inventory that the museum commissioned from the auditors was lost.
    museum | commission | inventory
    museum | commission from | auditors
    never museum | be commissioned* | *

The ruling sent the bank's shares down 17 per cent.
    ruling | send down | *shares
    perhaps bank | have | shares
    perhaps ruling | send* | *
    never ruling | send | *
""",
    "what no comma parts from an aside": """
Delmar was placed in administration on Tuesday, the second collapse of a yard in a year.
    Delmar | be placed in | administration
    Delmar | be placed on | Tuesday
    never Delmar | be placed in | a year

He named Karl Brandt, a retired general, as his envoy.
    perhaps Karl Brandt | hold position* | *
    he | name | Karl Brandt
    he | name as | envoy
    perhaps his | have | envoy
""",
    "no is a part of what it denies": """
The government survived a vote of no confidence.
    government | survive | vote of no confidence
""",
    "what one thing owns": """
Velden Holdings, the unit that owns the stadium and the adjoining hotel, lost 8 million crowns.
    Velden Holdings | be | unit
    Velden Holdings | lose | *
    unit | own | stadium
    unit | own | adjoining hotel
    never * | be | adjoining hotel
""",
    "a conjunction that looks like a preposition": """
Velden Holdings lost money after a concert promoter, Lumen Live, left the deal.
    Velden Holdings | lose | money
    Lumen Live | leave | deal
    Lumen Live | be | concert promoter
    never Velden Holdings | leave | deal
""",
    "a possessor without its noun": """
Orla Cement's profit rose by 4 per cent; Tvedmark's slipped by 2 per cent.
    Orla Cement | have | profit
    Orla Cement's profit | rise by | 4 per cent
    never Tvedmark | *slip* | *
""",
    "a description of a person": """
Nowak, a Democrat who was elected in 2011, resigned on Monday.
    Nowak | be | Democrat
    Nowak | be elected in | 2011
    Nowak | resign on | Monday
    never Democrat | be elected* | *

Hale, a Democrat elected in 2011, resigned on Monday.
    Hale | be | Democrat
    Hale | be elected in | 2011
    Hale | resign on | Monday

Ann Weber, a former ambassador to Berlin, joined the board.
    Ann Weber | hold position | former ambassador
    Ann Weber | join | board
    never Ann Weber | hold position for | *
""",
    "a place's whereabouts that look like a deed": """
The ministry accused neighbouring Kenya of shelling Ormala.
    ministry | accuse | Kenya
    Kenya | shell | Ormala <ministry: accused>
    never ministry | neighbour | Kenya*
""",
    "what the accused did besides": """
The ministry accused the rebels of attacking a village on Monday, killing two soldiers.
    ministry | accuse | rebels
    rebels | attack | village <ministry: accused>
    rebels | kill | two soldiers <ministry: accused>
    never ministry | kill | two soldiers*
""",
    "an office that looks like a quality": """
The board was chaired by former BP executive Sir Martin Hale.
    Martin Hale | chair | board
    Martin Hale | hold position | former executive
    perhaps Martin Hale | formerly hold position for | BP
""",
    "a verb that looks like an adverb": """
Egypt and Turkey back the army.
    Egypt | back | army
    Turkey | back | army

France and Spain back the plan, diplomats said.
    France | back | plan <diplomats: said>
    Spain | back | plan <diplomats: said>
    diplomats | say | France and Spain back the plan
""",
    "two words that are one preposition": """
Kenya released the sailors in return for grain.
    Kenya | release | sailors
    Kenya | release in return for | grain
    never Kenya | release in | return

Prosecutors granted him immunity in exchange for names.
    prosecutors | grant | immunity
    prosecutors | grant to | him
    prosecutors | grant in exchange for | names
""",
    "a quotation in a quotation": """
Anna Popa called it dead. 'She told me in May, "You have my support," and now she throws me out,' Reed said.
    Anna Popa | call dead | *
    perhaps Reed | say | *
    * | throw out | * <Reed: said>
    you | have | support <Anna Popa: told>
""",
}  # fmt: skip


def test_regrafts(row: object, check: Callable[[object], None]) -> None:
    """Each phrase belongs where a reader would put it."""
    check(row)


def test_of_two_subjects_the_first_is_the_nearer_verbs() -> None:
    words = ["Weber", "spoke", ";", "Reed", "considered", "it", ";", "Hale", "said", "so"]
    heads = [1, 1, 1, 8, 1, 4, 8, 8, 1, 8]
    deps = ["nsubj", "ROOT", "punct", "nsubj", "parataxis", "obj", "punct", "nsubj", "parataxis", "advmod"]
    pos = ["PROPN", "VERB", "PUNCT", "PROPN", "VERB", "PRON", "PUNCT", "PROPN", "VERB", "ADV"]
    tags = ["NNP", "VBD", ":", "NNP", "VBD", "PRP", ":", "NNP", "VBD", "RB"]
    doc = Doc(load_language().vocab, words=words, heads=heads, deps=deps, pos=pos, tags=tags, lemmas=words)
    regraft(doc)
    assert [doc[place].head.text for place in (3, 7)] == ["considered", "said"]
