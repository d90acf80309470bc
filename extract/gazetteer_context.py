"""What the words around a known name say about it: is it written as a name, and is it all of the name?"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from extract.gazetteer import Form, load_gazetteer

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_NAMELIKE = frozenset({"PROPN", "ADJ"})
_TITLES = "position_nouns.txt"
_DIRECTIONS = "gazetteer/directions.txt"
_HYPHENS = frozenset("-‐‑–/")


def written_as(span: Span, form: Form) -> bool:
    """Whether the span is written like the form, or like some name: capitals, or words tagged as names."""
    if span.text == form.text:
        return True
    words = (token for token in span if token.is_alpha and len(token) > 3)
    return all(_capital(token) or token.pos_ in _NAMELIKE for token in words)


def acronym_in_capitals(span: Span) -> bool:
    """Whether the span is a word in capitals among others, so that ``US`` may be a pronoun that shouts."""
    if len(span) > 1 or not span.text.isupper() or len(span.text) > 3:
        return False
    beside = [token for token in (_at(span.doc, span.start - 1), _at(span.doc, span.end)) if token]
    return any(token.is_upper and token.is_alpha and len(token) > 3 for token in beside)


def starts_sentence(span: Span) -> bool:
    """Whether the span's capital is owed to its place; known only where sentences are marked."""
    return span.start == 0 or bool(span[0].is_sent_start)


def part_of_longer_name(span: Span, label: str, *, caution: bool) -> bool:
    """Whether the span looks like a piece of a name the gazetteer lacks: ``Georgia`` in ``Georgia Tech``.

    Args:
        span: the known name.
        label: what it would be labelled.
        caution: people bear the name too, so a capitalised neighbour is enough, or a tag other than a name's.

    """
    if caution and span[0].pos_ not in {"", "PROPN"}:
        return True
    before, after = _at(span.doc, span.start - 1), _at(span.doc, span.end)
    if _tied_to_capital(span) or _ends_phrase(span) or (before and _leads_in(before)):
        return True
    if label == "ORG" and after and after.lower_ == "of" and _capital_after(after):
        return True
    if caution or span.text.islower():
        return bool(after and (_capital(after) or after.pos_ == "PROPN"))
    return not _titles_follow(span)


def _tied_to_capital(span: Span) -> bool:
    """Whether a hyphen ties it to a capitalised word that is no known name: ``Bosnia-Podrinje``."""
    sides = ((span.start - 1, span.start - 2), (span.end, span.end + 1))
    for hyphen, word in ((_at(span.doc, near), _at(span.doc, far)) for near, far in sides):
        if hyphen and word and hyphen.text in _HYPHENS and _capital(word) and not word.ent_type_:
            return not _known(word)
    return False


def _ends_phrase(span: Span) -> bool:
    """Whether it ends a name with ``of``: ``Liberal Party of Canada``, but not ``President of Canada``."""
    place = span.start - 1
    if place > 0 and span.doc[place].lower_ == "the":
        place -= 1
    if place < 1 or span.doc[place].lower_ not in {"of", "for"}:
        return False
    head = span.doc[place - 1]
    named = head.pos_ == "PROPN" and _capital(head) and not head.ent_type_
    return named and head.lower_ not in _words(_TITLES) and not _known(head)


def _leads_in(token: Token) -> bool:
    """Whether the word before begins a name that the span goes on: no title, direction or known name."""
    if not (_capital(token) and token.is_alpha) or token.ent_type_ or token.lower_ in _words(_TITLES):
        return False
    if token.pos_ == "ADJ":
        usual = token.lower_ in _words(_DIRECTIONS) or token.is_sent_start or token.i == 0
        return not usual and not _known(token)
    return token.pos_ == "PROPN"


def _capital_after(token: Token) -> bool:
    after = _at(token.doc, token.i + 1)
    if after and after.lower_ == "the":
        after = _at(token.doc, token.i + 2)
    return bool(after and _capital(after))


def _titles_follow(span: Span) -> bool:
    """Whether no capitalised words follow, or a title and its holder: ``Russian Foreign Minister Lavrov``."""
    chain = []
    token = _at(span.doc, span.end)
    while token and _capital(token) and token.is_alpha and not token.ent_type_ and token.pos_ != "PRON":
        chain.append(token.lower_)
        token = _at(span.doc, token.i + 1)
    return not chain or any(word in _words(_TITLES) for word in chain)


def _known(word: Token) -> bool:
    return bool(load_gazetteer().forms_of(word.text))


@cache
def _words(path: str) -> frozenset[str]:
    text = files("extract").joinpath("lexicon", *path.split("/")).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return frozenset(word for line in lines for word in line.split())


def _capital(token: Token) -> bool:
    return token.text[:1].isupper()


def _at(doc: Doc, place: int) -> Token | None:
    return doc[place] if 0 <= place < len(doc) else None
