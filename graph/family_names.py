"""Family names of two words: ``Castellanos`` and ``Castellanos Vega`` for ``Ernesto Castellanos Vega``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache

from extract.lexicon import classes
from graph.affixes import is_surname
from graph.context import Context, common, veto
from graph.keys import PERSON, At, Key, Reason
from graph.labels import Local
from graph.variants import Known


def family_names(
    final: Mapping[At, Key], told: Mapping[Local, Context], known: Known
) -> dict[Local, tuple[Key, Reason]]:
    """People called by the last two words of the only full name that ends so, or by the word before the
    last: in its article, or in another that has something else in common with it.
    """
    everywhere: dict[str, set[Key]] = defaultdict(set)
    here: dict[str, dict[str, set[Key]]] = defaultdict(lambda: defaultdict(set))
    named = {(article, key) for (article, mention), key in final.items() if mention.kind == "name"}
    people = sorted((article, key) for article, key in named if key.kin == PERSON)
    first = _first_told(final)
    for article, key in people:
        for short in _shortened(key.name):
            everywhere[short].add(key)
            here[article][short].add(key)
    found = {}
    for article, key in people:
        near = {full for full in here[article].get(key.name, ()) if full != key}
        if any(first[article, full] > first[article, key] for full in near):
            continue  # who is called so before the full name is told is somebody else
        bearers = near or {full for full in everywhere.get(key.name, ()) if full != key}
        if len(bearers) == 1 and not key.scope:
            [full] = bearers
            if _fits(article, key, full, bool(near), told, known):
                found[article, key] = (full, Reason("family name of two words", 0.85, full.name))
    return found


def _first_told(final: Mapping[At, Key]) -> dict[Local, int]:
    """Where each article first names each of its people."""
    found: dict[Local, int] = {}
    for (article, mention), key in final.items():
        if mention.kind == "name" and key.kin == PERSON:
            found[article, key] = min(found.get((article, key), mention.start), mention.start)
    return found


def _fits(article: str, key: Key, full: Key, near: bool, told: Mapping[Local, Context], known: Known) -> bool:
    if known.forbidden(key, full):
        return False
    pair = frozenset({key, full})
    one, other = told.get((article, key), Context(articles=(article,))), known.told(full)
    return near or (common(one, other, known.company, pair) > 0 and not veto(one, other, known.company, pair))


def _shortened(full: str) -> Iterator[str]:
    """What somebody of three names or more may be called besides the last: the last two, and the one before
    the last, where that is no first name, initial or small word.
    """
    words = full.split()
    if len(words) < 3:
        return
    middle = words[-2]
    if len(middle) > 2 and middle not in given_names() and not is_surname(f"{middle} {words[-1]}"):
        yield f"{middle} {words[-1]}"
        yield middle


@lru_cache(maxsize=1)
def given_names() -> frozenset[str]:
    """Listed first names, folded."""
    return frozenset[str]().union(*classes("gender_names").values())
