"""The phrases of an article that can stand for something: names, nominals, pronouns and coordinations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Any, Literal

from extract.names import is_office
from extract.syntax import children, copula, has_relation, lemma

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

NAME_LABELS = frozenset(
    {"PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW", "LANGUAGE"}
)
PERSONAL = frozenset(
    {"he", "him", "his", "himself", "she", "her", "hers", "herself", "it", "its", "itself"}
    | {"they", "them", "their", "theirs", "themselves"}
)
"""Pronouns of the third person, possessive and reflexive ones included."""

FIRST_PERSON = frozenset({"i", "me", "my", "mine", "myself"})
SECOND_PERSON = frozenset({"you", "your", "yours", "yourself", "yourselves"})

_OUTSIDE = ("appos", "conj", "cc", "parataxis", "discourse", "vocative", "reparandum", "dislocated", "list")
_OUTSIDE_PREDICATE = ("nsubj", "csubj", "cop", "aux", "mark", "expl", "ccomp", "obl", "advcl", "advmod")
_PARTS = ("compound", "flat", "fixed", "goeswith", "nmod:desc", "case", "det", "cc", "punct")
_NAME_PARTS = ("compound", "flat", "goeswith", "amod", "nummod")

_ROLES = (
    ("subject", ("nsubj",)),
    ("object", ("obj", "iobj")),
    ("possessor", ("nmod:poss",)),
    ("oblique", ("obl",)),
    ("modifier", ("nmod", "compound", "amod")),
    ("title", ("ROOT", "root")),
)

PhraseKind = Literal["name", "nominal", "pronoun", "group"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Phrase:
    """A phrase that may stand for something.

    ``start`` to ``end`` (exclusive) are the tokens of the whole phrase, without preposition, apposition
    and what is coordinated with it; ``name`` and ``label`` are those of a name, empty otherwise; a name
    without entity label has ``""``. A ``group`` is a coordination; ``members`` are the heads of its
    conjuncts. ``noun`` is the head's lemma, ``role`` its part in the clause (``subject``…),
    ``determiner`` its first one, ``owner`` for a possessive pronoun.
    """

    number: int
    head: Token
    start: int
    end: int
    kind: PhraseKind
    sentence: int
    paragraph: int
    noun: str
    role: str
    determiner: str = ""
    name: str = ""
    label: str = ""
    name_start: int = -1
    name_end: int = -1
    members: tuple[Token, ...] = ()


def bare_name(entity: Span) -> str:
    """The entity's words with line breaks and runs of blanks made one blank."""
    return " ".join(entity.text.split())


def phrases(doc: Doc) -> list[Phrase]:
    """All phrases in text order, a longer one before those inside it; numbered so."""
    sentence_of = [n for n, sentence in enumerate(doc.sents) for _ in sentence]
    paragraph_of = list(accumulate(int("\n" in t.text) for t in doc))
    found = [*_entities(doc), *_nested(doc), *_others(doc), *_groups(doc)]
    found.sort(key=lambda f: (f["start"], -f["end"], f["head"].i))
    return [
        Phrase(
            number=number,
            sentence=sentence_of[fields["head"].i],
            paragraph=paragraph_of[fields["head"].i],
            noun=lemma(fields["head"]),
            role=role(fields["head"]),
            determiner=_determiner(fields["head"]),
            **fields,
        )
        for number, fields in enumerate(found)
    ]


def role(token: Token) -> str:
    """The phrase's part in its clause; that of the first conjunct in a coordination."""
    while has_relation(token, "conj") and token.head.i != token.i:
        token = token.head
    return next((name for name, relations in _ROLES if has_relation(token, *relations)), "other")


def _determiner(head: Token) -> str:
    if any(o.pos_ in ("PRON", "DET") for o in children(head, "nmod:poss")):
        return "owner"
    return next((d.lower_ for d in children(head, "det")), "")


def _entities(doc: Doc) -> Iterator[dict[str, Any]]:
    for entity in doc.ents:
        if entity.label_ in NAME_LABELS:
            start, end = whole(entity.root)
            yield {
                "head": entity.root,
                "start": min(start, entity.start),
                "end": max(end, entity.end),
                "kind": "name",
                "name": bare_name(entity),
                "label": entity.label_,
                "name_start": entity.start,
                "name_end": entity.end,
            }


