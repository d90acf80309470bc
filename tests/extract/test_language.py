"""The shipped pipeline: what it is made of, how it cuts text, and that it reads the same every time."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from spacy.tokens import Doc

from extract.errors import ExtractError
from extract.language import SHIPPED, LanguageError, load_language

CNN = Path(__file__).parents[2] / "training" / "cnn"
"""The first pipeline, kept beside its recipe."""

TEXT = (
    "Russian Foreign Minister Sergey Lavrov said on Tuesday that a ceasefire “does not suit us”.\n\n"
    "The U.S. won't lift its sanctions, Kyiv's officials were told by Washington."
)

CUTS = [
    ("U.S. President Joe Biden", ["U.S.", "President", "Joe", "Biden"]),
    ("Donetsk's mayor", ["Donetsk", "'s", "mayor"]),
    ("Donetsk’s mayor", ["Donetsk", "’s", "mayor"]),
    ("pro-European parties", ["pro-European", "parties"]),
    ("a state-run bank", ["a", "state", "-", "run", "bank"]),
    ("a 24-year-old man", ["a", "24", "-", "year", "-", "old", "man"]),
    ("from 1990-1995", ["from", "1990", "-", "1995"]),
    ("“We won’t go,” he said.", ["“", "We", "wo", "n’t", "go", ",", "”", "he", "said", "."]),
    ("It lost its way", ["It", "lost", "its", "way"]),
    ("the war—and peace", ["the", "war", "—", "and", "peace"]),
    ("Moscow–Kyiv talks", ["Moscow", "–", "Kyiv", "talks"]),
    ("What?! Never!!!", ["What", "?!", "Never", "!!!"]),
    ("a $3.5 billion deal (5%)", ["a", "$", "3.5", "billion", "deal", "(", "5", "%", ")"]),
    ("at 7pm on Jan. 5", ["at", "7", "pm", "on", "Jan.", "5"]),
]

TREES = [
    ("Germany rejected the offer.", "Germany", "nsubj", "rejected"),
    ("Germany rejected the offer.", "offer", "obj", "rejected"),
    ("The treaty was signed by the president.", "treaty", "nsubj:pass", "signed"),
    ("The treaty was signed by the president.", "president", "obl:agent", "signed"),
    ("The government did not accept the plan.", "not", "advmod", "accept"),
    ("He met the minister and the mayor.", "mayor", "conj", "minister"),
    ("She is the leader of the party.", "She", "nsubj", "leader"),
    ("She is the leader of the party.", "is", "cop", "leader"),
    ("The company's shares fell.", "company", "nmod:poss", "shares"),
]

LEMMAS = [
    ("They were signing treaties.", ["they", "be", "sign", "treaty", "."]),
    ("He said his children won.", ["he", "say", "his", "child", "win", "."]),
]


LAYERS = ("text", "tag_", "pos_", "morph", "lemma_", "dep_", "head", "is_sent_start", "ent_iob_", "ent_type_")


def annotation(doc: Doc) -> list[list[str]]:
    return [[str(getattr(word, layer)) for layer in LAYERS] for word in doc]


@pytest.mark.parametrize(("text", "words"), CUTS)
def test_words(text: str, words: list[str]) -> None:
    assert [word.text for word in load_language().make_doc(text)] == words


@pytest.mark.parametrize(("text", "word", "label", "head"), TREES)
def test_trees_carry_universal_dependencies(text: str, word: str, label: str, head: str) -> None:
    token = next(token for token in load_language()(text) if token.text == word)
    assert (token.dep_, token.head.text) == (label, head)


@pytest.mark.parametrize(("text", "lemmas"), LEMMAS)
def test_lemmas(text: str, lemmas: list[str]) -> None:
    assert [word.lemma_ for word in load_language()(text)] == lemmas


def test_paragraphs_end_sentences_and_every_layer_is_annotated() -> None:
    doc = load_language()(TEXT)
    assert [str(sentence).strip()[:8] for sentence in doc.sents] == ["Russian ", "The U.S."]
    for layer in ("TAG", "POS", "MORPH", "LEMMA", "DEP", "HEAD", "SENT_START", "ENT_IOB"):
        assert doc.has_annotation(layer), layer
    assert "Sergey Lavrov" in [entity.text for entity in doc.ents if entity.label_ == "PERSON"]


def test_words_cut_by_the_caller_are_kept() -> None:
    nlp = load_language()
    cut = nlp.make_doc(TEXT)
    doc = Doc(nlp.vocab, words=[t.text for t in cut], spaces=[bool(t.whitespace_) for t in cut])
    assert annotation(nlp(doc)) == annotation(nlp(TEXT))


def test_neighbours_in_a_batch_change_nothing() -> None:
    nlp = load_language()
    alone = annotation(nlp(TEXT))
    together = list(nlp.pipe(["Rain fell.", TEXT, "The vote was lost " * 40]))
    assert annotation(together[1]) == alone


def test_worker_processes_read_alike() -> None:
    nlp = load_language()
    texts = [TEXT, "Rain fell."]
    docs = list(nlp.pipe(texts, n_process=2, batch_size=1))
    assert [annotation(doc) for doc in docs] == [annotation(nlp(text)) for text in texts]


def test_another_hash_seed_reads_alike() -> None:
    code = (
        "from extract.language import load_language;"
        f"doc = load_language()({TEXT!r});"
        "print([(t.text, t.tag_, t.lemma_, t.dep_, t.head.i, t.ent_type_) for t in doc])"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=Path(__file__).parents[2],
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1
    assert b"Lavrov" in outputs.pop()


def test_weights_are_small_on_disk() -> None:
    assert sum(path.stat().st_size for path in SHIPPED.rglob("*") if path.is_file()) < 30_000_000


def test_half_width_weights_are_widened_in_memory() -> None:
    for _, component in load_language(str(CNN)).pipeline:
        model = getattr(component, "model", None)
        for layer in model.walk() if model is not None else ():
            for name in layer.param_names:
                assert not layer.has_param(name) or layer.get_param(name).dtype == "float32"


def test_the_gazetteer_follows_the_names() -> None:
    nlp = load_language()
    assert nlp.pipe_names[-2:] == ["encoder", "newsgraph_gazetteer"]
    ukraine = next(ent for ent in nlp("Talks in Ukraine failed.").ents if ent.text == "Ukraine")
    assert (ukraine.label_, ukraine.kb_id_) == ("GPE", "Q212")


def test_loaded_once_and_by_folder() -> None:
    assert load_language() is load_language(None)
    assert load_language(str(SHIPPED)) is load_language()


def test_an_unknown_pipeline_says_the_way_out() -> None:
    with pytest.raises(LanguageError, match=r"'en_no_such'.*installed: .*newsgraph") as caught:
        load_language("en_no_such")
    assert "\n" not in str(caught.value)
    assert isinstance(caught.value, ExtractError)
