"""Datelines, which are no part of the sentence behind them: ``NEW YORK (AP) — The bank fired Reed.``"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_DASHES = frozenset({"-", "–", "—", "--", ":"})
_ABBREVIATION = 3
"""Letters that a place in capitals has more of: ``FBI - The raid …``."""
_LONGEST = 14
"""Tokens of place, date and agency with their punctuation, at most."""


def behind_dateline(doc: Doc, start: int) -> int:
    """Where the sentence begins behind a dateline that opens a paragraph at ``start``; else ``start``.

    Needs no tags: a place in capitals, or an agency in brackets, with nothing but names and numbers before
    the dash. ``doc`` may be unparsed.
    """
    opening = doc[start : start + _LONGEST]
    dash = next((t.i for t in opening if t.text in _DASHES and _is_spaced(t)), start)
    words = [t for t in doc[start:dash] if not t.is_punct]
    if not words or dash + 1 >= len(doc) or not all(map(_may_stand, words)):
        return start
    signed = doc[dash - 1].text == ")"
    if signed and doc[dash].text == ":":
        return start  # a body and its other name: "FEDERAL ROAD AGENCY (Freda): Posted rates …"
    begins = doc[dash + 1].is_title or doc[dash + 1].is_upper or doc[dash + 1].is_quote
    return dash + 1 if begins and (signed or _is_shouted(doc, start, dash)) else start


def is_dateline(doc: Doc, start: int, end: int) -> bool:
    """Whether these tokens are a dateline and nothing else."""
    return start < behind_dateline(doc, start) == end


def _is_shouted(doc: Doc, start: int, dash: int) -> bool:
    """Whether the place, what stands before comma and bracket, is in capitals: ``NEW YORK, May 3 -``."""
    stop = next((t.i for t in doc[start:dash] if t.text in (",", "(")), dash)
    place = doc[start:stop]
    return len(place.text) > _ABBREVIATION and all(t.is_upper or t.is_punct for t in place)


def _is_spaced(dash: Token) -> bool:
    before = dash.i > 0 and bool(dash.nbor(-1).whitespace_)
    return bool(dash.whitespace_) and (before or dash.text == ":")


def _may_stand(word: Token) -> bool:
    return bool(word.is_upper or word.is_title or word.like_num or word.lower_ in ("de", "of", "and"))
