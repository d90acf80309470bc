"""Names that help each other within an article: texts of our own, and the names that are found in them.

``doc.ents`` are set by hand on parsed text, so that the rules are tested whatever the tagger finds.
"""

from __future__ import annotations

import re

import pytest
from spacy.tokens import Doc

from extract.language import load_language
from extract.names import settle_names
from extract.peoples import is_people_of, places_of

_MARK = re.compile(r"\[([A-Z]+) ([^\]]+)\]")

ROWS = [
    # what the tagger is made to find, in brackets; names with their labels that must be there afterwards
    ("The filmmaker Zdravko Yushin attacked the ministry.", {"Zdravko Yushin": "PERSON"}),
    ("Mayor Željko Ćosić closed two schools.", {"Željko Ćosić": "PERSON"}),
    ("The judges praised [PERSON Stephen King].", {"Stephen King": "PERSON"}),
    ("[PERSON Mme Duvalle] left early.", {"Duvalle": "PERSON"}),
    ("[PERSON Ana Solberg]-Rey opened the bank.", {"Ana Solberg-Rey": "PERSON"}),
    ("[ORG Velnor] changed its name to Astra Foods.", {"Velnor": "ORG", "Astra Foods": "ORG"}),
    (
        "[PERSON Lena Varnik] won. Her voters cheered Varnik in the square.",
        {"Lena Varnik": "PERSON", "Varnik": "PERSON"},
    ),
    ("[ORG Oskel Ports] grew. [PERSON Oskel] paid a dividend.", {"Oskel Ports": "ORG", "Oskel": "ORG"}),
    ("[PERSON Drovia]'s parliament met. Rain fell in [PERSON Drovia].", {"Drovia": "GPE"}),
    (
        "Troops left [PERSON Drovia]. The [PERSON Drovian] marines stayed.",
        {"Drovia": "GPE", "Drovian": "NORP"},
    ),
    (
        "Voters in [PERSON Drovia] wait. The Drovian president, [PERSON Ana Solberg], left [PERSON Drovia].",
        {"Drovia": "GPE", "Drovian": "NORP", "Ana Solberg": "PERSON"},
    ),
    (
        "The release of [WORK_OF_ART Lena Varnik], a journalist who was held, was ordered.",
        {"Lena Varnik": "PERSON"},
    ),
    ("The [GPE Southern Rim Forum] met on Friday.", {"Southern Rim Forum": "ORG"}),
    ("[FAC Oskel Ports], the operator of ten terminals, grew.", {"Oskel Ports": "ORG"}),
    ("He wanted [PERSON wells].", {}),
    ("The pro-Western Homestead Bloc won the vote.", {"Homestead Bloc": "ORG"}),
    ("[GPE U.S. District] Judge [PERSON Omar Haddad] agreed.", {"U.S.": "GPE", "Omar Haddad": "PERSON"}),
    ("Her movement, the [EVENT Pact for Renewal], won.", {"Pact for Renewal": "ORG"}),
    ("They will keep the [PERSON Corran] plant open.", {"Corran": "GPE"}),
    ("Norway sent [ORG HMS Corran] to the strait.", {"HMS Corran": "PRODUCT"}),
    ("Norway sent the tanker [GPE Corran] home.", {"Corran": "PRODUCT"}),
    (
        "Storm [PERSON Berit] reached [GPE Lurne]. [PERSON Berit] drowned two men.",
        {"Storm Berit": "EVENT", "Lurne": "GPE", "Berit": "EVENT"},
    ),
    (
        "Storm [PERSON Berit] reached [GPE Lurne]. [PERSON Berit Solberg] left. [PERSON Berit] wept.",
        {"Storm Berit": "EVENT", "Lurne": "GPE", "Berit Solberg": "PERSON", "Berit": "PERSON"},
    ),
    ("[GPE Hurricane Berit] drowned two men.", {"Hurricane Berit": "EVENT"}),
    ("[ORG Operation Smile] moved to [GPE Lurne].", {"Operation Smile": "ORG", "Lurne": "GPE"}),
    ("[ORG Corbett & Sons] plc lost a case.", {"Corbett & Sons plc": "ORG"}),
    ("Shares in [ORG Marlow] & [GPE Tindall] fell.", {"Marlow & Tindall": "ORG"}),
    ("[PERSON OAO Neftegor] sold two rigs.", {"OAO Neftegor": "ORG"}),
    ("Miners left [GPE Bukit] Raya Tbk in May.", {"Bukit Raya Tbk": "ORG"}),
    ("The miner PT [GPE Bukit] Raya Tbk sold two mines.", {"PT Bukit Raya Tbk": "ORG"}),
    ("Police freed the editor [PRODUCT Mulenga] on Friday.", {"Mulenga": "PERSON"}),
    ("The [ORG Ministry of Fisheries] sank in the polls.", {"Ministry of Fisheries": "ORG"}),
    (
        "Owners agreed to rename [GPE Harlow Energy Verdian] from May.",
        {"Harlow Energy": "ORG", "Verdian": "ORG"},
    ),
    (
        "The coach of [ORG Ostersund Vik, Henrik Lagerbäck], left. [PERSON Lagerbäck] was ill.",
        {"Ostersund Vik": "ORG", "Henrik Lagerbäck": "PERSON", "Lagerbäck": "PERSON"},
    ),
    ("The ferry [PERSON Princess Amara] broke down.", {"Princess Amara": "PRODUCT"}),
    ("Serbia expelled three Kestovian diplomats in May.", {"Kestovian": "NORP"}),
    (
        "[LOC Orla Cove Mining] shut its pit. [LOC Orla Cove] will pay.",
        {"Orla Cove Mining": "ORG", "Orla Cove": "ORG"},
    ),
    ("Floods hit the [GPE Ormala] region on Monday.", {"Ormala region": "GPE"}),
    ("Soldiers reached the [GPE Kharkiv] region; [GPE Kharkiv] was shelled.", {"Kharkiv": "GPE"}),
    ("The list names two men: [PERSON Hrubý], [PERSON Marek]; they left.", {"Hrubý, Marek": "PERSON"}),
    ("Abd [PERSON al-Karim] [PERSON el-Fassi] left.", {"al-Karim el-Fassi": "PERSON"}),
    ("Golfer Baek Seung-woo leads in Perth.", {"Baek Seung-woo": "PERSON"}),
    ("The [LOC Orla Cove] was boarded by marines on Monday.", {"Orla Cove": "PRODUCT"}),
    ("[PERSON Tarnbridge] drew 1-1 with [ORG Oskel United].", {"Tarnbridge": "ORG", "Oskel United": "ORG"}),
    (
        "[ORG Velmora] closed its border with Peru. The [ORG Velmorans] fear him.",
        {"Velmora": "GPE", "Velmorans": "NORP"},
    ),
    ("The plan ignored the [GPE Tamora], the people whose villages flooded.", {"Tamora": "NORP"}),
    ("It owns a terminal at [ORG Ulva Sound].", {"Ulva Sound": "LOC"}),
    (
        "Fishermen sail to the [ORG Hallow Bank]. The tuna there is scarce, and the sea is rough.",
        {"Hallow Bank": "LOC"},
    ),
    ("The sea is rough. The [ORG Hallow Bank] will lend to fishermen.", {"Hallow Bank": "ORG"}),
    ("They fear the match against [PERSON Oskeldal].", {"Oskeldal": "ORG"}),
    (
        "Two members, [ORG Velnia] and [PERSON Sud-Orla], agreed. Frost hit the farms of [GPE Velnia].",
        {"Velnia": "GPE", "Sud-Orla": "GPE"},
    ),
    (
        "[PERSON Ocelia], formerly known as [ORG Orla Shipping], grew.",
        {"Ocelia": "ORG", "Orla Shipping": "ORG"},
    ),
    ("[GPE Velnia] is poor. Velnian trawlers left.", {"Velnia": "GPE", "Velnian": "NORP"}),
    (
        "The [ORG Federation of Orla Farmers] met. The FOF wants aid.",
        {"Federation of Orla Farmers": "ORG", "FOF": "ORG"},
    ),
    ("[PERSON Elin Marek], née Sandvik, sang.", {"Elin Marek": "PERSON", "Sandvik": "PERSON"}),
    ("The patrol is based at [PERSON Pointe Solenne].", {"Pointe Solenne": "GPE"}),
    (
        "Ivo Stark, whose [PERSON Drumet] mills employ thousands, left.",
        {"Ivo Stark": "PERSON", "Drumet": "ORG"},
    ),
]


