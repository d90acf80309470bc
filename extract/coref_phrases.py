"""The phrases of an article that can stand for something: names, nominals, pronouns and coordinations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Any, Literal

from extract.coref_name_phrases import NAME_LABELS, name_phrases, unlabelled
from extract.coref_spans import whole
from extract.names import is_homeland, is_office
from extract.syntax import children, has_relation, lemma, preposition

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

PERSONAL = frozenset(
    {"he", "him", "his", "himself", "she", "her", "hers", "herself", "it", "its", "itself"}
    | {"they", "them", "their", "theirs", "themselves"}
)
"""Pronouns of the third person, possessive and reflexive ones included."""

FIRST_PERSON = frozenset({"i", "me", "my", "mine", "myself"})
FIRST_PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})
DEMONSTRATIVES = frozenset({"this", "that", "these", "those"})
WHEREABOUTS = frozenset({"here", "there"})
SECOND_PERSON = frozenset({"you", "your", "yours", "yourself", "yourselves"})
SPEAKING = FIRST_PERSON | FIRST_PLURAL | SECOND_PERSON
"""Pronouns of those who take part in what is said."""

_PRONOUNS = PERSONAL | SPEAKING
_MEASURES = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL"})
_PARTS = ("compound", "flat", "fixed", "goeswith", "nmod:desc", "case", "det", "cc", "punct")


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
    ``determiner`` its first one, ``owner`` for a possessive pronoun. ``mention`` is the probability that
    exactly these tokens stand for something (``coref_mentions``), 1 if unknown. ``seldom``: such words are
    seldom phrases: a part of another name or phrase, ``that``, ``there``, ``one of them``.
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
    mention: float = 1.0
    seldom: bool = False


def phrases(doc: Doc, weights: Mapping[str, Any] | None = None) -> list[Phrase]:
    """All phrases in text order, a longer one before those inside it; numbered so.

    ``weights``: others of ``coref_mentions`` than the shipped ones.
    """
    from extract.coref_mentions import settled  # it imports numpy

    sentence_of = [n for n, sentence in enumerate(doc.sents) for _ in sentence]
    paragraph_of = list(accumulate(int("\n" in t.text) for t in doc))
    found = settled(doc, candidates(doc), weights)
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


def candidates(doc: Doc) -> list[dict[str, Any]]:
    """The fields of all that may be a phrase, as the rules draw it."""
    names = list(name_phrases(doc))
    found = [*names, *_others(doc, {fields["head"].i for fields in names}), *_groups(doc)]
    found += _seldom(doc, {fields["head"].i for fields in found})
    return [*found, *_inner(doc, {fields["head"].i for fields in found})]


def _inner(doc: Doc, heads: set[int]) -> Iterator[dict[str, Any]]:
    """What stands in another phrase and seldom is one itself: the ``Audubon`` of ``the Audubon Society``."""
    for token in doc:
        if token.i in heads or not has_relation(token, *_INNER) or token.pos_ not in ("PROPN", "NOUN"):
            continue
        if token.pos_ == "NOUN" and token.dep_ != "compound":
            continue
        start = token.i
        while start > 0 and doc[start - 1].head == token and _is_part(doc[start - 1]):
            start -= 1
        fields = {"head": token, "start": start, "end": token.i + 1, "seldom": True}
        if token.pos_ == "NOUN":
            yield {**fields, "kind": "nominal"}
        else:
            name = {"name": doc[start : token.i + 1].text, "name_start": start, "name_end": token.i + 1}
            yield {**fields, "kind": "name", **name}


def _seldom(doc: Doc, heads: set[int]) -> Iterator[dict[str, Any]]:
    """``That`` and ``there``, which mostly stand for nothing that has a name, and phrases without a noun."""
    for token in doc:
        if token.i in heads or has_relation(token, "det", "expl", "mark", "advmod:emph"):
            continue
        alone = {"head": token, "start": token.i, "end": token.i + 1, "seldom": True}
        that = token.lower_ in DEMONSTRATIVES and token.pos_ in ("PRON", "DET") and token.tag_ == "DT"
        if that or (token.lower_ in WHEREABOUTS and token.pos_ == "ADV"):
            yield {**alone, "kind": "pronoun"}
        elif token.pos_ in ("NUM", "ADJ") and _stands_for_noun(token):
            start, end = whole(token)
            yield {**alone, "start": start, "end": end, "kind": "nominal"}


def _stands_for_noun(token: Token) -> bool:
    """``The youngest of five``, ``one of them``, ``the last two``."""
    definite = any(d.lower_ in ("the", "these", "those") for d in children(token, "det"))
    return definite or any([t.lower_ for t in preposition(c)] == ["of"] for c in children(token, "nmod"))


def _is_part(token: Token) -> bool:
    """Whether it belongs to the name it stands before: ``United`` to ``Nations``."""
    return has_relation(token, "compound") or (has_relation(token, "amod") and token.text[:1].isupper())


_INNER = ("compound", "conj", "appos", "flat", "nmod:desc")


def role(token: Token) -> str:
    """The phrase's part in its clause; that of the first conjunct in a coordination."""
    while has_relation(token, "conj") and token.head.i != token.i:
        token = token.head
    return next((name for name, relations in _ROLES if has_relation(token, *relations)), "other")


