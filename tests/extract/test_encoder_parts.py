"""The encoder's parts that need no weights: edit scripts, trees, name tags, forms, windows."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.encoder_lemmas import IDENTITY, Lexicon, apply_script, edit_script
from extract.encoder_names import best_names, name_spans, name_tags
from extract.encoder_pieces import FORMS, form_class
from extract.encoder_trees import best_tree

SCRIPTS = [
    ("houses", "house", "k;0:;1:"),
    ("Houses", "house", "l;0:;1:"),
    ("Lavrov", "Lavrov", IDENTITY),
    ("The", "the", "l;0:;0:"),
    ("NATO", "NATO", IDENTITY),
    ("WAR", "war", "l;0:;0:"),
    ("LONDON", "London", "t;0:;0:"),
    ("taken", "take", "k;0:;1:"),
    ("am", "be", "=be"),
]


@pytest.mark.parametrize(("form", "lemma", "script"), SCRIPTS)
def test_edit_scripts(form: str, lemma: str, script: str) -> None:
    assert edit_script(form, lemma) == script
    assert apply_script(form, script) == lemma


@given(st.text(min_size=1, max_size=12), st.text(min_size=1, max_size=12))
def test_a_script_gives_back_the_lemma_it_was_made_for(form: str, lemma: str) -> None:
    assert apply_script(form, edit_script(form, lemma)) == lemma


@pytest.mark.parametrize(("form", "script"), [("a", "k;0:;1:"), ("of", "l;1:;1:"), ("x", "k;2:;2:s")])
def test_a_script_that_cuts_everything_leaves_the_word(form: str, script: str) -> None:
    assert apply_script(form, script) == form


LEXICON = Lexicon("parties\tNNS\tparty\nleft\tVBD\tleave\ncompleted\tVBD\tcomplete\n")

CHOICES = [
    ("parties", "NNS", ["k;0:;1:"], "party"),  # known
    ("Parties", "NNS", ["l;0:;1:"], "party"),  # known in lower case
    ("Parties", "NNPS", ["k;0:;1:"], "Partie"),  # a proper noun is not looked up in lower case
    ("completing", "VBG", ["k;0:;3:", "k;0:;3:e"], "complete"),  # the second proposal is a known lemma
    ("Grozny", "NNP", [IDENTITY, "k;0:;1:"], "Grozny"),
    ("blogs", "NNS", ["k;0:;1:", IDENTITY], "blog"),  # none is known: the first
]


@pytest.mark.parametrize(("form", "tag", "scripts", "lemma"), CHOICES)
def test_lemmas_of_known_and_new_words(form: str, tag: str, scripts: list[str], lemma: str) -> None:
    assert LEXICON.lemma(form, tag, scripts) == lemma


def _is_tree(heads: list[int]) -> bool:
    for start in range(1, len(heads) + 1):
        seen: set[int] = set()
        node = start
        while node:
            if node in seen:
                return False
            seen.add(node)
            node = heads[node - 1]
    return heads.count(0) == 1


def _by_trial(scores: np.ndarray) -> float:
    size = len(scores)
    trees = (heads for heads in product(range(size + 1), repeat=size) if _is_tree(list(heads)))
    return max(sum(scores[word, head] for word, head in enumerate(heads)) for heads in trees)


@settings(max_examples=150, deadline=None)
@given(st.integers(1, 5), st.integers(0, 10**6), st.floats(0, 20))
def test_the_tree_is_the_best_of_all_trees(size: int, seed: int, rooty: float) -> None:
    scores = np.random.default_rng(seed).normal(size=(size, size + 1)).astype(np.float32) * 5
    scores[:, 0] += rooty
    heads = best_tree(scores)
    assert _is_tree(heads)
    found = sum(scores[word, head] for word, head in enumerate(heads))
    assert found == pytest.approx(_by_trial(scores), abs=1e-3)


TAGS = name_tags(["ORG", "GPE"])


def _fits(tags: tuple[str, ...]) -> bool:
    before = "O"
    for tag in (*tags, "O"):
        open_ = before[0] in "BI"
        if (open_ and not (tag[0] in "IE" and tag[1:] == before[1:])) or (not open_ and tag[0] in "IE"):
            return False
        before = tag
    return True


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 3), st.integers(0, 10**6))
def test_name_tags_are_the_best_well_formed_ones(size: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(size, len(TAGS))).astype(np.float32)
    found = best_names(scores, TAGS)
    assert _fits(tuple(found))
    best = max(
        sum(scores[word, TAGS.index(tag)] for word, tag in enumerate(tags))
        for tags in product(TAGS, repeat=size)
        if _fits(tags)
    )
    assert sum(scores[word, TAGS.index(tag)] for word, tag in enumerate(found)) == pytest.approx(best)


def test_spans_of_tags() -> None:
    tags = ["S-GPE", "O", "B-ORG", "I-ORG", "E-ORG", "S-GPE"]
    assert list(name_spans(tags)) == [(0, 1, "GPE"), (2, 5, "ORG"), (5, 6, "GPE")]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("war", "lower"), ("Kyiv", "title"), ("NATO", "upper"), ("A", "initial"), ("McKay", "mixed"),
        ("2024", "digits"), ("F-16", "alphanumeric"), ("—", "punct"), ("U.S.", "upper"), ("n't", "lower"),
    ],
)  # fmt: skip
def test_forms(text: str, form: str) -> None:
    assert FORMS[form_class(text)] == form
