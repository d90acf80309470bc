"""Trees of other spaCy pipelines as the extractors read them: ClearNLP labels → Universal Dependencies.

Most labels only change their name (``lexicon/clearnlp_labels.tsv``). Re-headed are prepositional phrases (the
noun hangs on what the preposition hung on, the preposition is its case), copulas (the predicate heads the
clause), and coordination (all conjuncts hang on the first, the conjunction on the one that follows it).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.lexicon import classes

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

FACTORY = "newsgraph_universal"
_TELLTALE = frozenset({"dobj", "pobj", "nsubjpass"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM"})
_COPULAR = ("attr", "acomp")


def speaks_clearnlp(labels: frozenset[str]) -> bool:
    """Whether a parser with these labels needs the adapter."""
    return bool(labels & _TELLTALE)


def add_universal_view(nlp: Language) -> None:
    """Append the adapter to a pipeline whose parser writes ClearNLP labels; does nothing to others."""
    from spacy.language import Language as Registry

    parser = nlp.get_pipe("parser") if "parser" in nlp.pipe_names else None
    labels = frozenset(getattr(parser, "labels", ()))
    if FACTORY in nlp.pipe_names or not speaks_clearnlp(labels):
        return
    if not Registry.has_factory(FACTORY):
        Registry.component(FACTORY, func=to_universal)
    nlp.add_pipe(FACTORY, last=True)


@dataclass(slots=True)
class _Tree:
    """Heads and labels under change; ``heads[i] == i`` at a root."""

    doc: Doc
    heads: list[int]
    labels: list[str]
    sentences: list[range]

    def children(self, head: int, *labels: str) -> list[int]:
        """Dependents of ``head`` with one of the labels (any if none is given), in text order."""
        return [
            i
            for i in self.sentences[head]
            if self.heads[i] == head and i != head and (not labels or self.labels[i] in labels)
        ]

    def attach(self, token: int, head: int, label: str) -> None:
        """Hang ``token`` on ``head``."""
        self.heads[token], self.labels[token] = head, label

    def take_over(self, new: int, old: int) -> None:
        """``new`` takes the place of ``old`` in the tree, and all its dependents."""
        above, label = self.heads[old], self.labels[old]
        for dependent in self.children(old):
            if dependent != new:
                self.heads[dependent] = new
        self.attach(new, new if above == old else above, label)


def to_universal(doc: Doc) -> Doc:
    """The same document with its tree in Universal Dependencies."""
    import numpy

    sentences = [range(s.start, s.end) for s in doc.sents for _ in s]
    tree = _Tree(doc, [t.head.i for t in doc], [t.dep_ for t in doc], sentences)
    for index in range(len(doc)):
        _preposition(tree, index)
    for index in range(len(doc)):
        _copula(tree, index)
    for index in range(len(doc)):
        _coordination(tree, index)
    names = {old: next(iter(new)) for old, new in classes("clearnlp_labels").items()}
    labels = [_infinitive_marker(doc, i, names.get(label, label)) for i, label in enumerate(tree.labels)]
    rows = numpy.empty((len(doc), 2), dtype="uint64")
    rows[:, 0] = numpy.array([head - i for i, head in enumerate(tree.heads)], dtype="int64").astype("uint64")
    rows[:, 1] = [doc.vocab.strings.add(label) for label in labels]
    return doc.from_array(["HEAD", "DEP"], rows)  # type: ignore[arg-type]  # spaCy takes 64-bit rows


def _infinitive_marker(doc: Doc, index: int, label: str) -> str:
    return "mark" if label == "aux" and doc[index].tag_ == "TO" else label


def _preposition(tree: _Tree, index: int) -> None:
    """``met`` → ``with`` → ``Macron`` becomes ``met`` → ``Macron`` → ``with``."""
    label = tree.labels[index]
    if label not in ("prep", "agent", "dative"):
        return
    objects = tree.children(index, "pobj", "pcomp")
    if not objects:
        if label == "prep":
            tree.labels[index] = "advmod"
        return
    complement, head = objects[0], tree.heads[index]
    clausal = tree.labels[complement] == "pcomp" and tree.doc[complement].pos_ in ("VERB", "AUX")
    nominal = tree.doc[head].pos_ in _NOMINAL and not tree.children(head, "cop", "nsubj")
    phrase = "obl:agent" if label == "agent" else "nmod" if nominal else "obl"
    tree.attach(complement, head, ("acl" if nominal else "advcl") if clausal else phrase)
    for inner in tree.children(index):
        tree.attach(inner, complement, "case" if tree.labels[inner] == "prep" else tree.labels[inner])
    tree.attach(index, complement, "mark" if clausal else "case")


def _copula(tree: _Tree, index: int) -> None:
    """``is`` → ``minister`` becomes ``minister`` → ``is``; what exists (``there is``) is the subject."""
    if tree.doc[index].lemma_ != "be" or tree.labels[index] in ("aux", "auxpass"):
        return
    predicates = tree.children(index, *_COPULAR)
    if tree.children(index, "expl") and predicates:
        tree.labels[predicates[0]] = "nsubj"
        return
    places = [o for o in tree.children(index, "obl") if o > index]
    chosen = predicates or (places if tree.children(index, "nsubj") else [])
    if chosen:
        tree.take_over(chosen[0], index)
        tree.attach(index, chosen[0], "cop")


def _coordination(tree: _Tree, index: int) -> None:
    """A chain of conjuncts becomes a fan; each conjunction goes to the conjunct after it."""
    if tree.labels[index] == "conj":
        first = tree.heads[index]
        while tree.labels[first] == "conj" and tree.heads[first] != first:
            first = tree.heads[first]
        tree.heads[index] = first
    for conjunction in tree.children(index, "cc"):
        chain = [c for c in tree.children(index, "conj") if c > conjunction]
        if chain:
            tree.heads[conjunction] = chain[0]
