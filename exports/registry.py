"""The formats a graph can be written in, by name; the name is also the file's extension.

A new format of ours is one module and one line here. Other distributions add theirs as entry points of the
group ``newsgraph.exporters`` (name → function).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from typing import cast

from exports.errors import ExportError
from graph.model import KnowledgeGraph

Exporter = Callable[[KnowledgeGraph], bytes]
"""What a format is: a graph in, the bytes of a file out."""

GROUP = "newsgraph.exporters"
"""The entry-point group in which other distributions offer formats."""

EXPORTERS = {
    "html": "exports.html:to_html",
    "ttl": "exports.turtle:to_turtle",
    "nt": "exports.ntriples:to_ntriples",
    "jsonld": "exports.jsonld:to_jsonld",
    "graphml": "exports.graphml:to_graphml",
    "json": "exports.graph_json:to_json",
}


def known_formats() -> tuple[str, ...]:
    """The names of all formats: ours in their order, then those of other distributions, sorted."""
    return (*EXPORTERS, *sorted(_offered().keys() - EXPORTERS.keys()))


def exporter(name: str) -> Exporter:
    """The function that writes a format; its module is imported only now.

    Raises ExportError, listing the known names where there is no such format, or naming the distribution
    whose format cannot be loaded.
    """
    if name in EXPORTERS:
        module, _, function = EXPORTERS[name].partition(":")
        return cast("Exporter", getattr(import_module(module), function))
    if name not in _offered():
        raise ExportError(f"no format {name!r}; there are {', '.join(known_formats())}")
    offered = _offered()[name]
    try:
        return cast("Exporter", offered.load())
    except (ImportError, AttributeError) as error:
        origin = offered.dist.name if offered.dist else offered.value
        raise ExportError(
            f"the format {name!r} of {origin} cannot be loaded: {error}; reinstall it"
        ) from error


@cache
def _offered() -> dict[str, EntryPoint]:
    return {entry.name: entry for entry in entry_points(group=GROUP)}
