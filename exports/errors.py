"""The one error of the exports room."""

from __future__ import annotations


class ExportError(Exception):
    """A graph cannot be written as asked; the message says where, what, and the way out."""