def _nested(doc: Doc) -> Iterator[dict[str, Any]]:
    """Names within names: the ``Netherlands`` of ``National Library of the Netherlands``."""
    for entity in doc.ents:
        for token in entity if entity.label_ in NAME_LABELS and len(entity) > 2 else ():
            inner = token.pos_ == "PROPN" and token.dep_ in ("nmod", "nmod:unmarked", "nmod:poss")
            if inner and token.i != entity.root.i:
                start, end = whole(token)
                first = token.i
                while first > entity.start and has_relation(doc[first - 1], "compound", "flat"):
                    first -= 1
                name = {"name": doc[first : token.i + 1].text, "name_start": first, "name_end": token.i + 1}
                yield {"head": token, "start": start, "end": end, "kind": "name", **name}


def _others(doc: Doc) -> Iterator[dict[str, Any]]:
    words = {t.text for t in doc if t.pos_ == "PROPN" and not has_relation(t, *_PARTS)}
    for token in doc:
        if token.ent_type_ in NAME_LABELS or token.ent_type_ in ("DATE", "TIME", "CARDINAL", "ORDINAL"):
            continue
        personal = token.lower_ in PERSONAL or token.lower_ in FIRST_PERSON or token.lower_ in SECOND_PERSON
        if personal and token.pos_ in ("PRON", "DET") and token.dep_ != "expl":
            yield {"head": token, "start": token.i, "end": token.i + 1, "kind": "pronoun"}
        elif token.lower_ in ("former", "latter") and [t.lower_ for t in children(token, "det")] == ["the"]:
            yield {"head": token, "start": token.left_edge.i, "end": token.i + 1, "kind": "nominal"}
        elif token.pos_ in ("NOUN", "PROPN") and not has_relation(token, *_PARTS):
            start, end = whole(token)
            named = token.pos_ == "PROPN" and not is_office(token)
            fields = {"head": token, "start": start, "end": end, "kind": "name" if named else "nominal"}
            yield {**fields, **_unlabelled(token)} if named else fields
        elif (
            token.dep_ == "compound"
            and token.pos_ == "PROPN"
            and token.text in words
            and not is_office(token)
        ):
            alone = {"head": token, "start": token.i, "end": token.i + 1, "kind": "name"}
            yield {**alone, "name": token.text, "name_start": token.i, "name_end": token.i + 1}


def _unlabelled(head: Token) -> dict[str, str | int]:
    """The name in a phrase whose head is a proper noun without entity label."""
    start, end = head.i, head.i + 1
    while start > head.left_edge.i and _is_name_part(head.doc[start - 1]):
        start -= 1
    while end <= head.right_edge.i and _is_name_part(head.doc[end]):
        end += 1
    return {"name": " ".join(head.doc[start:end].text.split()), "name_start": start, "name_end": end}


def _is_name_part(token: Token) -> bool:
    capital = token.text[:1].isupper() or (token.text[:1].isdigit() and has_relation(token, "nummod"))
    return capital and has_relation(token, *_NAME_PARTS) and not token.ent_type_


def _groups(doc: Doc) -> Iterator[dict[str, Any]]:
    for head in doc:
        others = [c for c in children(head, "conj") if c.pos_ in ("NOUN", "PROPN", "PRON")]
        both = any(cc.lower_ in ("and", "&") for c in others for cc in children(c, "cc"))
        if both and head.pos_ in ("NOUN", "PROPN", "PRON") and not has_relation(head, "compound", "flat"):
            start = whole(head)[0]
            end = max(whole(c)[1] for c in others)
            yield {"head": head, "start": start, "end": end, "kind": "group", "members": (head, *others)}


def whole(head: Token) -> tuple[int, int]:
    """The phrase of ``head`` with all that describes it, its possessive ``'s`` included."""
    dropped = (*_OUTSIDE, *_OUTSIDE_PREDICATE) if copula(head) is not None else _OUTSIDE
    kept = {head.i}
    for dependent in head.children:
        if has_relation(dependent, "punct", *dropped):
            continue
        if has_relation(dependent, "case") and (dependent.tag_ != "POS" or dependent.i < head.i):
            continue
        kept.update(t.i for t in dependent.subtree)
    return _run(head, kept)


def _run(head: Token, kept: set[int]) -> tuple[int, int]:
    """The longest run of ``kept`` around ``head``; punctuation counts between kept tokens only."""
    doc, start, end = head.doc, head.i, head.i + 1
    low, high = min(kept), max(kept)
    while start > low and (start - 1 in kept or doc[start - 1].is_punct):
        start -= 1
    while end <= high and (end in kept or doc[end].is_punct):
        end += 1
    while start < head.i and (start not in kept or doc[start].is_punct or doc[start].is_space):
        start += 1
    while end > head.i + 1 and (end - 1 not in kept or doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    if end < len(doc) and doc[end].text == ")" and "(" in [t.text for t in doc[head.i : end]]:
        end += 1
    return start, end
