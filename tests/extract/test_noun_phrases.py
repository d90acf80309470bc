"""Facts that a noun phrase takes for granted: seats, examples, places of bodies."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

TABLES = {
    "seats": """
A London-based bank bought Dyne.
    London-based bank | be based in | London
    London-based bank | buy | Dyne
""",
    "examples": """
Allies such as Poland and Norway sent trucks.
    allies | send | trucks
    Poland | be | allies
    Norway | be | allies
""",
    "places of bodies": """
The Bank of Japan in Tokyo raised rates.
    Bank of Japan | be in | Tokyo
    Bank of Japan | raise | rates
""",
}


def test_row(row: object, check: Callable[[object], None]) -> None:
    check(row)
