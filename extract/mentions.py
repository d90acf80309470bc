"""Tokens → mentions: where a phrase begins and ends, and what it is called without its trimmings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from extract.lexicon import words
from extract.model import Article, Attribution, Mention, MentionKind
from extract.syntax import children, copula, has_relation, lemma, preposition, words_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

TIME_LABELS = frozenset({"DATE", "TIME"})
_FIRST_PERSON = frozenset({"i", "me", "we", "us", "my", "our", "myself", "ourselves"})
_SENTENCES = frozenset(
    {"prison", "jail", "custody", "detention", "bars", "probation", "imprisonment", "labour"}
)
"""What one is sentenced to for a time."""
QUANTITY_LABELS = frozenset({"MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"})
_OUTSIDE_NOMINAL = (
    "acl:relcl",
    "appos",
    "parataxis",
    "discourse",
    "vocative",
    "reparandum",
    "advcl",
    "list",
    "dep",
    "orphan",
    "dislocated",
)
_OUTSIDE_PART = ("acl:relcl", "parataxis", "advcl")
_OUTSIDE_PREDICATE = ("nsubj", "csubj", "cop", "aux", "mark", "expl", "ccomp", "obl", "advcl")
_CORE = ("amod", "compound", "nummod", "flat", "nmod:desc", "goeswith", "fixed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Referent:
    """What a name or pronoun stands for in its article."""

    name: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Discourse:
    """An annotated article: the tree, and what its names, pronouns and quotations refer to.

    ``referents``: token index of a name's or pronoun's head → what it stands for. ``voices``: token
    index inside a quotation → who speaks. ``doc`` spans exactly ``article.text``.
    """

    article: Article
    doc: Doc
    referents: Mapping[int, Referent]
    voices: Mapping[int, Attribution]


def phrase(head: Token, *, whole: bool = False, conjuncts: bool = False) -> tuple[int, int]:
    """The phrase of ``head`` as token indices (first, last + 1), without its preposition.

    ``whole`` keeps relative clauses and appositions; ``conjuncts`` keeps what is coordinated with it.
    """
    dropped = () if whole else _OUTSIDE_NOMINAL
    if not conjuncts:
        dropped = (*dropped, "conj", "cc")
    if copula(head) is not None:
        dropped = (*dropped, *_OUTSIDE_PREDICATE)
    kept = {head.i}
    outside = {t.i for case in children(head, "case") for t in case.subtree}
    for dependent in head.children:
        bare_modifier = has_relation(dependent, "punct", "cc:preconj") or dependent.i in outside
        if bare_modifier or has_relation(dependent, *dropped) or _negator(dependent):
            continue
        if not whole and _is_aside(dependent):
            continue
        kept.update(t.i for t in (dependent.subtree if whole else _without_clauses(dependent)))
    return _contiguous(head, kept)


def _without_clauses(part: Token) -> Iterator[Token]:
    """A part of a phrase without the relative clauses and asides inside it."""
    yield part
    for dependent in part.children:
        if not has_relation(dependent, *_OUTSIDE_PART) and not _is_aside(dependent):
            yield from _without_clauses(dependent)


def _is_aside(clause: Token) -> bool:
    """A participle set off by a comma: ``the port, built in 1901``."""
    start = clause.left_edge.i
    commas = any(t.text in (",", "–", "—") for t in clause.doc[max(start - 1, 0) : start + 1])
    return clause.dep_ == "acl" and clause.tag_ in ("VBN", "VBG", "VBD") and commas


def _negator(token: Token) -> bool:
    return token.dep_ == "advmod" and token.lower_ in ("not", "n't", "n’t", "never")


def _contiguous(head: Token, kept: set[int]) -> tuple[int, int]:
    """The longest run of ``kept`` tokens around ``head``; punctuation between kept tokens belongs to it."""
    doc, start, end = head.doc, head.i, head.i + 1
    low, high = min(kept), max(kept)
    while start > low and (
        start - 1 in kept or (doc[start - 1].is_punct and doc[start - 1].text not in "()[]")
    ):
        start -= 1
    while end <= high and (end in kept or (doc[end].is_punct and doc[end].text not in "()[]")):
        end += 1
    while start < head.i and _is_edge(doc[start]) and doc[start].text not in "$€£#":
        start += 1
    while end > head.i + 1 and _is_edge(doc[end - 1]) and doc[end - 1].text != "%":
        end -= 1
    return start, end


def _is_edge(token: Token) -> bool:
    """What may stand at the end of a phrase's tokens but not of its words."""
    return bool(token.is_punct or token.is_space or token.is_quote or token.text in ("`", "``", "''"))


