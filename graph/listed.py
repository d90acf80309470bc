"""What the gazetteer says of an article's names, with the words around them that tell more."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, partial
from re import compile as pattern

from extract.gazetteer import Entry, Gazetteer
from extract.gazetteer import fold as spelling
from extract.model import Mention
from graph.known import find
from graph.offices import offices
from graph.vocab import kin_of

_PLACE = kin_of("GPE")
_WITHIN = pattern(r"(?:,| in)(?: the)? ([A-Z][\w-]+(?: [A-Z][\w-]+)?)(?=[\s.,;)]|$)")


class Asked:
    """What the gazetteer answers about names alone, asked once for each name and not for each mention."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.alone = cache(partial(find, gazetteer))
        self.offices = cache(partial(offices, gazetteer))
        self.metonym = cache(gazetteer.lookup_metonym)
        self.is_city = cache(self._is_city)
        self.is_listed = cache(lambda name: "," in name or bool(gazetteer.forms.get(spelling(name))))

    def _is_city(self, name: str) -> bool:
        found = self.alone(name, "GPE")
        return found is not None and found.type == "City"


def titled(
    mentions: Iterable[Mention], known: Mapping[tuple[str, str], Entry | None], asked: Asked
) -> dict[tuple[str, str], Entry]:
    """People who are listed with the title before their name: ``Pope Francis``, then ``Francis``."""
    found = {}
    for mention in mentions:
        name = mention.name, mention.label
        title = mention.label == "PERSON" and mention.text.removesuffix(mention.name).rstrip()
        whole = f"{title.rpartition(' ')[2]} {mention.name}" if title and not known.get(name) else ""
        entry = asked.alone(whole, mention.label) if whole else None
        if entry:
            found[name] = entry
    return found


def said_of(mention: Mention, text: str, gazetteer: Gazetteer, asked: Asked) -> str:
    """The name, and for a place what it lies in where the words say so (``Paris, Texas``) and the listed
    place of that name lies elsewhere (``Tripoli, Lebanon.``).
    """
    if kin_of(mention.label) != _PLACE:
        return mention.name
    if mention.text.startswith(f"{mention.name}, "):
        listed = asked.alone(mention.name, mention.label)
        whole = gazetteer.lookup(mention.text[len(mention.name) + 2 :], "GPE")
        return mention.text if listed or not whole else mention.name
    after = _WITHIN.match(text, mention.end)
    entry = asked.alone(mention.name, mention.label) if after else None
    whole = gazetteer.lookup(after[1], "Country") if after and entry else None
    elsewhere = entry and whole and entry.type != "Country" and entry.country != whole.key
    return f"{mention.name}, {whole.name}" if elsewhere and whole else mention.name
