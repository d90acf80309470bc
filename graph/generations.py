"""Father and son of one name: ``Edward Laskin Sr.`` is not ``Edward Laskin Jr.``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from graph.affixes import generation
from graph.keys import PERSON, At, Key, Reason
from graph.slugs import fold


def generations(keys: Mapping[At, Key], days: Mapping[str, str]) -> dict[At, tuple[Key, Reason]]:
    """The bearers of a name that articles tell apart by a mark after it, but for those of the mark that the
    earliest article uses, who keep the name's own IRI.

    A mention without a mark is the one bearer whose mark its article uses; where that leaves it open, it is
    nobody's but its article's.
    """
    marked: dict[Key, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for (article, mention), key in keys.items():
        if key.kin == PERSON and not key.scope and (mark := generation(mention.name)):
            marked[key][mark].add(article)
    found = {}
    for key, marks in sorted(marked.items()):
        if len(marks) > 1:
            first = min(marks, key=lambda mark: (min(days[article] for article in marks[mark]), mark))
            for at, mark in _marks(key, marks, keys):
                if mark != first:
                    own = Key(PERSON, key.name, mark or at[0])
                    found[at] = (own, Reason("another of that name", 0.9, mark or "no mark tells which"))
    return found


def _marks(key: Key, marks: Mapping[str, set[str]], keys: Mapping[At, Key]) -> Iterator[tuple[At, str]]:
    """Each mention of a name, with its own mark or else the one that its article uses."""
    for at, its in keys.items():
        if its == key:
            here = [mark for mark, articles in marks.items() if at[0] in articles]
            alone = fold(at[1].text) == fold(at[1].name) or len(here) == 1
            yield at, generation(at[1].name) or (here[0] if len(here) == 1 and alone else "")
