"""A spaCy component that lets the gazetteer have its say after the name tagger has had its own.

It adds known names the tagger missed, corrects labels that are surely wrong (``Chad`` as a person), and
writes Wikidata ids to ``ent_kb_id``. It never cuts into a longer name: ``Bank of England`` stays whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from extract.gazetteer import DEMONYMS, Entry, Form, Gazetteer, load_gazetteer
from extract.gazetteer_context import acronym_in_capitals, part_of_longer_name, starts_sentence, written_as

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span, Token

FACTORY = "newsgraph_gazetteer"
"""The component's name in a pipeline's config."""

_LONGEST = 9
"""Tokens in the longest span that is looked up; official names of states and bodies are not longer."""

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_ALIKE = {"GPE": _PLACES, "LOC": _PLACES, "FAC": _PLACES | {"ORG"}}
"""Labels that are as good as the gazetteer's for a region, or for a building and those who sit in it."""

_FIXABLE = _PLACES | {"ORG", "PERSON", "NORP"}
"""Labels that the gazetteer may correct; a language, a work of art or an event keeps its own."""


def add_gazetteer(nlp: Language) -> None:
    """Put the component after the name tagger of ``nlp``, at its end if it has none; twice does no harm."""
    register_gazetteer()
    if FACTORY in nlp.pipe_names:
        return
    taggers = [name for name in nlp.pipe_names if "doc.ents" in nlp.get_pipe_meta(name).assigns]
    nlp.add_pipe(FACTORY, after=taggers[-1] if taggers else None)


def register_gazetteer() -> None:
    """Tell spaCy of the component: before it loads a pipeline whose config names it."""
    from spacy.language import Language

    if not Language.has_factory(FACTORY):
        Language.factory(FACTORY, assigns=["doc.ents", "token.ent_type", "token.ent_kb_id"], func=_create)


def _create(nlp: Language, name: str) -> GazetteerNames:  # noqa: ARG001 - spaCy passes both by name
    return GazetteerNames()


class GazetteerNames:
    """The component. It has no state of its own, so it pickles and runs in worker processes."""

    def __call__(self, doc: Doc) -> Doc:
        """Return ``doc`` with the gazetteer's names among its entities."""
        gazetteer = load_gazetteer()
        found = list(_matches(doc, gazetteer))
        near = _places(found, gazetteer)
        kept = _merge(doc, [(match, _judge(match, gazetteer, near)) for match in found])
        doc.ents = kept
        return doc


@dataclass(frozen=True, slots=True)
class _Match:
    span: Span
    forms: tuple[Form, ...]


@dataclass(frozen=True, slots=True)
class _Verdict:
    """``label`` is empty where a name's readings disagree on it, ``qid`` where they are several things."""

    label: str
    qid: str
    entry: Entry | None


def _matches(doc: Doc, gazetteer: Gazetteer) -> Iterator[_Match]:
    """Yield the longest known name at each token, left to right, none overlapping another."""
    starts, place = _first_words(), 0
    while place < len(doc):
        match = None
        if _head(doc[place].text) in starts:
            match = _longest(doc, place, gazetteer)
        if match:
            yield match
        place = match.span.end if match else place + 1


def _longest(doc: Doc, start: int, gazetteer: Gazetteer) -> _Match | None:
    for end in range(min(start + _LONGEST, len(doc)), start, -1):
        if doc[end - 1].is_space:
            continue
        span = doc[start:end]
        forms = tuple(form for form in gazetteer.forms_of(span.text) if form.kind != "phrase")
        forms = tuple(form for form in forms if written_as(span, form))
        if forms:
            return _Match(span, forms)
    return None


@cache
def _first_words() -> frozenset[str]:
    forms = (form for found in load_gazetteer().forms.values() for form in found)
    return frozenset(_head(form.text.removeprefix("The ")) for form in forms)


def _head(text: str) -> str:
    """The first letters of a text, whatever a tokenizer does to hyphens and full stops after them."""
    end = next((place for place, char in enumerate(text) if not char.isalnum()), len(text))
    return text[:end].lower()


def _places(found: list[_Match], gazetteer: Gazetteer) -> list[Entry]:
    """The entries that a text surely speaks of: they decide what its ambiguous names stand for."""
    keys = {match.forms[0].key for match in found if len({form.key for form in match.forms}) == 1}
    return [gazetteer.entries[key] for key in sorted(keys)]


