"""A graph as plain page data: what is drawn, in which colour and where, and the sentences behind it.

Pure: graph in, values out. How a value looks as HTML is not known here (see `exports.html`).
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from exports.core import best_connected
from exports.layout import positions
from exports.marking import marks
from exports.model import Page, PageArticle, PageEdge, PageNode, PageType, Quote
from exports.wording import clip, relation_label, status_label
from graph.model import Entity, KnowledgeGraph, Occurrence, Source, Statement

__all__ = ["page", "relation_label"]

MANY = 160
"""Names up to which a graph is drawn whole from the start."""
CORE = 90
"""Names that are drawn first of a larger one."""
STYLES = Path(__file__).parent / "templates" / "types.json"


def page(graph: KnowledgeGraph) -> Page:
    """Lay a graph out for the page.

    Args:
        graph: any graph, also an empty one; nothing of it is left out.

    Returns:
        The page data, the same for the same graph.

    """
    types = _types(graph.entities)
    counts = Counter(end for s in graph.statements for end in sorted({s.subject, s.object}))
    return Page(
        nodes=_nodes(graph, {kind.name: kind for kind in types}, counts),
        edges=_edges(graph),
        articles=tuple(_article(source) for source in graph.articles),
        types=types,
    )


def _types(entities: Iterable[Entity]) -> tuple[PageType, ...]:
    """The types that occur, most frequent first; one without a style of its own gets a spare one."""
    table = json.loads(STYLES.read_text("utf-8"))
    counts = Counter(entity.type for entity in entities)
    unknown = sorted(name for name in counts if name not in table["types"])
    spare = {name: table["spare"][at % len(table["spare"])] for at, name in enumerate(unknown)}
    styles: dict[str, list[str]] = {**table["types"], **spare}
    return tuple(
        PageType(name=name, colour=styles[name][0], shape=styles[name][1], count=counts[name])
        for name in sorted(counts, key=lambda name: (-counts[name], name))
    )


def _nodes(
    graph: KnowledgeGraph, types: Mapping[str, PageType], counts: Mapping[str, int]
) -> tuple[PageNode, ...]:
    sizes = {entity.iri: _size(counts[entity.iri]) for entity in graph.entities}
    boxes = {entity.iri: _box(entity.name, sizes[entity.iri]) for entity in graph.entities}
    links = [(s.subject, s.object) for s in graph.statements]
    places = positions(boxes, links)
    core = _core(boxes, links)
    ranked = sorted(graph.entities, key=lambda entity: (-counts[entity.iri], entity.iri))
    return tuple(
        PageNode(
            id=entity.iri,
            label=entity.name,
            type=entity.type,
            colour=types[entity.type].colour,
            shape=types[entity.type].shape,
            size=sizes[entity.iri],
            x=places[entity.iri][0],
            y=places[entity.iri][1],
            core=core.get(entity.iri),
            count=counts[entity.iri],
            aliases=tuple(alias for alias in entity.aliases if alias != entity.name),
            links=tuple(link for link in entity.same_as if _web(link)),
        )
        for entity in ranked
    )


def _core(
    boxes: Mapping[str, tuple[float, float]], links: Sequence[tuple[str, str]]
) -> dict[str, tuple[int, int]]:
    """Places for the best connected part on its own; none where the graph is small enough to draw whole."""
    if len(boxes) <= MANY:
        return {}
    kept = best_connected(boxes, links, CORE)
    inner = ((one, other) for one, other in links if one in kept and other in kept)
    return positions({node: box for node, box in boxes.items() if node in kept}, inner)


def _size(count: int) -> float:
    """Radius in pixels: the area grows with the number of statements."""
    return float(round(min(7 + 4.2 * count**0.5, 40), 1))


def _box(name: str, size: float) -> tuple[float, float]:
    """Room for a node with its label beneath, in pixels at zoom 1."""
    return max(7.0 * len(clip(name)), 2 * size) + 14, 2 * size + 30


def _edges(graph: KnowledgeGraph) -> tuple[PageEdge, ...]:
    articles = {source.id: at for at, source in enumerate(graph.articles)}
    known = {entity.iri for entity in graph.entities}
    statements = sorted(graph.statements, key=lambda s: (s.subject, s.object, s.iri))
    bends = _bends(statements)
    return tuple(
        PageEdge(
            id=s.iri,
            source=s.subject,
            target=s.object,
            label=status_label(s.predicate, s.polarity, s.certainty),
            relation=s.predicate,
            polarity=s.polarity,
            certainty=s.certainty,
            attributed=s.attributed,
            status=_status(s),
            event=s.event,
            confidence=round(s.confidence, 2),
            bend=bends[s.iri],
            evidence=tuple(_quote(occurrence, articles, known) for occurrence in s.evidence),
        )
        for s in statements
    )


def _status(statement: Statement) -> tuple[str, ...]:
    words = [
        "reported" if statement.attributed else "",
        "negated" if statement.polarity == "negated" else "",
        statement.certainty if statement.certainty != "asserted" else "",
    ]
    return tuple(word for word in words if word) or ("plain",)


def _bends(statements: Sequence[Statement]) -> dict[str, float]:
    """How far to bow each edge so that those between the same two nodes lie side by side."""
    pairs: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for statement in statements:
        one, other = sorted((statement.subject, statement.object))
        pairs[one, other].append(statement)
    bends = {}
    for (one, _), group in pairs.items():
        step = min(0.16, 1.2 / len(group))
        for at, statement in enumerate(group):
            offset = (at - (len(group) - 1) / 2) * step
            bends[statement.iri] = round(offset if statement.subject == one else -offset, 3) + 0.0
    return bends


def _quote(occurrence: Occurrence, articles: Mapping[str, int], known: set[str]) -> Quote:
    return Quote(
        sentence=occurrence.sentence,
        marks=marks(occurrence),
        article=articles[occurrence.article],
        speaker=occurrence.speaker,
        said_by=occurrence.attributed_to if occurrence.attributed_to in known else None,
        cue=occurrence.cue,
    )


def _article(source: Source) -> PageArticle:
    url = source.url if source.url and _web(source.url) else None
    return PageArticle(title=source.title, date=source.published, publisher=source.publisher, url=url)


def _web(link: str) -> bool:
    try:
        parts = urlsplit(link)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)