def entity_of(token: Token) -> Span | None:
    """The named entity that the token stands in."""
    if not token.ent_type_:
        return None
    doc, start, end = token.doc, token.i, token.i + 1
    while start > 0 and doc[start].ent_iob_ == "I":
        start -= 1
    while end < len(doc) and doc[end].ent_iob_ == "I":
        end += 1
    return _span(doc, start, end, token)


def _span(doc: Doc, start: int, end: int, token: Token) -> Span:
    """Put together, since spaCy walks through the whole article whenever it is asked for its entities."""
    from spacy.tokens import Span

    return Span(doc, start, end, label=token.ent_type_, kb_id=token.ent_kb_id_)


def core(head: Token) -> Token:
    """The token that names what the phrase stands for.

    ``one of the ministers`` → ministers; ``the minister, Najib Razak`` → Razak.
    """
    if head.lower_ in words("partitives"):
        inner = next(
            (n for n in children(head, "nmod") if [t.lower_ for t in preposition(n)] == ["of"]), None
        )
        if inner is not None:
            return core(inner)
    titled = lemma(head) in words("position_nouns") or head.lower_ in words("honorifics")
    if head.ent_type_ != "PERSON" and titled:
        for named in children(head, "appos", "flat", "nmod:desc"):
            if named.ent_type_ == "PERSON":
                return named
    if not head.ent_type_ and head.pos_ == "NOUN":
        for named in children(head, "appos", "flat"):
            if named.ent_type_ and named.left_edge.i == head.i + 1:
                return named
    return head


def _ends_in_name(head: Token) -> bool:
    """``winger Rui Tavares``, where the tree takes noun and name for one name."""
    return not head.ent_type_ and any(part.ent_type_ == "PERSON" for part in children(head, "flat"))


def canonical_name(head: Token) -> str:
    """A nominal without determiners, relative clauses and loose modifiers: ``legally binding agreements``."""
    kept = {head}
    for dependent in head.children:
        close = has_relation(dependent, *_CORE) and not has_relation(dependent, "nmod:desc")
        if close or _is_short_of(dependent) or _is_hyphenated(dependent):
            kept.update(
                t
                for t in dependent.subtree
                if (t.pos_ != "DET" or _is_prefix(t)) and (not t.is_punct or t.text in "-–'’")
            )
        elif has_relation(dependent, "nmod:poss") and dependent.pos_ == "PROPN":
            kept.update(dependent.subtree)
    if len(kept) > 8:
        kept = {head, *(t for c in children(head, "compound", "amod") for t in c.subtree if not t.is_punct)}
    text = words_of(kept)
    first = min(kept, key=lambda t: t.i)
    shouted = first.pos_ not in ("PROPN", "ADJ") and not first.ent_type_ and not first.is_upper
    lowered = shouted or (first.is_sent_start and not first.ent_type_ and first.pos_ != "PROPN")
    return text[:1].lower() + text[1:] if lowered and len(first) > 1 else text


def _is_hyphenated(token: Token) -> bool:
    """``in-law`` of ``brother-in-law``."""
    start = token.left_edge
    follows = has_relation(token, "nmod") and start.i > token.head.i
    return follows and start.text == "-" and not start.whitespace_ and not start.nbor(-1).whitespace_


def _is_prefix(word: Token) -> bool:
    """``no`` of ``a no-show job``."""
    following = word.doc[word.i + 1 : word.i + 2]
    return not word.whitespace_ and any(t.text in "-–" and not t.whitespace_ for t in following)


def _is_short_of(token: Token) -> bool:
    """An ``of`` phrase of at most four words with neither clause nor coordination in it."""
    if not has_relation(token, "nmod") or [t.lower_ for t in preposition(token)] != ["of"]:
        return False
    inner = list(token.subtree)
    return len(inner) <= 5 and not any(has_relation(t, "acl", "conj", "appos") for t in inner)


def _titles_before(office: Token) -> Iterator[Token]:
    """Further titles right before an office that hang on the same name: ``Deputy`` Foreign Minister Doluk."""
    place = office.left_edge.i - 1
    while place >= 0 and has_relation(office, "nmod:desc", "compound"):
        title = office.doc[place]
        if title.head.i != office.head.i or lemma(title) not in words("position_nouns"):
            return
        yield title
        place -= 1


def role_name(office: Token) -> str:
    """An office without the body it is held for, in lower case: ``foreign minister``."""
    kept = {office, *_titles_before(office)}
    for dependent in office.children:
        if has_relation(dependent, "flat", "goeswith", "fixed") and not dependent.ent_type_:
            kept.update(dependent.subtree)
        if (
            has_relation(dependent, "amod", "compound", "nmod:desc")
            and dependent.i < office.i
            and not dependent.ent_type_
        ):
            kept.update(t for t in dependent.subtree if not t.is_punct or t.text == "-")
        elif _is_short_of(dependent) and not any(t.ent_type_ for t in dependent.subtree):
            kept.update(t for t in dependent.subtree if t.pos_ != "DET")
    plural = words_of(kept).lower()
    return (
        plural.replace(office.lower_, lemma(office)) if "Plur" in office.morph.get("Number", []) else plural
    )


