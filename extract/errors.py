"""What extraction raises when it cannot go on."""

from __future__ import annotations


class ExtractError(Exception):
    """Says in one line what is wrong and the way out; who reads the input adds where."""
