"""Short names of bodies, and ships with and without what stands before their names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from extract.model import Mention
from graph.affixes import ship
from graph.context import Context, common
from graph.keys import ORGANIZATION, PERSON, PRODUCT, UNLABELLED, At, Key, Reason
from graph.labels import Local
from graph.variants import Known


def short_bodies(
    final: Mapping[At, Key], told: Mapping[Local, Context], known: Known
) -> dict[Local, tuple[Key, Reason]]:
    """Bodies called by the first word, or by all words but the last, of the only longer name of a body that
    begins so in their article; in another article too, if all articles mean one body by it and, for one
    word alone, the two have something else in common.
    """
    longer: dict[Local, set[Key]] = defaultdict(set)
    for (article, mention), key in final.items():
        if mention.kind == "name" and key.kin == ORGANIZATION and not key.scope and " " in key.name:
            for short in {key.name.partition(" ")[0], key.name.rpartition(" ")[0]}:
                longer[article, Key(ORGANIZATION, short)].add(key)
    found: dict[Local, tuple[Key, Reason]] = {}
    meant: dict[Key, set[Key]] = defaultdict(set)
    for (article, mention), key in final.items():
        as_body = Key(ORGANIZATION, key.name) if _is_bare(mention, key, told.get((article, key))) else key
        if len(full := longer.get((article, as_body), set())) == 1:
            [body] = full
            found[article, key] = (body, Reason("part of a name in its article", 0.9, body.name))
            meant[key].add(body)
    for (article, mention), key in final.items():
        if mention.kind != "name" or (article, key) in found or len(meant.get(key, ())) != 1:
            continue
        [body] = meant[key]
        here = told.get((article, key), Context(articles=(article,)))
        near = common(here, known.told(body), known.company, frozenset({key, body}))
        if not known.forbidden(key, body) and (" " in key.name or near):
            found[article, key] = (body, Reason("part of a name in another article", 0.8, body.name))
    return found


def _is_bare(mention: Mention, key: Key, here: Context | None) -> bool:
    """Whether a lone word that the tagger took for a person or a product may be a body's: nothing is told
    that only people have.
    """
    alone = mention.kind == "name" and " " not in key.name and not key.scope
    person = here is not None and (here.genders or here.roles)
    return alone and key.kin in (PERSON, PRODUCT, UNLABELLED) and not person


def ships(final: Mapping[At, Key]) -> dict[Local, tuple[Key, Reason]]:
    """Ships whose name has a prefix here and none there (``MV Corran``): one, unless two prefixes speak of
    two ships.
    """
    prefixes: dict[str, set[str]] = defaultdict(set)
    for key in {key for key in final.values() if key.kin == PRODUCT and not key.scope}:
        prefix, bare = ship(key.name)
        prefixes[bare] |= {prefix} - {""}
    found = {}
    for (article, _), key in final.items():
        prefix, bare = ship(key.name) if key.kin == PRODUCT and not key.scope else ("", "")
        if prefix and len(prefixes[bare]) == 1:
            found[article, key] = (Key(PRODUCT, bare), Reason("ship without its prefix", 0.9, bare))
    return found
