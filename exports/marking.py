"""Which words of a sentence make a statement: the stretches that the page marks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from graph.model import Occurrence

Role = Literal["subject", "trigger", "object"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Characters ``start`` to ``end`` of the sentence, and what they are in the statement."""

    start: int
    end: int
    role: Role


def marks(occurrence: Occurrence) -> tuple[Mark, ...]:
    """The words to mark, in text order, never overlapping.

    A trigger has no offset of its own: of the places where its words stand, the one nearest to both
    arguments counts; a trigger that is split up (``did … agree``) is marked word by word.

    Args:
        occurrence: one sentence of a statement.

    Returns:
        At most one mark for the subject and the object each; an argument outside the sentence has none.

    """
    arguments: list[Mark] = []
    for role, text, start in (
        ("subject", occurrence.subject_text, occurrence.subject_start - occurrence.start),
        ("object", occurrence.object_text, occurrence.object_start - occurrence.start),
    ):
        mark = Mark(start=start, end=start + len(text), role="subject" if role == "subject" else "object")
        stands = start >= 0 and text and occurrence.sentence[start : mark.end] == text
        if stands and not _overlaps(mark, arguments):
            arguments.append(mark)
    found = arguments + _trigger(occurrence.sentence, occurrence.trigger, arguments)
    return tuple(sorted(found, key=lambda mark: mark.start))


def _trigger(sentence: str, trigger: str, arguments: list[Mark]) -> list[Mark]:
    whole = [mark for mark in _places(sentence, trigger) if not _overlaps(mark, arguments)]
    if whole:
        return [min(whole, key=lambda mark: (_distance(mark, arguments), mark.start))]
    found: list[Mark] = []
    after = 0
    for word in trigger.split():
        free = [m for m in _places(sentence, word) if m.start >= after and not _overlaps(m, arguments)]
        if not free:
            return []
        found.append(free[0])
        after = free[0].end
    return found


def _places(sentence: str, words: str) -> list[Mark]:
    if not words:
        return []
    pattern = rf"(?<!\w){re.escape(words)}(?!\w)" if words[0].isalnum() else re.escape(words)
    return [Mark(start=m.start(), end=m.end(), role="trigger") for m in re.finditer(pattern, sentence)]


def _overlaps(mark: Mark, others: Iterable[Mark]) -> bool:
    return any(mark.start < other.end and other.start < mark.end for other in others)


def _distance(mark: Mark, arguments: list[Mark]) -> int:
    return sum(max(other.start - mark.end, mark.start - other.end) for other in arguments)
