"""The one error of the graph room."""

from __future__ import annotations


class GraphError(Exception):
    """A graph, a workspace or a query is wrong; the message says where, what, and the way out."""
