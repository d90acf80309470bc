"""What the words right beside a name say it is: ``in Corran`` a place, ``the tanker Corran`` a ship.

Read off the text, so that it holds whatever the tagger took the name for; where it says nothing, the label is
no more than the tagger's guess.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from extract.lexicon import classes
from extract.model import Mention
from graph.tables import table

_REACH = 60


class _Sign(NamedTuple):
    """A pattern, with what must not and what must be found beside it as well."""

    kin: str
    before: bool
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None = None
    needs: re.Pattern[str] | None = None


def signs_of(text: str, mention: Mention) -> frozenset[str]:
    """The kins that the words beside a mention in the article's text speak for.

    >>> from extract.model import Mention
    >>> text = "Fog hid the ferry Maren off Tofte."
    >>> sorted(signs_of(text, Mention(start=18, end=23, text="Maren", name="Maren")))
    ['product']
    """
    start = text.rfind("\n", 0, mention.start) + 1
    before = text[max(start, mention.start - _REACH) : mention.start]
    after = text[mention.end : mention.end + _REACH + 40].partition("\n")[0]
    found = {sign.kin for sign in _signs() if _is_there(sign, before, after)}
    form, _, rest = mention.text.partition(" ")
    return frozenset(
        found | ({"organization"} if rest and form in classes("names_evidence")["form"] else set())
    )


def _is_there(sign: _Sign, before: str, after: str) -> bool:
    found = sign.pattern.search(before) if sign.before else sign.pattern.match(after)
    if not found or (sign.unless and sign.unless.search(before)):
        return False
    owner = sign.kin == "place" and sign.before and after[:1] in "'’" and after[:1]
    return not owner and not (sign.needs and not sign.needs.search(f"{before} {after}"))


@lru_cache(maxsize=1)
def _signs() -> tuple[_Sign, ...]:
    found: list[_Sign] = []
    lists = {name: "|".join(sorted(words)) for name, words in classes("names_evidence").items()}
    for row in table("signs.tsv"):
        pattern = re.compile(re.sub(r"\{([a-z]+)\}", lambda name: lists[name[1]], row["pattern"]))
        if row["where"] in ("not", "needs"):
            last = found.pop()
            unless = row["where"] == "not"
            found.append(last._replace(unless=pattern) if unless else last._replace(needs=pattern))
        else:
            found.append(_Sign(row["kin"], row["where"] == "before", pattern))
    return tuple(found)