def marked(text: str) -> Doc:
    """The parsed text with the marked names and no others."""
    plain, spans, last = "", [], 0
    for mark in _MARK.finditer(text):
        plain += text[last : mark.start()]
        spans.append((len(plain), len(plain) + len(mark[2]), mark[1]))
        plain, last = plain + mark[2], mark.end()
    doc = load_language()(plain + text[last:])
    doc.ents = [span for start, end, label in spans if (span := doc.char_span(start, end, label=label))]
    return doc


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[text[:40] for text, _ in ROWS])
def test_names_are_settled(text: str, expected: dict[str, str]) -> None:
    doc = marked(text)
    settle_names(doc)
    assert {ent.text: ent.label_ for ent in doc.ents} == expected


def test_listed_names_keep_the_gazetteers_label() -> None:
    doc = load_language()("France's shareholders met in Paris.")
    before = [(ent.text, ent.label_) for ent in doc.ents]
    settle_names(doc)
    assert [(ent.text, ent.label_) for ent in doc.ents] == before


def test_settling_twice_changes_nothing() -> None:
    for text, _ in ROWS:
        doc = marked(text)
        settle_names(doc)
        once = [(ent.text, ent.label_) for ent in doc.ents]
        settle_names(doc)
        assert [(ent.text, ent.label_) for ent in doc.ents] == once


@pytest.mark.parametrize(
    ("people", "place"), [("Zembalan", "Zembala"), ("Maravellian", "Maravelle"), ("Oskelese", "Oskel")]
)
def test_peoples_and_places_by_form(people: str, place: str) -> None:
    assert is_people_of(people, place)
    assert place in places_of(people)
