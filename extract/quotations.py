"""Quotation marks → who speaks inside them.

A quotation belongs to the verb of saying outside it in its own sentence, else in the words right after it,
else in the sentence before it; a further quotation of the same paragraph, and a paragraph that goes on
quoting, keep the speaker. Marks that never close end with their paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.lexicon import words
from extract.mentions import Discourse, mention
from extract.model import Attribution, Mention
from extract.speakers import speaking_subject
from extract.syntax import child, children, has_relation, is_finite_clause, is_predicate, lemma

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OPENING, _CLOSING, _EITHER = frozenset("“«„"), frozenset("”»"), frozenset('"')
UNNAMED = "unnamed speaker"
"""The name of whoever speaks a quotation that the article gives to nobody."""
_WHOLE = 4
"""How many tokens a quotation has at least to be somebody's sentence rather than a word set off."""
_REACH = 8
"""How many tokens after a closing mark its verb of saying may stand, if it is in the next sentence."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Tokens ``start`` to ``end`` (exclusive) between two marks; ``closed`` if the second is there."""

    start: int
    end: int
    paragraph: int
    closed: bool


def paragraphs(doc: Doc) -> Iterator[tuple[int, int]]:
    """Token ranges between line breaks."""
    start = 0
    for token in doc:
        if "\n" in token.text or "\n" in token.whitespace_:
            if token.i > start:
                yield start, token.i
            start = token.i + 1
    if start < len(doc):
        yield start, len(doc)


def quotations(doc: Doc) -> Iterator[Quotation]:
    """All quoted stretches, paragraph by paragraph."""
    for number, (first, last) in enumerate(paragraphs(doc)):
        opened: int | None = None
        for token in doc[first:last]:
            opens = token.text in _OPENING or token.text == "``" or (token.text in _EITHER and opened is None)
            closes = token.text in _CLOSING or token.text == "''" or token.text in _EITHER
            if opened is None and opens:
                opened = token.i + 1
            elif opened is not None and closes:
                yield Quotation(opened, token.i, number, True)
                opened = None
        if opened is not None and opened < last:
            yield Quotation(opened, last, number, False)


def voices(doc: Doc, discourse: Discourse) -> dict[int, Attribution]:
    """Token index → the speaker of the quotation it stands in, where one is found."""
    found: dict[int, Attribution] = {}
    quoted = list(quotations(doc))
    inside = {i for q in quoted for i in range(q.start, q.end)}
    for run in _runs(quoted):
        own = [_speaker(q, doc, inside, discourse) for q in run]
        known = next((s for s in own if s is not None), None)
        for quotation, speaker in zip(run, own, strict=True):
            known = speaker or known or _unnamed(quotation, doc, inside, discourse)
            if known is not None:
                found.update((i, known) for i in range(quotation.start, quotation.end))
    return found


def _runs(quoted: list[Quotation]) -> list[list[Quotation]]:
    """Quotations that one speaker goes on with, together."""
    runs: list[list[Quotation]] = []
    for quotation in quoted:
        if runs and _goes_on(runs[-1][-1], quotation):
            runs[-1].append(quotation)
        else:
            runs.append([quotation])
    return runs


def _unnamed(quotation: Quotation, doc: Doc, inside: set[int], discourse: Discourse) -> Attribution | None:
    """For quoted sentences without a verb of saying: the person named before them, else nobody."""
    quoted = doc[quotation.start : quotation.end]
    if not any(is_finite_clause(t) and is_predicate(t) for t in quoted) or len(quoted) < _WHOLE:
        return None
    first = doc[quotation.start].sent
    before = doc[first.start - 1].sent if first.start else first
    for token in before:
        if token.i not in inside and has_relation(token, "nsubj") and token.ent_type_ == "PERSON":
            return Attribution(speaker=mention(token, discourse), cue="quotation")
    mark = doc[quotation.start - 1]
    nobody = Mention(start=mark.idx, end=mark.idx + len(mark), text=mark.text, name=UNNAMED, kind="pronoun")
    return Attribution(speaker=nobody, cue="quotation")


def _goes_on(previous: Quotation, quotation: Quotation) -> bool:
    same = previous.paragraph == quotation.paragraph
    return same or (not previous.closed and quotation.paragraph == previous.paragraph + 1)


def _speaker(quotation: Quotation, doc: Doc, inside: set[int], discourse: Discourse) -> Attribution | None:
    first, last = doc[quotation.start].sent, doc[quotation.end - 1].sent
    same = [t for t in doc[first.start : last.end] if t.i not in inside]
    after = [t for t in _rest_of_paragraph(doc, quotation.end) if t.i not in inside]
    before_end = first.start
    before = doc[before_end - 1].sent if before_end else None
    leads = before is not None and any(t.text == ":" for t in list(before)[-3:])
    leading = [t for t in before if t.i not in inside] if before is not None and leads else []
    for candidates in (same, after, leading):
        verbs = [t for t in candidates if _says(t) and not has_relation(t, "acl:relcl")]
        for verb in sorted(verbs, key=lambda t: _distance(t, quotation)):
            subject = _postponed(verb, quotation) or speaking_subject(verb)
            if subject is not None and subject.i not in inside:
                return Attribution(speaker=mention(subject, discourse), cue=verb.lower_)
    return None


def _rest_of_paragraph(doc: Doc, start: int) -> Iterator[Token]:
    for token in doc[start : start + _REACH]:
        if "\n" in token.text:
            return
        yield token


def _postponed(verb: Token, quotation: Quotation) -> Token | None:
    """The name right behind a verb that follows the closing mark: ``…," warned Vey``."""
    if not quotation.end < verb.i <= quotation.end + 2 or child(verb, "nsubj") is not None:
        return None
    following = [
        c for c in children(verb, "obj", "ccomp", "xcomp", "parataxis", "obl") if c.left_edge.i == verb.i + 1
    ]
    return following[0] if following and following[0].pos_ in ("NOUN", "PROPN", "PRON") else None


def _says(token: Token) -> bool:
    return token.pos_ == "VERB" and lemma(token) in words("speech_verbs")


def _distance(token: Token, quotation: Quotation) -> int:
    return min(abs(token.i - quotation.start), abs(token.i - quotation.end))
