"""Names in GUM: its Entity column marks every mention; these are the ones that are proper names.

A mention is a name where the head GUM marks (its minimal span) is a proper noun. The name is then
the run of name-like words around that head: without determiner, title, relative clause or comma.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from training.conllu import Token
from training.harmony import UNKNOWN, Harmony, Name
from training.tokenizer import table

PIECE = re.compile(r"\((?P<open>[^()]+)(?P<once>\))?|(?P<close>[^()]+)\)")
PROPER = ("NNP", "NNPS")
LINKS = frozenset({"of", "the", "for", "and", "&", "-", "–", "'s", "’s", "'", "de", "del", "du", "la", "le"})
PARTICLES = frozenset(
    {"de", "del", "du", "la", "le", "van", "von", "der", "den", "di", "da", "al", "bin", "-"}
)


def gum_names(tokens: Sequence[Token], harmony: Harmony) -> list[Name]:
    """The names of a sentence, outermost first, none overlapping, with our labels."""
    found: list[Name] = []
    for start, end, kind, head in _mentions(tokens):
        name = _name(tokens, start, end, kind, head, harmony)
        if name is not None:
            found.append(name)
    chosen: list[Name] = []
    for name in sorted(found, key=lambda name: (name.start - name.end, name.label == UNKNOWN, name.start)):
        if all(name.end <= other.start or other.end <= name.start for other in chosen):
            chosen.append(name)
    return sorted(chosen, key=lambda name: name.start)


def _mentions(tokens: Sequence[Token]) -> Iterator[tuple[int, int, str, range]]:
    """(start, end, GUM type, places of its head words) of each mention that opens and ends here."""
    stack: dict[str, list[tuple[int, list[str]]]] = {}
    for place, token in enumerate(tokens):
        for piece in PIECE.finditer(token.entity):
            if piece["open"]:
                fields = piece["open"].split("-", 7)
                stack.setdefault(fields[0], []).append((place, fields))
            number = (piece["open"] or "").split("-")[0] if piece["once"] else piece["close"]
            if number and stack.get(number):
                start, fields = stack[number].pop()
                places = [start + int(part) - 1 for part in fields[5].split(",") if part.isdigit()]
                if places:
                    yield start, place + 1, fields[1], range(places[0], places[-1] + 1)


def _name(
    tokens: Sequence[Token], start: int, end: int, kind: str, head: range, harmony: Harmony
) -> Name | None:
    words = [token.text for token in tokens]
    if kind == "time":
        dated = harmony.is_date(words[start:end]) and end - start <= 6
        return Name(start=start, end=end, label="DATE") if dated else None
    if head.stop > len(tokens) or tokens[head.start].xpos not in PROPER:
        return None
    low, high = _widen(tokens, start, end, head, person=kind == "person")
    titles = frozenset(table("titles.txt")) if kind == "person" else frozenset({"The", "the"})
    while low < high - 1 and words[low] in titles:
        low += 1
    if words[low] in titles and kind == "person":
        return None
    label = harmony.label("gum", kind, words[low:high])
    return Name(start=low, end=high, label=label) if label else None


def _widen(tokens: Sequence[Token], start: int, end: int, head: range, *, person: bool) -> tuple[int, int]:
    """The head, and the name-like words around it inside the mention, over linking words between them."""
    low, high = head.start, head.start + 1
    links = PARTICLES if person else LINKS
    while high < end:
        after = next((p for p in range(high, end) if tokens[p].text not in links), end)
        if after == end or after - high > 2 or not _namelike(tokens[after], person=person):
            break
        high = after + 1
    while low > start:
        before = next((p for p in range(low - 1, start - 1, -1) if tokens[p].text not in links), start - 1)
        if before < start or low - before > 3 or not _namelike(tokens[before], person=person):
            break
        low = before
    return low, high


def _namelike(token: Token, *, person: bool) -> bool:
    if token.xpos in PROPER:
        return True
    capital = token.text[:1].isupper() and token.xpos in ("JJ", "NN", "NNS", "VBN", "VBG", "CD")
    return not person and (capital or token.xpos == "CD")
