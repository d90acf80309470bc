"""Lemmas of word forms that no treebank has."""

from __future__ import annotations

import pytest

from extract.inflection import Inflection, irregular
from extract.lexicon import words

KNOWN = {
    "change",
    "crash",
    "declare",
    "divide",
    "manage",
    "return",
    "state",
    "turn",
    "waver",
    "diver",
    "index",
    "panic",
}
INFLECTION = Inflection(words("verbs") | {"turn", "state", "manage", "crash"}, KNOWN | words("verbs"))

FORMS = [
    # a known verb stands behind the form
    ("fined", "VBD", "fine"),
    ("borrowed", "VBD", "borrow"),
    ("accused", "VBN", "accuse"),
    ("ferries", "VBZ", "ferry"),
    ("vetoes", "VBZ", "veto"),
    ("denied", "VBD", "deny"),
    ("quarrelled", "VBD", "quarrel"),
    # one syllable with one consonant would have doubled it
    ("bribing", "VBG", "bribe"),
    ("axing", "VBG", "ax"),
    ("stabbed", "VBD", "stab"),
    # the verbs that end alike
    ("overstated", "VBD", "overstate"),
    ("overturned", "VBD", "overturn"),
    ("mismanaging", "VBG", "mismanage"),
    # spelling
    ("lying", "VBG", "lie"),
    ("panicked", "VBD", "panic"),
    ("levied", "VBD", "levy"),
    ("co-sponsored", "VBD", "co-sponsor"),
    # no rule
    ("overthrew", "VBD", "overthrow"),
    ("underwent", "VBD", "undergo"),
    ("outsold", "VBN", "outsell"),
    # plurals
    ("divers", "NNS", "diver"),
    ("subsidies", "NNS", "subsidy"),
    ("crashes", "NNS", "crash"),
    ("gunmen", "NNS", "gunman"),
    # other tags are left alone
    ("sang", "NN", "guess"),
]


@pytest.mark.parametrize(("form", "tag", "lemma"), FORMS)
def test_lemma_of_a_form_never_seen(form: str, tag: str, lemma: str) -> None:
    assert INFLECTION.lemma(form, tag, "guess") == lemma


def test_a_learned_plural_stays_with_the_guess() -> None:
    assert INFLECTION.lemma("indices", "NNS", "index") == "index"


def test_irregular_forms() -> None:
    assert irregular("Sang", "VBD") == "sing"
    assert irregular("sang", "NN") is None