def _determiner(head: Token) -> str:
    if any(o.pos_ in ("PRON", "DET") for o in children(head, "nmod:poss")):
        return "owner"
    return next((d.lower_ for d in children(head, "det")), "")


def _others(doc: Doc, named: set[int]) -> Iterator[dict[str, Any]]:
    """What is no name of the pipeline's; ``named``: the heads of those."""
    words = {t.text for t in doc if t.pos_ == "PROPN" and not has_relation(t, *_PARTS)}
    nouns = {lemma(t) for t in doc if t.pos_ == "NOUN" and not has_relation(t, *_PARTS)}
    for token in doc:
        if token.i in named or token.ent_type_ in NAME_LABELS | _MEASURES:
            continue
        if token.lower_ in _PRONOUNS and token.pos_ in ("PRON", "DET") and token.dep_ != "expl":
            yield {"head": token, "start": token.i, "end": token.i + 1, "kind": "pronoun"}
        elif token.lower_ in ("former", "latter") and [t.lower_ for t in children(token, "det")] == ["the"]:
            yield {"head": token, "start": token.left_edge.i, "end": token.i + 1, "kind": "nominal"}
        elif token.pos_ in ("NOUN", "PROPN") and not has_relation(token, *_PARTS):
            start, end = whole(token)
            called = token.pos_ == "PROPN" and not is_office(token) and not is_homeland(token)
            fields = {"head": token, "start": start, "end": end, "kind": "name" if called else "nominal"}
            yield {**fields, **unlabelled(token)} if called else fields
        elif token.dep_ == "compound" and token.pos_ == "NOUN" and lemma(token) in nouns:
            yield {"head": token, "start": token.i, "end": token.i + 1, "kind": "nominal"}
        elif (
            token.dep_ == "compound"
            and token.pos_ == "PROPN"
            and token.text in words
            and not is_office(token)
        ):
            alone = {"head": token, "start": token.i, "end": token.i + 1, "kind": "name"}
            yield {**alone, "name": token.text, "name_start": token.i, "name_end": token.i + 1}


def _groups(doc: Doc) -> Iterator[dict[str, Any]]:
    for head in doc:
        others = [c for c in children(head, "conj") if c.pos_ in ("NOUN", "PROPN", "PRON")]
        both = any(cc.lower_ in ("and", "&") for c in others for cc in children(c, "cc"))
        if both and head.pos_ in ("NOUN", "PROPN", "PRON") and not has_relation(head, "compound", "flat"):
            start = whole(head)[0]
            end = max(whole(c)[1] for c in (head, *others))
            yield {"head": head, "start": start, "end": end, "kind": "group", "members": (head, *others)}