def _judge(match: _Match, gazetteer: Gazetteer, near: list[Entry]) -> _Verdict:
    named = any(form.kind == "name" for form in match.forms)
    text = match.span.text
    entry = gazetteer.lookup(text, near=near) if named else gazetteer.lookup_demonym(text, near=near)
    labels = {"NORP" if form.kind in DEMONYMS else gazetteer.entries[form.key].label for form in match.forms}
    return _Verdict(labels.pop() if len(labels) == 1 else "", entry.qid if entry else "", entry)


def _merge(doc: Doc, found: list[tuple[_Match, _Verdict]]) -> list[Span]:
    """The tagger's entities, corrected, and the names it missed."""
    kept = {(ent.start, ent.end): ent for ent in doc.ents}
    for match, verdict in found:
        span = match.span
        touching = [ent for ent in kept.values() if ent.start < span.end and span.start < ent.end]
        if not touching:
            if verdict.label and not _doubtful(match, verdict.label):
                kept[span.start, span.end] = _entity(span, verdict.label, verdict.qid)
        elif len(touching) == 1 and _core(touching[0]) == _core(span):
            ent = touching[0]
            kept[ent.start, ent.end] = _corrected(ent, match, verdict)
        elif verdict.label and len(span) > 1 and all(_inside(ent, span) for ent in touching):
            for ent in touching:
                del kept[ent.start, ent.end]
            kept[span.start, span.end] = _entity(span, verdict.label, verdict.qid)
    return sorted(kept.values(), key=lambda ent: ent.start)


def _doubtful(match: _Match, label: str) -> bool:
    """Whether a name that the tagger did not see had better stay unseen."""
    span = match.span
    if acronym_in_capitals(span) or part_of_longer_name(span, label, caution=_borne_by_people(match)):
        return True
    word = all(form.case != "any" for form in match.forms)
    tags = {"", "PROPN", "ADJ"} if label == "NORP" else {"", "PROPN"}
    capitals = any(token.text[:1].isupper() for token in span[1:])
    return word and starts_sentence(span) and not capitals and span[0].pos_ not in tags


def _borne_by_people(match: _Match) -> bool:
    return any(form.caution == "person" for form in match.forms)


def _corrected(ent: Span, match: _Match, verdict: _Verdict) -> Span:
    """The tagger's entity with the gazetteer's label, where it is sure, and its Wikidata id."""
    type_ = verdict.entry.type if verdict.entry else ""
    if ent.label_ not in _FIXABLE or (ent.label_ == "PERSON" and _person_after_all(match, type_)):
        return ent
    place = verdict.label in {"GPE", "LOC"} and type_ != "Country"
    end = _core(ent)[1]
    if ent.label_ == "ORG" and place and end == ent.end:
        return ent  # clubs and local governments go by their place's name
    label = verdict.label or ent.label_
    if ent.label_ in _ALIKE.get(label, ()) and type_ in {"", "Place"}:
        label = ent.label_
    return _entity(ent.doc[ent.start : end], label, verdict.qid)


def _person_after_all(match: _Match, type_: str) -> bool:
    """Whether the tagger may be right about a person.

    It may if people bear the name, and it is no state's, or part of somebody's longer name in the text.
    """
    if not _borne_by_people(match):
        return False
    longer = (ent for ent in match.span.doc.ents if ent.label_ == "PERSON" and len(ent) > len(match.span))
    return type_ != "Country" or any(match.span.text in ent.text.split() for ent in longer)


def _entity(span: Span, label: str, qid: str) -> Span:
    from spacy.tokens import Span as Entity

    return Entity(span.doc, span.start, span.end, label=label, kb_id=qid)


def _core(span: Span) -> tuple[int, int]:
    """The span without a leading article and without a possessive or small words that hang on to its end."""
    start, end = span.start + (len(span) > 1 and span[0].lower_ == "the"), span.end
    while end - 1 > start and _hangs_on(span.doc[end - 1]):
        end -= 1
    return start, end


def _hangs_on(token: Token) -> bool:
    return token.lower_ in {"'s", "’s", "'"} or (token.is_lower and token.pos_ in {"CCONJ", "ADP"})


def _inside(ent: Span, span: Span) -> bool:
    return span.start <= ent.start and ent.end <= span.end
