"""Words → what the encoder reads: word pieces, and how they were written.

The pretrained vocabulary is lower-case; capitals, digits and paragraph breaks reach the network as
classes of form, embedded beside the pieces. Training and run time share this file.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tokenizers import Tokenizer

FORMS = ("other", "lower", "title", "upper", "initial", "mixed", "digits", "alphanumeric", "punct")
"""Classes of form, for a piece and for the whole word."""

PIECE_FORMS = 2 * len(FORMS) + 1
"""Number of piece classes: each form at the start of a word and inside it; the last is a marker's."""

WORD_FORMS = 2 * len(FORMS) + 1
"""Number of word classes: each form without and with a paragraph break before the word; marker."""

HEAD, TAIL = 9, 3
"""Of a word of more than 12 pieces (an address, a string of signs) its first 9 and last 3 are read."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """One word: vocabulary ids of its pieces, their form classes and the word's own."""

    ids: tuple[int, ...]
    forms: tuple[int, ...]
    word: int


@dataclass(frozen=True, slots=True)
class Window:
    """A run of words as the network's input, between the two markers [CLS] and [SEP].

    ``first`` and ``last`` are the places of each word's outer pieces in ``ids``.
    """

    ids: list[int]
    forms: list[int]
    words: list[int]
    first: list[int]
    last: list[int]


def form_class(text: str) -> int:
    """The index in ``FORMS`` of how ``text`` is written."""
    if text.isalpha():
        if text.islower():
            return 1
        if text.isupper():
            return 3 if len(text) > 1 else 4
        return 2 if text[0].isupper() and text[1:].islower() else 5
    if text.isdigit():
        return 6
    if any(char.isalpha() for char in text):
        return 7 if any(char.isdigit() for char in text) else _hyphened(text)
    return 8 if text and not any(char.isalnum() for char in text) else 0


def _hyphened(text: str) -> int:
    """Form of letters among signs: ``U.S.`` is upper, ``n't`` lower, ``al-Ani`` mixed."""
    letters = "".join(char for char in text if char.isalpha())
    return form_class(letters)


class PieceReader:
    """Splits words into pieces, remembering the words it has seen."""

    def __init__(self, tokenizer: Tokenizer, memory: int = 100_000) -> None:
        self.tokenizer = tokenizer
        self.memory = memory
        self.seen: dict[str, Pieces] = {}
        self.start = _marker(tokenizer, "[CLS]")
        self.end = _marker(tokenizer, "[SEP]")
        self.unknown = _marker(tokenizer, "[UNK]")

    def __call__(self, words: Sequence[str]) -> list[Pieces]:
        """The pieces of each word; every word has at least one."""
        missing = sorted({word for word in words if word not in self.seen})
        if missing:
            if len(self.seen) + len(missing) > self.memory:
                self.seen = {}
                missing = sorted(set(words))
            encoded = self.tokenizer.encode_batch(missing, add_special_tokens=False)
            for word, encoding in zip(missing, encoded, strict=True):
                self.seen[word] = self._pieces(word, encoding.ids, encoding.offsets)
        return [self.seen[word] for word in words]

    def _pieces(self, word: str, ids: list[int], offsets: list[tuple[int, int]]) -> Pieces:
        forms = [form_class(word[start:end]) + (len(FORMS) if start else 0) for start, end in offsets]
        if len(ids) > HEAD + TAIL:
            ids, forms = ids[:HEAD] + ids[-TAIL:], forms[:HEAD] + forms[-TAIL:]
        if not ids:
            ids, forms = [self.unknown], [0]
        return Pieces(tuple(ids), tuple(forms), form_class(word))

    def window(self, pieces: Sequence[Pieces], breaks: Sequence[bool]) -> Window:
        """One input of the network; ``breaks`` tells which words follow a paragraph break."""
        marker_piece, marker_word = PIECE_FORMS - 1, WORD_FORMS - 1
        window = Window([self.start], [marker_piece], [marker_word], [], [])
        for piece, brk in zip(pieces, breaks, strict=True):
            window.first.append(len(window.ids))
            window.ids.extend(piece.ids)
            window.forms.extend(piece.forms)
            window.words.extend([piece.word + (len(FORMS) if brk else 0)] * len(piece.ids))
            window.last.append(len(window.ids) - 1)
        window.ids.append(self.end)
        window.forms.append(marker_piece)
        window.words.append(marker_word)
        return window


def _marker(tokenizer: Tokenizer, text: str) -> int:
    place = tokenizer.token_to_id(text)
    if place is None:
        raise ValueError(f"the tokenizer has no {text}; it must be a BERT word-piece one")
    return int(place)
