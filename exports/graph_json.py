"""The whole graph as JSON, for programs: entities, statements with their evidence, articles."""

from __future__ import annotations

import json

from exports.errors import ExportError
from graph.errors import GraphError
from graph.model import KnowledgeGraph
from graph.plain import from_plain, to_plain


def to_json(graph: KnowledgeGraph) -> bytes:
    """The graph as one JSON object in ASCII, keys as in ``graph.model``, indented by one blank."""
    return json.dumps(to_plain(graph), indent=1).encode("ascii") + b"\n"


def from_json(data: bytes | str) -> KnowledgeGraph:
    """The exact inverse of ``to_json``. Raises ExportError saying where the data is no graph."""
    try:
        return from_plain(KnowledgeGraph, json.loads(data))
    except (ValueError, RecursionError) as error:
        raise ExportError(f"not JSON: {error}") from error
    except GraphError as error:
        raise ExportError(f"no graph of newsgraph: {error}; write it again with newsgraph export") from error
