"""Names beside names → triples: appositions and titles, facts that no verb carries."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from extract.cues import Status, sums_up
from extract.facts import conjuncts, fact, is_further_office, is_listed
from extract.mentions import Discourse, kind_of, mention
from extract.model import Mention, Predicate, Triple
from extract.positions import is_person, is_position, positions
from extract.syntax import children, lemma, preposition

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_IS = Predicate(text="is", lemma="be")


def appositional(sentence: Span, discourse: Discourse) -> Iterator[Triple]:
    """``Lavrov, the foreign minister`` and ``Foreign Minister Lavrov``."""
    for head in sentence:
        offices = [o for o in children(head, "conj") if is_further_office(o)]
        for other in (*children(head, "appos"), *offices):
            contrasted = any(t.lower_ == "not" for t in (other.left_edge, *other.children))
            if not (contrasted or is_listed(other) or sums_up(other)) and _adjacent(head, other):
                yield from _apposition(head, other, discourse)
        titles = [t for t in children(head, "nmod:desc", "compound") if is_position(t) and t.i < head.i]
        if titles and is_person(head, discourse):
            yield from positions(head, titles[-1], "is", _held(head, discourse), discourse, "title")


def _adjacent(head: Token, other: Token) -> bool:
    """Whether no clause stands between the two: a parser's apposition over a verb is mostly a mistake."""
    between = head.doc[min(head.i, other.i) + 1 : max(head.left_edge.i, other.left_edge.i)]
    return not any(t.pos_ in ("VERB", "AUX") for t in between)


def _held(token: Token, discourse: Discourse) -> Status:
    """An aside is taken for granted; inside a quotation it is the speaker's."""
    return Status(attribution=discourse.voices.get(token.i))


def _apposition(head: Token, other: Token, discourse: Discourse) -> Iterator[Triple]:
    held = _held(head, discourse)
    if is_person(head, discourse) and is_position(other):
        yield from positions(head, other, "is", held, discourse)
    elif is_position(head) and is_person(other, discourse):
        for holder in conjuncts(other):
            yield from positions(holder, head, "is", held, discourse)
    elif _describes(head) and _describes(other) and not _is_abbreviation(other):
        if other.ent_type_ and not head.ent_type_:
            pairs = [(name, head) for name in conjuncts(other)]
        else:
            pairs = [(head, description) for description in conjuncts(other)]
        for subject, description in pairs:
            told = mention(description, discourse, as_worded=True)
            yield fact(
                mention(subject, discourse),
                _IS,
                _as_one(told, description) if len(pairs) > 1 else told,
                anchor=head,
                held=held,
                discourse=discourse,
                extractor="apposition",
            )


def _as_one(described: Mention, noun: Token) -> Mention:
    """``two universities, Kastel and Oldbridge``: each is a university."""
    if noun.tag_ != "NNS" or described.label:
        return described
    name = described.name
    for word in children(noun, "nummod", "det"):
        name = name.removeprefix(f"{word.lower_} ")
    return replace(described, name=name.replace(noun.text, lemma(noun)))


def _describes(token: Token) -> bool:
    return kind_of(token) in ("name", "nominal") and not preposition(token)


def _is_abbreviation(token: Token) -> bool:
    """``(ECB)`` after a name is another name of it, no fact about it."""
    return token.is_upper and len(token) <= 6 and not list(children(token, "amod", "det"))
