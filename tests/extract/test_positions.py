"""Offices: who holds which, and for which country or body, from copulas, appositions and titles."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

TABLES = {
    "copulas": """
Ivan Petrenko is the mayor of Odesa.
    Ivan Petrenko | hold position | mayor
    Ivan Petrenko | hold position for | Odesa
    never Ivan Petrenko | be | *

Maria Lopez was president of Peru in 2010.
    Maria Lopez | hold position | president
    Maria Lopez | hold position for | Peru
    perhaps Maria Lopez | be president in | 2010

Maria Lopez is not the president of Peru.
    Maria Lopez | hold position | president NOT
    Maria Lopez | hold position for | Peru NOT

Maria Lopez will be the next president of Peru.
    Maria Lopez | hold position | next president planned
    Maria Lopez | hold position for | Peru planned

Maria Lopez is a lawyer and a member of parliament.
    Maria Lopez | hold position | lawyer
    Maria Lopez | hold position | member of parliament

Paul Reed said Maria Lopez was the mayor of Geneva.
    Paul Reed | say | Maria Lopez was the mayor of Geneva
    Maria Lopez | hold position | mayor <Paul Reed: said>
    Maria Lopez | hold position for | Geneva <Paul Reed: said>
""",
    "appositions": """
Anna Keller, the mayor of Geneva, met Paul Reed.
    Anna Keller | hold position | mayor
    Anna Keller | hold position for | Geneva
    Anna Keller | meet | Paul Reed

Roland Busch, chief executive of Siemens, visited Kenya.
    Roland Busch | hold position | chief executive
    Roland Busch | hold position for | Siemens
    Roland Busch | visit | Kenya

Olaf Scholz, the German chancellor, visited Kenya.
    Olaf Scholz | hold position | chancellor
    Olaf Scholz | hold position for | German
    Olaf Scholz | visit | Kenya

Paul Reed praised Anna Novak, the US president-elect.
    Anna Novak | hold position | president planned
    Anna Novak | hold position for | US planned
    Paul Reed | praise | Anna Novak

Anna Novak, a lawyer and former judge, leads the party.
    Anna Novak | hold position | lawyer
    Anna Novak | hold position | former judge
    Anna Novak | lead | party

The minister, Anna Novak, visited Kenya.
    Anna Novak | hold position | minister
    Anna Novak | visit | Kenya

The German chancellor, Olaf Scholz, visited Kenya.
    Olaf Scholz | hold position | chancellor
    Olaf Scholz | hold position for | German
    Olaf Scholz | visit | Kenya

Germany's chancellor, Olaf Scholz, visited Kenya.
    Olaf Scholz | hold position | chancellor
    Olaf Scholz | hold position for | Germany
    Olaf Scholz | visit | Kenya
    Germany | have | chancellor
    never Germany | have | Olaf Scholz

Antony Blinken, the US secretary of state, visited Kenya.
    Antony Blinken | hold position | secretary of state
    Antony Blinken | hold position for | US
    Antony Blinken | visit | Kenya

Anna Novak, not the president, signed the treaty.
    Anna Novak | sign | treaty
    never Anna Novak | hold position | president
""",
    "titles": """
President Maria Lopez of Peru visited Kenya.
    Maria Lopez | hold position | president
    Maria Lopez | hold position for | Peru
    Maria Lopez | visit | Kenya

Paul Reed met the lawyer Maria Lopez of Peru.
    Paul Reed | meet | Maria Lopez
    perhaps Maria Lopez | hold position | lawyer
    perhaps Maria Lopez | hold position for | Peru

President Maria Lopez visited Kenya.
    Maria Lopez | hold position | president
    Maria Lopez | visit | Kenya

German Chancellor Olaf Scholz visited Kenya.
    Olaf Scholz | hold position | chancellor
    Olaf Scholz | hold position for | German
    Olaf Scholz | visit | Kenya

Former German Chancellor Angela Merkel visited Kenya.
    Angela Merkel | hold position | former chancellor
    Angela Merkel | formerly hold position for | German
    Angela Merkel | visit | Kenya

Kenyan President William Ruto and Ugandan President Yoweri Museveni met in Nairobi.
    William Ruto | hold position | president
    William Ruto | hold position for | Kenyan
    Yoweri Museveni | hold position | president
    Yoweri Museveni | hold position for | Ugandan
    William Ruto | meet | Yoweri Museveni
    William Ruto | meet in | Nairobi
    Yoweri Museveni | meet in | Nairobi

Foreign Minister Sergey Lavrov visited Kenya.
    Sergey Lavrov | hold position | foreign minister
    Sergey Lavrov | visit | Kenya

Deputy Prime Minister Anna Novak visited Kenya.
    Anna Novak | hold position | deputy prime minister
    Anna Novak | visit | Kenya
    never Anna Novak | hold position | deputy

UN Secretary-General Antonio Guterres visited Kenya.
    Antonio Guterres | hold position | secretary-general
    Antonio Guterres | hold position for | UN
    Antonio Guterres | visit | Kenya
    never Antonio Guterres | hold position | secretary

Siemens chief executive Roland Busch visited Kenya.
    Roland Busch | hold position | chief executive
    Roland Busch | hold position for | Siemens
    Roland Busch | visit | Kenya
""",
    "what is no person holds no office": """
Kenya, a member of the United Nations, criticised the coup.
    Kenya | be | member of United Nations
    Kenya | criticise | coup
    never Kenya | hold position | *

Gazprom, the Russian company, sued Ukraine.
    Gazprom | be | Russian company
    Gazprom | sue | Ukraine
    never Gazprom | hold position | *

The European Central Bank (ECB) raised rates.
    European Central Bank | raise | rates
    never * | be | ECB

Anna Novak, the sister of Paul Reed, owns the bank.
    Anna Novak | be | sister of Paul Reed
    Anna Novak | own | bank
    never Anna Novak | hold position | *
    never Anna Novak | be | Paul Reed
""",
    "alleged is not held": """
Paul Reed, the alleged leader of the group, left Lima.
    perhaps * | leave | Lima
    never Paul Reed | hold position | *leader*group
""",
}


def test_row(row: object, check: Callable[[object], None]) -> None:
    check(row)
