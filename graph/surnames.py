"""Short names: ``Lavrov`` is the only person whose full name ends with it, in the article or, failing that,
in all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from extract.gazetteer_roles import bearers_of
from extract.model import Mention
from graph.affixes import is_surname
from graph.context import Context, common, veto
from graph.family_names import given_names
from graph.keys import KNOWN, PERSON, At, Key, Reason
from graph.labels import Local
from graph.names import endings
from graph.notes import Notes
from graph.slugs import fold
from graph.variants import Known
from graph.vocab import kin_of

_ISO = len("2024-05-01")
_MONTH = 31
"""Days within which two articles may be of one affair."""
_FREQUENT, _MANY = 2, 10
"""Listed officials of one surname from which on it is too frequent to be somebody's by itself, and from which
on to be that of the one of several bearers whose country an article names.
"""
_FEW = 6
"""Bearers of a surname that are compared with an article; of more each is one too often, and cost grows."""
_MISTAKEN = frozenset(map(kin_of, ("GPE", "ORG", "", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW")))
"""Kins that the tagger gives a lone surname by mistake."""


@dataclass(frozen=True, slots=True)
class Short:
    """What short names stand for, why, and which full names they were not given, why."""

    of: dict[Local, tuple[Key, Reason]] = field(default_factory=dict)
    refused: dict[tuple[Key, Key], tuple[float, str]] = field(default_factory=dict)


def short_names(final: Mapping[At, Key], told: Mapping[Local, Context], known: Known) -> Short:
    """Resolve every short name of a person; one that ends several full names stays its own."""
    people = _people(final)
    everywhere = _bearers(people)
    found = Short()
    unclear = set[Key]()
    for article in sorted(people):
        here = _bearers({article: people[article]})
        for name, key in sorted({(key.name, key) for said, key in people[article] if _is_short(said, key)}):
            near = here.get(name, set())
            bearers = near if len(near) == 1 else everywhere.get(name, set())
            several = len(bearers) > 1
            if several and len(bearers) <= _FEW and not near:
                bearers = _of_the_scene(article, key, bearers, told, known)
            if len(bearers) != 1:
                unclear.add(key)
                continue
            [full] = bearers
            if why := _against(article, key, full, told, known, near=bool(near), picked=several):
                found.refused[key, full] = (0.5, why)
            else:
                found.of[article, key] = (full, _reason(full, bool(near)))
    open_ = (0.5, "several people have that surname")
    for key in sorted(unclear):
        found.refused.update({(key, full): open_ for full in sorted(everywhere.get(key.name, ()))})
    return found


def _of_the_scene(
    article: str, key: Key, bearers: set[Key], told: Mapping[Local, Context], known: Known
) -> set[Key]:
    """The one of several bearers with whom alone an article has a name, a city, a country or a role in
    common; all where that leaves it open.
    """
    here = told.get((article, key), Context(articles=(article,)))
    found = set()
    for full in bearers:
        whole, pair = known.told(full), frozenset({key, full})
        if common(here, whole, known.company, pair) or known.scenes.shared(here, whole, lands=True):
            found.add(full)
    return found if len(found) == 1 else bearers


def mistaken(
    final: Mapping[At, Key], notes: Notes, known: Known, days: Mapping[str, str]
) -> dict[Local, tuple[Key, Reason]]:
    """Surnames that the tagger took for a place or a body: one word, of which no list and no words anywhere
    say what it is, that ends the only full name of somebody with an office, of about the same days.
    """
    bearers = _bearers(_people(final))
    alone: dict[Key, set[At]] = defaultdict(set)
    for at, key in final.items():
        open_kin = key.kin in _MISTAKEN and not key.scope and at[1].kind == "name"
        if (
            open_kin
            and not _is_frequent(key)
            and len(bearers.get(key.name, ())) == 1
            and not known.gazetteer.forms.get(key.name)
        ):
            alone[key].add(at)
    found = {}
    for key, mentions in sorted(alone.items()):
        [full] = bearers[key.name]
        told = known.told(full)
        said = any(notes.signs(at) - {PERSON} for at in mentions) or known.forbidden(key, full)
        for article in sorted({article for article, _ in mentions}) if told.roles and not said else ():
            if _is_near(days[article], [days[other] for other in told.articles]):
                why = Reason("only full name with that surname, of one with an office", 0.7, full.name)
                found[article, key] = (full, why)
    return found


def as_cities(
    final: Mapping[At, Key], notes: Notes, known: Known, days: Mapping[str, str]
) -> dict[At, tuple[Key, Reason]]:
    """Surnames taken for listed cities: of the only full name that ends so, in its article; or in one within
    a month that shares a name with it, or has the bearer of an office act, and does not speak of the land.
    Nowhere where the words beside it say that it is a place.
    """
    bearers = _bearers(_people(final))
    lands = _lands(final, known)
    found = {}
    for at, key in final.items():
        entry = known.gazetteer.entries[key.name] if key.kin == KNOWN else None
        full = bearers.get(fold(at[1].name), set()) if entry and entry.type == "City" else set()
        if not entry or len(full) != 1 or at[1].kind != "name":
            continue
        [person] = full
        told = known.told(person)
        shared = common(told, Context(articles=(at[0],)), known.company, frozenset({person, key}))
        acts = told.roles and not entry.metonym_of and notes.acts(at)
        days_apart = _is_near(days[at[0]], [days[other] for other in told.articles])
        abroad = entry.country not in lands[at[0]]
        near = at[0] in told.articles or (abroad and days_apart and (shared or acts))
        if near and not notes.stands_in_place(at) and not known.forbidden(key, person):
            found[at] = (person, Reason("surname of somebody of the same affair", 0.75, person.name))
    return found


def _lands(final: Mapping[At, Key], known: Known) -> dict[str, set[str]]:
    """The countries that each article names, or other cities of."""
    found: dict[str, set[str]] = defaultdict(set)
    named: dict[tuple[str, str], set[str]] = defaultdict(set)
    for (article, _), key in final.items():
        entry = known.gazetteer.entries[key.name] if key.kin == KNOWN else None
        country = known.gazetteer.country_of(entry) if entry else None
        if entry and country:
            named[article, country.key].add(entry.key)
    for (article, land), places in named.items():
        if land in places or len(places) > 1:
            found[article].add(land)
    return found


def _is_near(day: str, others: Iterable[str]) -> bool:
    """Whether an ISO day is within a month of another; an undated article is near none."""
    dated = [date.fromisoformat(one) for one in (day, *others) if len(one) == _ISO]
    return len(day) == _ISO and any(abs((dated[0] - one).days) <= _MONTH for one in dated[1:])


def titled_otherwise(final: Mapping[At, Key], notes: Notes, known: Known) -> dict[At, tuple[Key, Reason]]:
    """Titled surnames that are somebody else than their article's bearer of it: ``President Dvorsky`` beside
    ``Anna Dvorsky, the owner``, where another article has ``President Marek Dvorsky``.
    """
    bearers: dict[str, dict[Key, set[str]]] = defaultdict(lambda: defaultdict(set))
    for at, key in final.items():
        if _is_person(at[1], key) and " " in at[1].text and fold(at[1].text) == fold(at[1].name):
            around = notes.beside(at)
            bearers[_surname(at[1])][key].update(around.roles if around else ())
    found = {}
    for at, key in final.items():
        others = bearers.get(_surname(at[1]), {})
        if len(others) < 2 or not _is_person(at[1], key) or fold(at[1].name) == fold(at[1].text):
            continue
        title = notes.title(at)
        holders = [other for other, roles in sorted(others.items()) if title and title in roles]
        if len(holders) == 1 and holders[0] != key and not known.forbidden(key, holders[0]):
            found[at] = (holders[0], Reason("only bearer of that title and surname", 0.85, holders[0].name))
    return found


def _surname(mention: Mention) -> str:
    return fold(mention.text).rpartition(" ")[2]


def _against(
    article: str,
    key: Key,
    full: Key,
    told: Mapping[Local, Context],
    known: Known,
    *,
    near: bool,
    picked: bool,
) -> str | None:
    if known.forbidden(key, full):
        return "the overrides say they are different"
    if near:
        return None
    here, whole = told.get((article, key), Context(articles=(article,))), known.told(full)
    pair = frozenset({key, full})
    frequent = _is_frequent(key) and not (picked and bearers_of().get(key.name, 0) < _MANY)
    if why := veto(whole, here, known.company, pair):
        return why
    alike = common(here, whole, known.company, pair) or known.scenes.shared(here, whole)
    return "a frequent surname, and nothing in common" if frequent and not alike else None


def _is_frequent(key: Key) -> bool:
    return bearers_of().get(key.name, 0) >= _FREQUENT or key.name in given_names()


def _reason(full: Key, near: bool) -> Reason:
    if near:
        return Reason("surname in its article", 0.97, full.name)
    return Reason("only full name with that surname", 0.85, full.name)


def _people(final: Mapping[At, Key]) -> dict[str, set[tuple[str, Key]]]:
    """The people of each article under the names that it calls them by."""
    found: dict[str, set[tuple[str, Key]]] = defaultdict(set)
    for (article, mention), key in final.items():
        if _is_person(mention, key):
            found[article].add((mention.name, key))
    return found


def _bearers(people: Mapping[str, set[tuple[str, Key]]]) -> dict[str, set[Key]]:
    """Who is called by a full name that ends so."""
    found: dict[str, set[Key]] = defaultdict(set)
    for name, key in set().union(*people.values()):
        for end in endings(fold(name)) if not _is_short(name, key) else ():
            found[end].add(key)
    return found


def _is_person(mention: Mention, key: Key) -> bool:
    return mention.kind == "name" and (key.kin == PERSON or (key.kin == KNOWN and mention.label == "PERSON"))


def _is_short(name: str, key: Key) -> bool:
    """One word, or a surname with its particle in lower case, that nothing has resolved yet. A hyphen
    leaves a surname one word.
    """
    alone = " " not in name.strip() or name[:1].islower() or is_surname(key.name)
    return key.kin == PERSON and alone
