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
    Anna Novak | visit | Lima
""",
    "two persons of unknown gender": """
Paul Reed met Anna Novak. She praised the deal.
    Paul Reed | meet | Anna Novak
    perhaps * | praise | deal
    never Paul Reed | praise | deal
""",
    "a pronoun is no other argument of its verb": """
Paul Reed visited Kenya. Peter Fox called him a liar.
    Paul Reed | visit | Kenya
    Peter Fox | call liar | *
    never Peter Fox | call | Peter Fox

Paul Reed visited Kenya. He has named Peter Fox as his envoy.
    Paul Reed | visit | Kenya
    Paul Reed | name | Peter Fox
    Paul Reed | name as | envoy
    Paul Reed | have | envoy
    never Peter Fox | have | envoy

Paul Reed arrived in Lima. Peter Fox, his lawyer, sued the bank.
    Paul Reed | arrive in | Lima
    Peter Fox | hold position | lawyer
    Peter Fox | sue | bank
    perhaps * | have | lawyer
    never Peter Fox | have | lawyer
""",
    "who can be meant": """
Paul Reed met Anna Novak. She praised the deal and he left Lima.
    Paul Reed | meet | Anna Novak
    Anna Novak | praise | deal
    Paul Reed | leave | Lima

Anna Novak praised Paul Reed because he sold the ships.
    Anna Novak | praise | Paul Reed
    Paul Reed | sell | ships

Paul Reed said he had sold the ships.
    Paul Reed | say | he had sold the ships
    Paul Reed | sell | ships <Paul Reed: said>

Paul Reed visited Kenya. "He sold the ships," Anna Novak said.
    Paul Reed | visit | Kenya
    perhaps Anna Novak | say | *
    never Anna Novak | sell | ships*
    never * | sell | ships

Paul Reed's wife sold the ships. She bought a boat.
    Paul Reed | have | wife
    Paul Reed's wife | sell | ships
    perhaps * | buy | boat
    never Paul Reed | buy | boat

The bank sued the company. It paid the debt.
    bank | sue | company
    it | pay | debt
""",
    "offices stand for their holders": """
President Paul Reed met Anna Novak. The president praised the deal.
    Paul Reed | hold position | president
    Paul Reed | meet | Anna Novak
    Paul Reed | praise | deal

President Paul Reed met President Anna Novak. The president praised the deal.
    Paul Reed | hold position | president
    Anna Novak | hold position | president
    Paul Reed | meet | Anna Novak
    president | praise | deal

Paul Reed met the president of Kenya. The president praised the deal.
    Paul Reed | meet | president of Kenya
    perhaps president* | praise | deal
    never Paul Reed | praise | deal
""",
    "the only company, country and outlet": """
Orla Cement opened a quarry in May.
The company, which the Aldahl family owns, hired forty workers.
    Orla Cement | open | quarry
    Orla Cement | open quarry in | May
    Orla Cement | hire | forty workers
    Aldahl family | own | Orla Cement

Orla Cement sued Kell Steel. The company paid a fine.
    Orla Cement | sue | Kell Steel
    perhaps company | pay | fine
    never Orla Cement | pay | fine
    never Kell Steel | pay | fine

Norway sent two ships. The country, which borders Sweden, sent a plane.
    Norway | send | two ships
    Norway | border | Sweden
    Norway | send | plane

The Tarn Herald reported that the bank had failed. The newspaper stood by its story.
    Tarn Herald | report | *
    Tarn Herald | stand by | story
    Tarn Herald | have | story
""",
    "the next clause goes on with its subject": """
Her spokesman, Karl Brandt, denied it. Mr Reed did not deny the meeting; he praised the deal.
    perhaps Karl Brandt | * | *
    perhaps her | * | *
    *Reed | deny | meeting NOT
    *Reed | praise | deal
    never Karl Brandt | praise | deal
""",
    "it is a thing": """
Anna Novak visited Lima. It bought trucks.
    Anna Novak | visit | Lima
    perhaps * | buy | trucks
    never Anna Novak | buy | trucks
""",
}


def test_row(row: object, check: Callable[[object], None]) -> None:
    check(row)
