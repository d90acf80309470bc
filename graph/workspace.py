"""A workspace as one graph: its readings merged under the user's word on who is who."""

from __future__ import annotations

from pathlib import Path

from extract.gazetteer import Gazetteer
from graph import overrides, userlist
from graph.identity import Identities
from graph.known import shipped
from graph.merge import merge, merge_with_reasons
from graph.model import KnowledgeGraph
from graph.overrides import Overrides
from graph.store import readings


def word_of(folder: Path) -> tuple[Gazetteer, Overrides]:
    """The gazetteer with the workspace's own list over it, and the workspace's overrides."""
    return (
        userlist.with_list(shipped(), folder / userlist.FILE),
        overrides.read_overrides(folder / overrides.FILE),
    )


def merged_with_reasons(folder: Path) -> tuple[KnowledgeGraph, Identities]:
    """The graph of all that a workspace has read, and why each mention is its entity; errors as for
    ``merged``.
    """
    return merge_with_reasons(readings(folder), *word_of(folder))


def merged(folder: Path) -> KnowledgeGraph:
    """The graph of all that a workspace has read. Raises GraphError naming a broken file."""
    return merge(readings(folder), *word_of(folder))
