"""``before``, ``until``, ``once`` and ``pending``: what has come about with them and what has not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from extract.articles import make_article
from extract.language import load_language
from extract.reading import read_article

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
    "time to do something": """
The union has until Friday to appeal to the Supreme Court.
    union | have until | *
    union | appeal to | Supreme Court possible
""",
    "whoever it may be": """
A country that breaks the rules twice would lose its quota.
    country | break | rules hypothetical
    country | lose | quota hypothetical

Branches that strike without approval can be fined.
    branches | strike without | approval hypothetical

A man who robbed a bank may face prison.
    man | rob | bank
    man | face | prison possible
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The contract expires in June.", ("expire in", "2025-06", "planned")),
        ("Finland takes over the bank on 1 March.", ("take over on", "2025-03-01", "planned")),
        ("An announcement is planned for Thursday.", ("be planned for", "2025-02-20", "asserted")),
        ("Its orbit brings the probe to Callisto in September.", ("bring in", "2025-09", "planned")),
        ("The union has until Friday.", ("have until", "2025-02-21", "asserted")),
        ("The mayor resigned on Friday.", ("resign on", "2025-02-14", "asserted")),
        ("Troops crossed into Ukraine in February 2022.", ("cross in", "2022-02", "asserted")),
    ],
)
def test_dates_ahead(text: str, expected: tuple[str, str, str]) -> None:
    article = make_article(text, published="2025-02-18")
    triples = read_article(load_language(), article).triples
    assert expected in [(t.predicate.lemma, t.object.name, t.certainty) for t in triples]
