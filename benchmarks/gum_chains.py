"""GUM's coreference annotation as plain text with chains of character spans.

The text is the sentences' ``# text`` lines, one blank between them and an empty line between paragraphs:
what an article looks like before any pipeline has seen it. Source and licence of the corpus:
shared/data/README.md.
"""

from __future__ import annotations

import lzma
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_BRACKET = re.compile(r"\(([^()]+)(\))?|([^()]+)\)")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldMention:
    """A mention: its characters, those of its head word, the head's part of speech, chain and GUM's type."""

    span: Span
    head: Span
    pos: str
    chain: str
    type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldDocument:
    """A document's name, raw text and mentions."""

    name: str
    text: str
    mentions: tuple[GoldMention, ...]

    def chains(self) -> dict[str, list[GoldMention]]:
        """Chain → its mentions in text order."""
        found: dict[str, list[GoldMention]] = defaultdict(list)
        for mention in self.mentions:
            found[mention.chain].append(mention)
        return dict(found)

    def named(self) -> dict[str, list[GoldMention]]:
        """The chains of named entities: some mention's head is a proper noun, and they are no times."""
        return {
            chain: mentions
            for chain, mentions in self.chains().items()
            if any(m.pos == "PROPN" for m in mentions) and mentions[0].type != "time"
        }


@dataclass(frozen=True, slots=True)
class _Token:
    span: Span
    pos: str
    head: int
    brackets: str


def read_gum(path: Path) -> Iterator[GoldDocument]:
    """All documents of a CoNLL-U file of GUM (``.xz``)."""
    with lzma.open(path, "rt", encoding="utf-8") as file:
        blocks = file.read().split("# newdoc id = ")[1:]
    for block in blocks:
        name, _, body = block.partition("\n")
        text, tokens = _text(body)
        yield GoldDocument(name=name.strip(), text=text, mentions=tuple(_mentions(tokens)))


def _text(body: str) -> tuple[str, list[_Token]]:
    text, tokens = "", list[_Token]()
    for sentence in re.split(r"\n\n", body.strip()):
        lines = sentence.split("\n")
        written = next(line[len("# text = ") :] for line in lines if line.startswith("# text = "))
        gap = "\n\n" if any(line.startswith("# newpar") for line in lines) else " "
        text += (gap if text else "") + written
        tokens += _tokens(
            [line.split("\t") for line in lines if line[:1].isdigit()], text, len(written), len(tokens)
        )
    return text, tokens


def _tokens(rows: list[list[str]], text: str, length: int, first: int) -> Iterator[_Token]:
    place = len(text) - length
    contracted = 0, (0, 0)
    for row in rows:
        if "." in row[0]:
            continue
        if "-" in row[0]:
            start = text.index(row[1], place)
            contracted = int(row[0].split("-")[1]), (start, start + len(row[1]))
            continue
        start = text.find(row[1], place)
        found = start >= 0 and (int(row[0]) > contracted[0] or start < contracted[1][1])
        span = (start, start + len(row[1])) if found else contracted[1]
        place = span[1]
        misc = dict(pair.split("=", 1) for pair in row[9].split("|") if "=" in pair)
        head = first + int(row[6]) - 1 if row[6] != "0" else -1
        yield _Token(span, row[3], head, misc.get("Entity", ""))


def _mentions(tokens: list[_Token]) -> Iterator[GoldMention]:
    """Continuous mentions; the pieces of the rare interrupted ones are left out."""
    opened: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for place, token in enumerate(tokens):
        for begins, at_once, ends in _BRACKET.findall(token.brackets):
            if begins:
                chain, type_, *_ = begins.split("-")
                opened[chain].append((place, type_))
            chain = chain if at_once else ends
            if (at_once or ends) and "[" not in chain:
                start, type_ = opened[chain].pop()
                yield _mention(tokens, start, place, chain, type_)


def _mention(tokens: list[_Token], start: int, end: int, chain: str, type_: str) -> GoldMention:
    inside = range(start, end + 1)
    head = next((tokens[i] for i in inside if tokens[i].head not in inside), tokens[start])
    return GoldMention(
        span=(tokens[start].span[0], tokens[end].span[1]),
        head=head.span,
        pos=head.pos,
        chain=chain,
        type=type_,
    )


class GoldIndex:
    """Finds the gold chain of a predicted phrase: by its characters, else by its head word alone."""

    def __init__(self, gold: GoldDocument) -> None:
        """Of mentions with one head the shortest counts: the longer one is a coordination."""
        longest_first = sorted(gold.mentions, key=lambda m: m.span[0] - m.span[1])
        self._spans = {m.span: m.chain for m in longest_first}
        self._heads = {m.head: m.chain for m in longest_first}

    def chain(self, span: Span, head: Span | None) -> str | None:
        """The chain of a phrase; ``head`` is None for a coordination, which has no head of its own."""
        found = self._spans.get(span)
        return found if found is not None or head is None else self._heads.get(head)
