"""Short names: ``Lavrov`` is the only person whose full name ends with it, in the article or, failing that,
in all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from extract.model import Mention
from graph.context import Context, veto
from graph.keys import KNOWN, PERSON, At, Key, Reason
from graph.labels import Local
from graph.names import endings
from graph.slugs import fold
from graph.variants import Known


@dataclass(frozen=True, slots=True)
class Short:
    """What short names stand for, why, and which full names they were not given, why."""

    of: dict[Local, tuple[Key, Reason]] = field(default_factory=dict)
    refused: dict[tuple[Key, Key], tuple[float, str]] = field(default_factory=dict)


def short_names(final: Mapping[At, Key], told: Mapping[Local, Context], known: Known) -> Short:
    """Resolve every short name of a person; one that ends several full names stays its own."""
    people = {
        (article, mention.name, key) for (article, mention), key in final.items() if _is_person(mention, key)
    }
    short = sorted({(article, key.name, key) for article, name, key in people if _is_short(name, key)})
    everywhere, here = _bearers(people, {name for _, name, _ in short})
    found = Short()
    for article, name, key in short:
        near = here.get((article, name), set())
        bearers = near if len(near) == 1 else everywhere.get(name, set())
        if len(bearers) != 1:
            several = (0.5, "several people have that surname")
            found.refused.update({(key, full): several for full in sorted(bearers)})
            continue
        [full] = bearers
        if why := _against(article, key, full, bool(near), told, known):
            found.refused[key, full] = (0.5, why)
        else:
            found.of[article, key] = (full, _reason(full, bool(near)))
    return found


def _against(
    article: str, key: Key, full: Key, near: bool, told: Mapping[Local, Context], known: Known
) -> str | None:
    if known.forbidden(key, full):
        return "the overrides say they are different"
    here = told.get((article, key), Context())
    return None if near else veto(known.told(full), here, known.company, frozenset({key, full}))


def _reason(full: Key, near: bool) -> Reason:
    if near:
        return Reason("surname in its article", 0.97, full.name)
    return Reason("only full name with that surname", 0.85, full.name)


def _bearers(
    people: Iterable[tuple[str, str, Key]], wanted: set[str]
) -> tuple[dict[str, set[Key]], dict[tuple[str, str], set[Key]]]:
    everywhere: dict[str, set[Key]] = defaultdict(set)
    here: dict[tuple[str, str], set[Key]] = defaultdict(set)
    for article, name, key in people:
        for end in endings(fold(name)) if not _is_short(name, key) else ():
            if end in wanted:
                everywhere[end].add(key)
                here[article, end].add(key)
    return everywhere, here


def _is_person(mention: Mention, key: Key) -> bool:
    return mention.kind == "name" and (key.kin == PERSON or (key.kin == KNOWN and mention.label == "PERSON"))


def _is_short(name: str, key: Key) -> bool:
    """One word, or a surname with its particle in lower case, that nothing has resolved yet."""
    return key.kin == PERSON and (" " not in key.name or name[:1].islower())
