"""The words of the page: what it shows, as plain values. `exports.view` makes them from a graph."""

from __future__ import annotations

from dataclasses import dataclass

from exports.marking import Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class PageType:
    """One line of the legend: a type, its colour (``#rrggbb``), vis-network shape and number of nodes."""

    name: str
    colour: str
    shape: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PageNode:
    """A drawn entity. ``size`` is a radius and ``x``, ``y`` a centre, in pixels at zoom 1.

    ``core`` is its place in the drawing of the best connected part, which large graphs start with; None
    outside it. ``count`` is the number of statements it takes part in; ``links`` are its http(s)
    ``same_as``.
    """

    id: str
    label: str
    type: str
    colour: str
    shape: str
    size: float
    x: int
    y: int
    core: tuple[int, int] | None
    count: int
    aliases: tuple[str, ...]
    links: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A sentence that makes a statement; ``article`` is a position in `Page.articles`.

    ``said_by`` is the id of the speaking node, if it is drawn; ``speaker`` and ``cue`` are words.
    """

    sentence: str
    marks: tuple[Mark, ...]
    article: int
    speaker: str | None
    said_by: str | None
    cue: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PageEdge:
    """A drawn statement.

    ``status`` holds every word that applies of ``reported``, ``negated`` and the certainties, or just
    ``plain``. ``bend`` tells parallel edges apart: 0 is straight, ±1 a half circle, in the sense of
    the edge's own direction. ``confidence`` is in [0, 1].
    """

    id: str
    source: str
    target: str
    label: str
    relation: str
    polarity: str
    certainty: str
    attributed: bool
    status: tuple[str, ...]
    event: str | None
    confidence: float
    bend: float
    evidence: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageArticle:
    """An article as cited; ``url`` only if it is http(s)."""

    title: str
    date: str | None
    publisher: str | None
    url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """All that the page shows. Nodes come best connected first, edges by source, target and id."""

    nodes: tuple[PageNode, ...]
    edges: tuple[PageEdge, ...]
    articles: tuple[PageArticle, ...]
    types: tuple[PageType, ...]
