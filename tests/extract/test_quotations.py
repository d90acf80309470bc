"""Quotations and reports: who says it, however the sentence is put together."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

TABLES = {
    "direct": """
"Kenya sold the ships," Anna Novak said.
    Kenya | sell | ships <Anna Novak: said>
    Anna Novak | say | Kenya sold the ships
    never Kenya | sell | ships

Anna Novak said: "Kenya sold the ships."
    Kenya | sell | ships <Anna Novak: said>
    Anna Novak | say | Kenya sold the ships

Anna Novak said that "Kenya sold the ships".
    Kenya | sell | ships <Anna Novak: said>
    Anna Novak | say | Kenya sold the ships

“Kenya sold the ships,” Anna Novak said.
    Kenya | sell | ships <Anna Novak: said>
    Anna Novak | say | Kenya sold the ships
""",
    "the verb before the speaker": """
"Kenya sold the ships," said Anna Novak.
    Kenya | sell | ships <Anna Novak: said>
    Anna Novak | say | Kenya sold the ships

"Kenya sold the ships," said Anna Novak, the mayor of Geneva.
    Kenya | sell | ships <Anna Novak: said>
    Anna Novak | say | Kenya sold the ships
    Anna Novak | hold position | mayor
    Anna Novak | hold position for | Geneva

"The army attacked the town," warned Omar Haddad.
    army | attack | town <Omar Haddad: warned>
    perhaps Omar Haddad | warn | *
""",
    "the speaker in the middle": """
"Kenya," Anna Novak said, "sold the ships."
    Kenya | sell | ships <Anna Novak: said>

Kenya, Anna Novak said, sold the ships.
    Kenya | sell | ships <Anna Novak: said>

"Kenya sold the ships," Anna Novak said, "and Norway bought the trucks."
    Kenya | sell | ships <Anna Novak: said>
    Norway | buy | trucks <Anna Novak: said>
    Anna Novak | say | *
""",
    "several sentences and paragraphs": """
"Kenya sold the ships," Anna Novak said. "Norway bought the trucks."
    Kenya | sell | ships <Anna Novak: said>
    Norway | buy | trucks <Anna Novak: said>
    Anna Novak | say | Kenya sold the ships

"Kenya sold the ships. Norway bought the trucks," Anna Novak said.
    Kenya | sell | ships <Anna Novak: said>
    Norway | buy | trucks <Anna Novak: said>
    Anna Novak | say | *

"Kenya sold the ships," Anna Novak said. "Norway bought the trucks.
"The army burned the village."
    Kenya | sell | ships <Anna Novak: said>
    Norway | buy | trucks <Anna Novak: said>
    army | burn | village <Anna Novak: said>
    Anna Novak | say | Kenya sold the ships

"Kenya sold the ships," Anna Novak said.
Norway bought the trucks.
    Kenya | sell | ships <Anna Novak: said>
    Anna Novak | say | Kenya sold the ships
    Norway | buy | trucks

"Kenya sold the ships," Anna Novak said.
"Norway bought the trucks," Paul Reed said.
    Kenya | sell | ships <Anna Novak: said>
    Norway | buy | trucks <Paul Reed: said>
    Anna Novak | say | Kenya sold the ships
    perhaps Paul Reed | say | *
    never Norway | buy | trucks <Anna Novak: said>
""",
    "marks that never close": """
Anna Novak said: "Kenya sold the ships. Norway bought the trucks.
The army burned the village.
    Kenya | sell | ships <Anna Novak: said>
    Norway | buy | trucks <Anna Novak: said>
    army | burn | village
    Anna Novak | say | *

"Kenya sold the ships.
"Norway bought the trucks," Anna Novak said.
    Kenya | sell | ships <Anna Novak: said>
    Norway | buy | trucks <Anna Novak: said>
    Anna Novak | say | *
""",
    "a speaker named in the sentence before": """
Anna Novak criticised the government. "Kenya sold the ships," she said.
    Anna Novak | criticise | government
    Kenya | sell | ships <Anna Novak: said>
    Anna Novak | say | Kenya sold the ships

Anna Novak criticised the government. "Kenya sold the ships."
    Anna Novak | criticise | government
    Kenya | sell | ships <Anna Novak: *>
    never Kenya | sell | ships

Anna Novak attacked the government. "Kenya sold the ships."
Norway denied that it had bought the trucks.
    Anna Novak | attack | government
    never Kenya | sell | ships
    never Kenya | sell | ships <Norway*
    Norway | deny | *
""",
    "quotations within": """
Anna Novak said: "The minister told me: 'Kenya sold the ships.'"
    Kenya | sell | ships <minister: told>
    minister | tell | Anna Novak <Anna Novak: said>
    Anna Novak | say | *
    never Kenya | sell | ships

