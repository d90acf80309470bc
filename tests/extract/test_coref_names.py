"""Which names of an article are one thing, on articles that consist of names alone."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc, Span

from extract.coref_chains import Chains
from extract.coref_names import join_names
from extract.coref_phrases import phrases
from extract.coref_spellings import initials, is_middle_dropped, is_part_of, tokens_of
from extract.language import load_language


def article(*names: str) -> Doc:
    """One sentence a name, written ``Anna Novak/PERSON``; the last word before a comma is the head."""
    words: list[str] = []
    heads: list[int] = []
    deps: list[str] = []
    pos: list[str] = []
    spans: list[tuple[int, int, str]] = []
    for written in names:
        name, _, label = written.rpartition("/")
        parts = name.replace(",", " ,").split()
        first = len(words)
        head = first + (parts.index(",") if "," in parts else len(parts)) - 1
        words += [*parts, "."]
        titles = {"Mr", "Mrs", "the"}
        start = first + (parts[0] in titles)
        for place, word in enumerate([*parts, "."], first):
            heads.append(head)
            deps.append(
                "ROOT"
                if place == head
                else "det"
                if word == "the"
                else "punct"
                if word in ".,"
                else "compound"
            )
            pos.append("DET" if word == "the" else "PUNCT" if word in ".," else "PROPN")
        spans.append((start, first + len(parts), label))
    doc = Doc(load_language().vocab, words=words, heads=heads, deps=deps, pos=pos)
    doc.ents = [Span(doc, start, end, label=label) for start, end, label in spans if label]
    return doc


def joined(*names: str) -> set[frozenset[str]]:
    """The names that ended up together, and what the others are called."""
    doc = article(*names)
    chains = Chains(phrases(doc))
    join_names(chains)
    return {frozenset(p.name for p in c.names) for c in chains.all()}


TOGETHER = {
    "surname": ["Anna Novak/PERSON", "Novak/PERSON"],
    "surname before the full name": ["Novak/PERSON", "Anna Novak/PERSON"],
    "surname with particles": ["Ursula von der Leyen/PERSON", "von der Leyen/PERSON"],
    "surname that the tagger mistook": ["Maria Lopez/PERSON", "Lopez/GPE"],
    "first name": ["Anna Novak/PERSON", "Anna/PERSON"],
    "middle name": ["Donald John Trump/PERSON", "Donald Trump/PERSON", "Trump/PERSON"],
    "initial": ["John Kerr/PERSON", "J. Kerr/PERSON"],
    "family first or last": ["Seo Hana/PERSON", "Hana Seo/PERSON", "Seo/PERSON"],
    "diacritics": ["Jaroslav Zelený/PERSON", "Zeleny/PERSON"],
    "letter without a plain one": ["Lech Michałek/PERSON", "Lech Michalek/PERSON"],
    "possessive": ["Kenya/GPE", "Kenya's/GPE"],
    "legal form": ["Oster Lines plc/ORG", "Oster Lines/ORG"],
    "abbreviation": ["European Central Bank/ORG", "ECB/ORG"],
    "abbreviation with small words": ["Bank of New Oster/ORG", "BNO/ORG"],
    "abbreviation with stops": ["United States/GPE", "U.S./GPE"],
    "head of an organisation": ["Northern Compact/ORG", "the Compact/ORG"],
    "beginning of an organisation": ["Quillon Ports/ORG", "Quillon/ORG"],
    "what an organisation is for": ["Reed Foundation for the Arts/ORG", "Reed Foundation/ORG"],
    "what a body is of": ["Ministry of Defence of Kirovia/ORG", "Ministry of Defence/ORG"],
    "school": ["Harcourt University/ORG", "Harcourt/ORG"],
    "ruler": ["Felipe VI/PERSON", "Felipe/PERSON"],
    "what a place lies in": ["San Lucas, California/GPE", "San Lucas/GPE"],
    "city of": ["city of Kell/GPE", "Kell City/GPE", "Kell/GPE"],
    "words for region": ["Kell region/GPE", "Kell Oblast/GPE"],
}

APART = {
    "two of one surname": ["Anna Novak/PERSON", "Peter Novak/PERSON", "Novak/PERSON"],
    "two of one first name": ["Anna Novak/PERSON", "Anna Keller/PERSON"],
    "gender of a title": ["Anna Novak/PERSON", "Mr Novak/PERSON"],
    "family first, another first name": ["Seo Hana/PERSON", "Mina Seo/PERSON"],
    "two middle names": ["John Kerr Smith/PERSON", "John Paul Smith/PERSON"],
    "place in an organisation's name": ["Bank of England/ORG", "England/GPE"],
    "organisation named after a place": ["Chicago Bulls/ORG", "Chicago/GPE"],
    "initials of two": ["European Central Bank/ORG", "Eastern Credit Bureau/ORG", "ECB/ORG"],
    "short for two": ["Northern Compact/ORG", "Southern Compact/ORG", "the Compact/ORG"],
    "brothers a letter apart": ["Park Sung-jin/PERSON", "Park Sung-min/PERSON"],
    "two first names a letter apart": ["Daniel Rossini/PERSON", "Daniela Rossini/PERSON"],
    "another seat of it": ["University of Quill at Oster/ORG", "University of Quill/ORG"],
    "two of one office": ["Ministry of Defence of Kirovia/ORG", "Ministry of Defence of Oster/ORG"],
    "school and town": ["Harcourt University/ORG", "Harcourt/GPE"],
    "two rulers": ["Abbas I/PERSON", "Abbas II/PERSON", "Abbas/PERSON"],
    "island and town": ["Coron Island/GPE", "Coron/GPE"],
}


@pytest.mark.parametrize("names", TOGETHER.values(), ids=TOGETHER.keys())
def test_one_thing(names: list[str]) -> None:
    assert len(joined(*names)) == 1


@pytest.mark.parametrize("names", APART.values(), ids=APART.keys())
def test_several_things(names: list[str]) -> None:
    assert len(joined(*names)) == len(names)


def test_the_title_tells_which_of_two() -> None:
    found = joined("Anna Novak/PERSON", "Peter Novak/PERSON", "Mr Novak/PERSON")
    assert found == {frozenset({"Anna Novak"}), frozenset({"Peter Novak", "Novak"})}


def test_a_surname_alone_stays_with_the_one_it_was_given_to() -> None:
    found = joined(
        "Rosa Lindqvist/PERSON", "Lindqvist/PERSON", "Tor Lindqvist/PERSON", "Oster/GPE", "Lindqvist/PERSON"
    )
    assert frozenset({"Rosa Lindqvist", "Lindqvist"}) in found
    assert frozenset({"Lindqvist"}) not in found


def test_right_after_another_of_the_surname_it_may_be_either() -> None:
    found = joined("Rosa Lindqvist/PERSON", "Lindqvist/PERSON", "Tor Lindqvist/PERSON", "Lindqvist/PERSON")
    assert frozenset({"Lindqvist"}) in found
    assert frozenset({"Tor Lindqvist"}) in found


def test_relatives_leave_the_surname_to_whom_the_article_is_about() -> None:
    doc = load_language()(
        "Mayor Rosa Lindqvist resigned on Monday. Her husband, Tor Lindqvist, was arrested in May. "
        "Prosecutors searched the town hall. Lindqvist denied the charges."
    )
    chains = Chains(phrases(doc))
    join_names(chains)
    assert "Rosa Lindqvist" in {c.name for c in chains.all() for p in c.names if p.name == "Lindqvist"}


@pytest.mark.parametrize(
    ("names", "called"),
    [
        (["Novak/PERSON", "Anna Novak/PERSON"], "Anna Novak"),
        (["ECB/ORG", "European Central Bank/ORG"], "European Central Bank"),
        (["the Compact/ORG", "Northern Compact/ORG"], "Northern Compact"),
    ],
)
def test_the_fullest_name_is_the_name(names: list[str], called: str) -> None:
    chains = Chains(phrases(article(*names)))
    join_names(chains)
    assert [c.name for c in chains.all()] == [called]


@pytest.mark.parametrize(
    ("name", "tokens"),
    [
        ("the U.S.", ("us",)),
        ("Łódź’s", ("lodz",)),
        ("Sud-Kell", ("sud-kell",)),
        ("A. B. Müller", ("a", "b", "muller")),
    ],
)
def test_tokens(name: str, tokens: tuple[str, ...]) -> None:
    assert tokens_of(name) == tokens


def test_initials() -> None:
    assert initials("Bank of New Oster") == {"BONO", "BNO"}
    assert initials("the United Nations") == {"TUN", "UN"}
    assert initials("Oster") == set()


def test_parts() -> None:
    assert is_part_of(("oster",), ("bank", "oster"))
    assert not is_part_of(("england",), ("bank", "of", "england"))
    assert not is_part_of(("bank", "oster"), ("bank", "oster"))
    assert is_middle_dropped(("d", "trump"), ("donald", "john", "trump"))
    assert not is_middle_dropped(("john", "trump"), ("donald", "john", "trump"))