def is_time(head: Token) -> bool:
    """Whether the phrase names a time: by entity label, a calendar word, or a year."""
    if head.ent_type_ and head.ent_type_ not in TIME_LABELS:
        return False
    year = head.pos_ == "NUM" and head.text.isdigit() and len(head) == 4 and 1000 <= int(head.text) <= 2100
    named = head.lower_ in words("temporal_nouns") and head.pos_ in ("NOUN", "PROPN", "ADV")
    return (head.ent_type_ in TIME_LABELS or year or named) and not _is_penalty_or_praise(head)


def _is_penalty_or_praise(head: Token) -> bool:
    """``20 years in prison``, ``a good day for Ohio``: a stretch of time that is not when anything was."""
    after = [token.lower_ for token in head.doc[head.i + 1 : head.i + 3]]
    served = len(after) == 2 and after[0] in ("in", "of", "behind") and after[1] in _SENTENCES
    praised = after[:1] == ["for"] and head.pos_ == "NOUN" and any(children(head, "amod"))
    return served or (praised and not has_relation(head, "obl", "nmod", "advmod"))


def kind_of(head: Token) -> MentionKind:
    """The form of the phrase, as far as grammar tells."""
    if is_time(head):
        return "time"
    if head.ent_type_ in QUANTITY_LABELS or head.pos_ in ("NUM", "SYM"):
        return "quantity"
    if head.pos_ in ("PRON", "DET"):
        return "pronoun"
    if head.ent_type_ and head.ent_type_ not in TIME_LABELS:
        return "name"
    if head.pos_ in ("NOUN", "PROPN"):
        return "name" if head.pos_ == "PROPN" else "nominal"
    return "clause" if head.pos_ in ("VERB", "AUX") else "quality"


def mention(
    head: Token, discourse: Discourse, *, as_worded: bool = False, before: Token | None = None
) -> Mention:
    """The mention that ``head`` heads, named by what it stands for in the article.

    ``as_worded`` names it by its own words, not by an appositive or by what its ``of`` phrase picks from;
    ``before`` heads a clause at which it ends: ``troops`` of ``troops occupying the port``.
    """
    named = core(head) if not as_worded or _ends_in_name(head) else head
    start, end = _titled(head, named)
    span = discourse.doc[start : _end_before(named, end, before)]
    voice = discourse.voices.get(named.i)
    if voice is not None and named.lower_ in _FIRST_PERSON:
        return replace(voice.speaker, start=span.start_char, end=span.end_char, text=span.text)
    referent = discourse.referents.get(named.i)
    kind = kind_of(named)
    if referent is not None:
        name, label, kind = referent.name, referent.label, "name" if referent.label else "nominal"
    else:
        name, label = span.text if kind in ("time", "quality") else canonical_name(named), ""
        if head.lower_ in ("one", "each", "either", "neither") and named.i != head.i and kind == "nominal":
            name = name.replace(named.text, lemma(named))
        name = name.removesuffix(".") if kind == "quantity" else name
        kind = "description" if kind == "nominal" and _is_definite(named) else kind
    return Mention(
        start=span.start_char, end=span.end_char, text=span.text, name=name, label=label, kind=kind
    )


def _end_before(head: Token, end: int, clause: Token | None) -> int:
    """Where a phrase ends that a clause of its own ends with."""
    if clause is None or not head.i < clause.left_edge.i < end:
        return end
    stop = clause.left_edge.i
    while stop > head.i + 1 and _is_edge(head.doc[stop - 1]):
        stop -= 1
    return stop


def _is_definite(head: Token) -> bool:
    """Whether the phrase counts on the reader to know which one is meant: ``the company``, ``their plan``."""
    owned = any(owner.pos_ in ("PRON", "DET") for owner in children(head, "nmod:poss"))
    return owned or any(d.lower_ in words("definite_determiners") for d in children(head, "det"))


def _titled(head: Token, named: Token) -> tuple[int, int]:
    """A name's phrase with the noun before it if no comma parts them: ``ambassador Brah Mohamane``."""
    if named.ent_type_ != "PERSON" and not has_relation(named, "appos"):
        return phrase(head)
    start, end = phrase(named)
    close = head.i < named.i and not any(t.is_punct for t in head.doc[head.i : start])
    return (min(start, phrase(head)[0]), end) if close else (start, end)


def span_mention(start: int, end: int, discourse: Discourse, kind: MentionKind = "clause") -> Mention:
    """A stretch of tokens as an argument of its own, such as a clause."""
    span = discourse.doc[start:end]
    return Mention(start=span.start_char, end=span.end_char, text=span.text, name=span.text, kind=kind)