Anna Novak said Paul Reed believed that Kenya had sold the ships.
    Kenya | sell | ships possible <Paul Reed: believed>
    Paul Reed | believe | Kenya had sold the ships <Anna Novak: said>
    Anna Novak | say | Paul Reed believed that Kenya had sold the ships
""",
    "scare quotes speak for nobody": """
Kenya sold the so-called "peace ships" to Norway.
    Kenya | sell | *peace ships
    Kenya | sell to | Norway

The "rebels" burned the village.
    rebels | burn | village
""",
    "first person is the speaker": """
"We sold the ships," Anna Novak said.
    Anna Novak | sell | ships <Anna Novak: said>
    Anna Novak | say | We sold the ships
    never We | * | *

"I met the minister in Lima," Anna Novak said.
    Anna Novak | meet | minister <Anna Novak: said>
    Anna Novak | say | *

"A truce does not suit us," Sergey Lavrov said.
    truce | suit | Sergey Lavrov NOT <Sergey Lavrov: said>
    Sergey Lavrov | say | A truce does not suit us
    never truce | suit | *Lavrov
""",
    "third person is somebody else": """
"He sold the ships," Anna Novak said.
    he | sell | ships <Anna Novak: said>
    Anna Novak | say | He sold the ships
    never Anna Novak | sell | ships*
""",
    "reported speech": """
Anna Novak said Kenya had sold the ships.
    Kenya | sell | ships <Anna Novak: said>
    Anna Novak | say | Kenya had sold the ships

Kenya sold the ships, Anna Novak said.
    Kenya | sell | ships <Anna Novak: said>
    Anna Novak | say | Kenya sold the ships

Anna Novak told Paul Reed that Kenya had sold the ships.
    Kenya | sell | ships <Anna Novak: told>
    Anna Novak | tell | Paul Reed
    never Kenya | sell | ships

Anna Novak wrote in a letter that Kenya had sold the ships.
    Kenya | sell | ships <Anna Novak: wrote>
    Anna Novak | write | Kenya had sold the ships
    Anna Novak | write in | letter
    never Kenya | sell | letter

The report says Kenya sold the ships.
    Kenya | sell | ships <report: says>
    report | say | Kenya sold the ships

Egypt said Sudan had closed the dam and that Kenya had sold the ships.
    Sudan | close | dam <Egypt: said>
    Kenya | sell | ships <Egypt: said>
    Egypt | say | *

Kenya's claim that Norway sold the ships angered Paul Reed.
    Norway | sell | ships <Kenya: claim>
    Kenya | have | claim
    Kenya's claim | anger | Paul Reed
    never Norway | sell | ships
""",
    "according to": """
According to Anna Novak, Kenya sold the ships.
    Kenya | sell | ships <Anna Novak: according to>
    never Kenya | sell according to | *

Kenya sold the ships, according to Anna Novak.
    Kenya | sell | ships <Anna Novak: according to>

According to the report, the army burned the village.
    army | burn | village <report: according to>

In Anna Novak's opinion, Kenya sold the ships.
    Kenya | sell | ships <Anna Novak: in … opinion>
    never Kenya | sell in | *

Anna Novak spoke on Monday. In her view, Kenya sold the ships.
    Anna Novak | speak on | Monday
    Kenya | sell | ships <Anna Novak: in … view>
""",
    "nobody in particular": """
It was reported that Kenya had sold the ships.
    Kenya | sell | ships possible
    never it | * | *

Kenya reportedly sold the ships.
    Kenya | sell | ships possible
""",
    "a clause beside another is no speaker": """
Kenya sold the ships; Norway complained.
    Kenya | sell | ships

Kenya congratulated Anna Novak; Norway did not comment.
    Kenya | congratulate | Anna Novak
""",
    "an aside names the speaker": """
Kenya did not sell the ships, Anna Novak said.
    Kenya | sell | ships NOT <Anna Novak: said>
    perhaps Anna Novak | say | *

The army attacked the town, police said.
    army | attack | town <police: said>
    perhaps police | say | *

The company respects the ruling, Anna Novak told reporters.
    company | respect | ruling <Anna Novak: told>
    Anna Novak | tell | reporters*

The army, said Omar Haddad, attacked the town.
    army | attack | town <Omar Haddad: said>
""",
    "asked and told": """
"Did Kenya sell the ships?" Anna Novak asked.
    Kenya | sell | ships questioned <Anna Novak: asked>
    perhaps Anna Novak | ask | *

"Sell the ships," Anna Novak told Kenya.
    Anna Novak | tell | Kenya
    perhaps Anna Novak | tell | Sell the ships
    never * | sell | ships
""",
}


def test_row(row: object, check: Callable[[object], None]) -> None:
    check(row)
