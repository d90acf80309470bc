"""Who is who within one article: short names, pronouns, and what stays open."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

TABLES = {
    "a surname is the one person who has it": """
Anna Novak met Paul Reed in Rome. Novak praised the deal.
    Anna Novak | meet | Paul Reed
    perhaps * | meet in | Rome
    Anna Novak | praise | deal

Novak praised the deal. Anna Novak visited Kenya.
    Anna Novak | praise | deal
    Anna Novak | visit | Kenya

President Maria Lopez visited Kenya. Lopez praised the deal.
    Maria Lopez | hold position | president
    Maria Lopez | visit | Kenya
    Maria Lopez | praise | deal
""",
    "a surname of two persons is nobody's": """
Anna Novak met Peter Novak in Rome. Novak praised the deal.
    Anna Novak | meet | Peter Novak
    perhaps * | meet in | Rome
    Novak | praise | deal
    never Anna Novak | praise | *
    never Peter Novak | praise | *
""",
    "a first name is the one person who has it": """
Anna Novak visited Kenya. Anna bought a house.
    Anna Novak | visit | Kenya
    Anna Novak | buy | house

Anna Novak met Anna Keller. Anna bought a house.
    Anna Novak | meet | Anna Keller
    Anna | buy | house
    never Anna Novak | buy | *
    never Anna Keller | buy | *
""",
    "he and she": """
Anna Novak visited Kenya. She praised the deal.
    Anna Novak | visit | Kenya
    Anna Novak | praise | deal

Mr Novak met Mrs Keller. She praised the deal.
    Novak | meet | Keller
    Keller | praise | deal

Mr Novak met Mrs Keller. He praised the deal.
    Novak | meet | Keller
    Novak | praise | deal

The bank sued the company. He praised the deal.
    bank | sue | company
    he | praise | deal

Anna Novak left. The bank sold a house. The army burned the village. The court met. She visited Lima.
    bank | sell | house
    army | burn | village
    perhaps * | visit | Lima
    never Anna Novak | visit | Lima
""",
    "two persons of unknown gender": """
Paul Reed met Anna Novak. She praised the deal.
    Paul Reed | meet | Anna Novak
    perhaps * | praise | deal
    never Paul Reed | praise | deal
""",
    "it and they stay open": """
Kenya sold the ships. It bought trucks.
    Kenya | sell | ships
    it | buy | trucks
    never Kenya | buy | trucks
""",
}


def test_row(row: object, check: Callable[[object], None]) -> None:
    check(row)
