"""What pronouns and descriptions stand for, read by the shipped pipeline; what must stay unresolved."""

from __future__ import annotations

import pytest

from extract.articles import make_article
from extract.coref import referents_of, spoken
from extract.coref_chains import Chains
from extract.coref_phrases import phrases
from extract.coref_sieve import chains_of
from extract.language import load_language
from extract.mentions import Discourse
from extract.names import settle_names, trim_entities
from extract.quotations import voices
from extract.regrafts import regraft

_KENYA = "Kenya sold the ships. Kenya bought trucks. Egypt closed the dam. Kenya paid."

# Text, the word in question, and what it stands for; None where that must stay open.
RESOLVED = [
    ("Anna Novak visited Kenya. She praised the deal.", "She", "Anna Novak"),
    ("Paul Reed met Anna Novak. She praised the deal.", "She", "Anna Novak"),
    (
        'Anna Novak left Rome.\n\nThe mayor, Zulqa Yeld, begged for help. "I sold the crane," she said.',
        "she",
        "Zulqa Yeld",
    ),
    (
        'Anna Novak left Rome.\n\nThe mayor, Zulqa Yeld, begged for help. "I sold the crane," she said.',
        "I",
        "Zulqa Yeld",
    ),
    ("Paul Reed met Anna Novak. He praised the deal.", "He", "Paul Reed"),
    ("Anna Novak sold her house.", "her", "Anna Novak"),
    ("Kenya sold the ships. It bought trucks.", "It", "Kenya"),
    ("Kenya sold its ships.", "its", "Kenya"),
    ("Kenya admitted Paul Reed but not his spokeswoman.", "his", "Paul Reed"),
    ("Zulqa Yeld, whose mills employ Paul Reed, denied that he had paid.", "he", "Zulqa Yeld"),
    ("Paul Reed blamed himself.", "himself", "Paul Reed"),
    ("Marta Silva flew to Rome. She named Ana Costa as her deputy.", "her", "Marta Silva"),
    ("Noémie Weber won. Mme Weber herself was in Lima, where she met the bishop.", "she", "Noémie Weber"),
    ("President Paul Reed visited Kenya. The president praised the deal.", "president", "Paul Reed"),
    ("The European Central Bank raised rates. The bank published a report.", "bank", "European Central Bank"),
    ("Germany and Kenya signed the treaty. The latter bought trucks.", "latter", "Kenya"),
    ("Germany and Kenya signed the treaty. The former praised the deal.", "former", "Germany"),
    (f"{_KENYA} Farmers across the country praised the deal.", "country", "Kenya"),
    (f"{_KENYA} Farmers across the Nation praised the deal.", "Nation", "Kenya"),
    (f"{_KENYA} Our country is proud.", "country", "Kenya"),
    ('"I sold my house," Anna Novak said.', "my", "Anna Novak"),
    ('Paul Reed told Anna Novak: "You sold the ships."', "You", "Anna Novak"),
]

OPEN = [
    ("The bank sued the company. It paid the debt.", "It"),
    ("The bank sued the company. He praised the deal.", "He"),
    ("Paul Reed visited Kenya. She praised the deal.", "She"),
    ("President Paul Reed met President Anna Novak. The president praised the deal.", "president"),
    ("Anna Novak visited Kenya. It is true that Egypt closed the dam.", "It"),
    ('"You sold the ships," Paul Reed told reporters.', "You"),
    (f"{_KENYA} Egypt paid. Farmers across the country praised the deal.", "country"),
    (f'{_KENYA} "Our country is proud," the bishop said.', "country"),
    (f"{_KENYA} Paul Reed hates his country.", "country"),
    (f"{_KENYA} The neighbouring country paid.", "country"),
    ("Rosa Silva asked about his aunt, who lives there and who will not leave unless she gets a dog.", "she"),
    ('"I promised her the house," Anna Novak said.', "her"),
    (
        "Rosa Silva, the finance minister, warned of the plan. The president-elect disputes that. She ran.",
        "She",
    ),
    ("Kenya said Egypt would bring the region under its protection.", "its"),
    ("Paul Reed, he added, would sell the ships.", "he"),
    ("Paul Reed, a minister, resigned. The ministers of Egypt met.", "ministers"),
]


def stands_for(text: str, word: str) -> str | None:
    """The name of what the last token of that form stands for."""
    article = make_article(text)
    doc = load_language()(article.text)
    regraft(doc)
    settle_names(doc)
    chains = chains_of(doc)
    known = referents_of(chains)
    silent = Discourse(article=article, doc=doc, referents=known, voices={})
    known = known | spoken(chains, voices(doc, silent))
    found = [known[t.i].name if t.i in known else None for t in doc if t.text == word]
    return found[-1] if found else None


@pytest.mark.parametrize(("text", "word", "name"), RESOLVED)
def test_resolved(text: str, word: str, name: str) -> None:
    assert stands_for(text, word) == name


@pytest.mark.parametrize(("text", "word"), OPEN)
def test_open(text: str, word: str) -> None:
    assert stands_for(text, word) is None


def test_every_name_has_a_referent() -> None:
    doc = load_language()("Anna Novak of the Bank of Oster met Paul Reed in Lima on Monday.")
    trim_entities(doc)
    known = referents_of(chains_of(doc))
    named = {t.i for e in doc.ents if e.label_ in ("PERSON", "ORG", "GPE") for t in e}
    assert named and named <= known.keys()


def test_gender_keeps_chains_apart() -> None:
    doc = load_language()("Anna Novak met Paul Reed.")
    chains = Chains(phrases(doc))
    one, other = (p for p in chains.phrases if p.label == "PERSON")
    assert not chains.join(other, one, "mistake")
    assert chains.of(one) is not chains.of(other)


def test_what_has_no_name_inherits_the_chance_of_what_it_is_joined_to() -> None:
    doc = load_language()("Anna Novak left. She slept. She ate.")
    chains = Chains(phrases(doc))
    name, she, again = (p for p in chains.phrases if p.label == "PERSON" or p.kind == "pronoun")
    chains.join(again, she, "pronoun", 0.5)
    chains.join(she, name, "pronoun", 0.8)
    assert chains.of(name).chances[she.number] == pytest.approx(0.8)
    assert chains.of(name).chances[again.number] == pytest.approx(0.4)
    assert name.number not in chains.of(name).chances
