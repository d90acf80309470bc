"""Articles of any length → windows the encoder can read → one annotation, sentence by sentence.

Windows follow one another from sentence start to sentence start: the last, unfinished sentence of a
window is read again at the beginning of the next. Every window is run by itself, so the annotation of
an article depends on nothing but its words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from extract.encoder_model import EncoderModel, Scores
from extract.encoder_names import best_names
from extract.encoder_pieces import Pieces
from extract.encoder_trees import best_tree, head_probabilities

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

USUAL, LONGEST = 256, 500
"""Word pieces in a window; the longest is for sentences that the usual one cannot hold."""

JOIN = "parataxis"
"""How the second part of a sentence longer than any window hangs on the first."""


@dataclass(slots=True)
class Annotation:
    """Labels of words, in parallel lists. ``heads`` are places among the words; a root is its own.

    ``attachment`` is the probability of each head among all words of its sentence, to three decimals.
    ``vectors`` are those of one sentence after the other, (words, width) each.
    """

    upos: list[str] = field(default_factory=list)
    xpos: list[str] = field(default_factory=list)
    feats: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deprels: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    attachment: list[float] = field(default_factory=list)
    vectors: list[NDArray[np.float32]] = field(default_factory=list)


def annotate(
    model: EncoderModel, words: Sequence[str], breaks: Sequence[bool], starts: Sequence[bool] | None
) -> Annotation:
    """Reads a document.

    Args:
        model: what reads the windows.
        words: the words, without whitespace tokens.
        breaks: whether a line break precedes each word.
        starts: whether each word begins a sentence, if that is known; else the model decides.

    """
    pieces = model.reader(words)
    annotation = Annotation()
    place = 0
    while place < len(words):
        end, scores, begins = _window(model, pieces, breaks, starts, place)
        bounds = [*begins, end]
        for start, stop in pairwise(bounds):
            joined = starts is not None and start > 0 and not starts[start]
            _sentence(annotation, model, words, scores, place, (start, stop), joined=joined)
        place = end
    return annotation


def _window(
    model: EncoderModel,
    pieces: Sequence[Pieces],
    breaks: Sequence[bool],
    starts: Sequence[bool] | None,
    place: int,
) -> tuple[int, Scores, list[int]]:
    """(where the next window begins, scores, sentence starts) of the window that begins at ``place``."""
    for limit in (USUAL, LONGEST):
        end = _reach(pieces, place, limit)
        if starts is not None:
            end = _last_start(starts, place, end)
            if end == place:
                continue
        scores = model.read(pieces[place:end], breaks[place:end])
        begins = _begins(scores, breaks, starts, place, end)
        if starts is not None or end == len(pieces):
            return end, scores, begins
        if len(begins) > 1:
            return begins[-1], scores, begins[:-1]
    if starts is not None:
        end = _reach(pieces, place, LONGEST)
        scores = model.read(pieces[place:end], breaks[place:end])
    return end, scores, [place]


def _reach(pieces: Sequence[Pieces], place: int, limit: int) -> int:
    """The end of the longest run of words from ``place`` whose pieces and markers fit ``limit``."""
    size, end = 2, place
    while end < len(pieces) and size + len(pieces[end].ids) <= limit:
        size += len(pieces[end].ids)
        end += 1
    return end


def _last_start(starts: Sequence[bool], place: int, end: int) -> int:
    """The last sentence start up to ``end``, or the end of all; ``place`` if there is none."""
    if end == len(starts):
        return end
    return next((cut for cut in range(end, place, -1) if starts[cut]), place)


def _begins(
    scores: Scores, breaks: Sequence[bool], starts: Sequence[bool] | None, place: int, end: int
) -> list[int]:
    if starts is not None:
        return [place, *(word for word in range(place + 1, end) if starts[word])]
    found = scores.starts > 0
    return [place, *(word for word in range(place + 1, end) if found[word - place] or breaks[word])]


def _sentence(
    annotation: Annotation,
    model: EncoderModel,
    words: Sequence[str],
    scores: Scores,
    place: int,
    span: tuple[int, int],
    *,
    joined: bool,
) -> None:
    """Adds the annotation of the words in ``span``; ``joined``: they go on with the sentence before."""
    import numpy as np

    start, end = span[0] - place, span[1] - place
    columns = np.r_[0, start + 1 : end + 1]
    arcs = scores.arcs[start:end, columns]
    heads = best_tree(arcs)
    annotation.attachment.extend(head_probabilities(arcs, heads))
    inside = [head + start if head else 0 for head in heads]
    relations = model.label(scores, range(start, end), inside)
    labels = model.labels
    before = _root(annotation.heads) if joined else -1
    for row in range(start, end):
        head, own = heads[row - start], row + place
        relation = labels["deprels"][relations[row - start]]
        if head:
            relation = "dep" if relation == "root" else relation
        annotation.heads.append(head - 1 + span[0] if head else (own if before < 0 else before))
        annotation.deprels.append(relation if head else ("root" if before < 0 else JOIN))
        annotation.upos.append(labels["upos"][scores.upos[row]])
        annotation.xpos.append(labels["xpos"][scores.xpos[row]])
        annotation.feats.append(labels["feats"][scores.feats[row]])
        scripts = [labels["scripts"][script] for script in scores.scripts[row]]
        annotation.lemmas.append(model.lexicon.lemma(words[own], annotation.xpos[-1], scripts))
    annotation.vectors.append(scores.vectors[start:end])
    annotation.names.extend(best_names(scores.names[start:end], labels["names"]))


def _root(heads: Sequence[int]) -> int:
    """The last word that is its own head."""
    return next(place for place in range(len(heads) - 1, -1, -1) if heads[place] == place)
