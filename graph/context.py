"""The company a name keeps: what an article tells of somebody that may tell two of one name apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from extract.gazetteer import Gazetteer
from extract.gazetteer_roles import roles_of
from extract.lexicon import words
from extract.model import Mention, Reading, Triple
from graph.apposition import beside, fields_of, is_role
from graph.keys import KNOWN, PERSON, PLACE, At, Key
from graph.metonyms import agents, stands_in_place
from graph.signs import signs_of
from graph.slugs import fold
from graph.tables import table

_HELD_FOR = frozenset({"hold position for", "formerly hold position for"})
_HOLDS = _HELD_FOR | {"hold position"}
_BECOMES = frozenset({"become", "serve as", "work as"})
_REMEMBERED = 64
"""Articles of one entity whose company is compared; more tell no more, and the cost stays linear."""


@dataclass(frozen=True, slots=True)
class Context:
    """What is told of one entity, and in which articles it is named."""

    genders: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    fields: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    articles: tuple[str, ...] = ()

    def __or__(self, other: Context) -> Context:
        """With what is told elsewhere of the same one."""
        return Context(
            genders=self.genders | other.genders,
            countries=self.countries | other.countries,
            fields=self.fields | other.fields,
            roles=self.roles | other.roles,
            articles=(self.articles + other.articles)[:_REMEMBERED],
        )

    @property
    def decisive(self) -> bool:
        """Whether anything is told that could tell two people apart."""
        return bool(self.genders or self.countries or self.fields)


_NOTHING = Context()
_TURNS = frozenset({"law", "state"})
"""Fields of life between which people turn: lawyers become mayors."""

Company = Mapping[str, frozenset[Key]]
"""What else the articles name, countries left out: they are in everybody's company."""


def veto(one: Context, other: Context, company: Company, but: frozenset[Key]) -> str | None:
    """Why two of one name, or of two alike, are two; None where nothing speaks against their being one.

    ``but`` are the compared entities themselves, which are no company.
    """
    if one.genders and other.genders and one.genders.isdisjoint(other.genders):
        return "another gender"
    elsewhere = one.countries and other.countries and one.countries.isdisjoint(other.countries)
    apart = one.fields and other.fields and one.fields.isdisjoint(other.fields)
    apart = apart and not one.fields | other.fields >= _TURNS
    if elsewhere and not neighbours(one, other, company, but):
        return "office in another country"
    if apart and one.countries.isdisjoint(other.countries) and not common(one, other, company, but):
        return "another field of life"
    return None


def not_listed(listed: Context, here: Context) -> str | None:
    """Why somebody is not the listed person of that name: another country and another field of life."""
    if listed.countries.isdisjoint(here.countries or listed.countries) and here.fields:
        return "another field of life in another country" if listed.fields.isdisjoint(here.fields) else None
    return None


def common(one: Context, other: Context, company: Company, but: frozenset[Key]) -> int:
    """How many roles and neighbours two have in common; what one and the same article names is no sign."""
    return neighbours(one, other, company, but) + len(one.roles & other.roles)


def neighbours(one: Context, other: Context, company: Company, but: frozenset[Key]) -> int:
    """How many named things are in the company of both, in different articles."""
    same = {*one.articles} & {*other.articles}
    first, second = (
        {key for article in each.articles if article not in same for key in company.get(article, ())}
        for each in (one, other)
    )
    return len((first & second) - but)


class Notes:
    """What the articles tell of single mentions, read once however often the ladder asks.

    ``held`` are the offices of those whom a relation says to hold one.
    """

    def __init__(self, readings: Iterable[Reading], gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self.texts: dict[str, str] = {}
        self._beside: dict[At, Context | None] = {}
        self._several: set[At] = set()
        self.held: dict[At, Context] = {}
        self._acting: dict[str, frozenset[int]] = {}
        for reading in readings:
            article = reading.article.id
            self._acting[article] = agents(reading)
            self.texts[article] = reading.article.text
            self._several.update((article, mention) for mention in reading.mentions if " " in mention.text)
            for triple in reading.triples:
                if triple.predicate.lemma in _HOLDS and triple.polarity == "affirmed":
                    self._hold((article, triple.subject), _role(triple, gazetteer))
            for person, triple in _appointed(reading.triples):
                self._hold((article, person), _role(triple, gazetteer))

    def _hold(self, at: At, told: Context) -> None:
        self.held[at] = self.held.get(at, _NOTHING) | told

    def title(self, at: At) -> str:
        """The office or occupation that stands right before a surname (``President Dvorsky``), or ""."""
        article, mention = at
        surname = mention.text.rpartition(" ")[2]
        start = mention.end - len(surname)
        text = self.texts.get(article, "")
        word = text[:start].rpartition("\n")[2].split()[-1:] if text[start : mention.end] == surname else []
        return fold(word[0]) if word and word[0][:1].isupper() and fields_of(fold(word[0])) else ""

    def signs(self, at: At) -> frozenset[str]:
        """The kins that the words beside a mention speak for."""
        return signs_of(self.texts.get(at[0], ""), at[1])

    def stands_in_place(self, at: At) -> bool:
        """Whether a preposition of place or way stands before a mention, or a word for its sort."""
        return PLACE in self.signs(at) or stands_in_place(self.texts.get(at[0], ""), at[1].start)

    def acts(self, at: At) -> bool:
        """Whether a mention does, or suffers, what only people and those who govern do."""
        return at[1].end in self._acting.get(at[0], ())

    def is_attribute(self, at: At) -> bool:
        """Whether a common noun follows a mention right away: ``the Drovian side``."""
        after = self.texts.get(at[0], "")[at[1].end : at[1].end + 2]
        return len(after) == 2 and after[0] == " " and after[1].islower()

    def of(self, at: At, key: Key) -> Context | None:
        """What is told of a mention where it stands, None if nothing; words around it count for people
        only.
        """
        told = self.held.get(at)
        gender = _gender(at[1]) if at[1].kind == "name" else None
        if gender:
            told = (told or _NOTHING) | Context(genders=gender)
        if at in self._several and _is_person(key, self._gazetteer) and (around := self.beside(at)):
            told = (told or _NOTHING) | around
        return told

    def beside(self, at: At) -> Context | None:
        """What the words around a person's name in full tell; None if nothing."""
        if at in self._several and at not in self._beside:
            self._beside[at] = _beside(self.texts[at[0]], at[1], self._gazetteer)
        return self._beside.get(at)


def contexts(notes: Notes, keys: Mapping[At, Key]) -> dict[tuple[str, Key], Context]:
    """What each article tells of each named thing in it. Of most it tells nothing: they share one context."""
    found: dict[tuple[str, Key], Context] = {}
    nothing: dict[str, Context] = {}
    for at, key in keys.items():
        article, mention = at
        if mention.kind != "name" and at not in notes.held:
            continue
        if article not in nothing:
            nothing[article] = Context(articles=(article,))
        so_far = found.setdefault((article, key), nothing[article])
        if told := notes.of(at, key):
            found[article, key] = so_far | told
    return found


def companies(keys: dict[At, Key], gazetteer: Gazetteer) -> Company:
    """The named things of each article."""
    found: dict[str, set[Key]] = defaultdict(set)
    for (article, mention), key in keys.items():
        if mention.kind == "name" and not _says_little(key, gazetteer):
            found[article].add(key)
    return {article: frozenset(named) for article, named in found.items()}


def of_listed(name: str) -> Context:
    """What the gazetteer's dated offices tell of a person."""
    roles = roles_of(name)
    return Context(
        countries=frozenset(role.body for role in roles if role.body),
        fields=frozenset({"state"} if roles else ()),
    )


def _is_person(key: Key, gazetteer: Gazetteer) -> bool:
    return key.kin == PERSON or (key.kin == KNOWN and gazetteer.entries[key.name].type == "Person")


def _says_little(key: Key, gazetteer: Gazetteer) -> bool:
    """Whether half the news is in its company: listed states, cities and bodies."""
    return key.kin == KNOWN and gazetteer.entries[key.name].type != "Person"


def _appointed(triples: Iterable[Triple]) -> Iterator[tuple[Mention, Triple]]:
    """Who is made what: ``appointed Ana Bey, a surgeon, as health minister``, ``Ana Bey became a judge``."""
    named: dict[tuple[int, Mention, str], Mention] = {}
    for triple in (one for one in triples if one.polarity == "affirmed"):
        verb, _, rest = triple.predicate.lemma.partition(" ")
        if triple.predicate.lemma in _BECOMES and is_role(fold(triple.object.name)):
            yield triple.subject, triple
        if verb not in words("appointing_verbs"):
            continue
        made = triple.evidence.start, triple.subject, verb
        if not rest and triple.object.label == "PERSON":
            named[made] = triple.object
        elif rest == "as" and made in named and is_role(fold(triple.object.name)):
            yield named[made], triple


def _role(triple: Triple, gazetteer: Gazetteer) -> Context:
    """What a relation tells of the holder of an office."""
    if triple.predicate.lemma in _HELD_FOR:
        return Context(countries=_country(triple.object.name, gazetteer))
    role = fold(triple.object.name)
    parts = triple.object.text.replace("’s", "").replace("'s", "").split()
    countries = (_country(word, gazetteer) for word in parts if word[:1].isupper())
    return Context(
        countries=frozenset().union(*countries),
        fields=fields_of(role) if role else frozenset(),
        roles=frozenset({role} if role else ()),
    )


def _beside(text: str, mention: Mention, gazetteer: Gazetteer) -> Context | None:
    """What the words around a person's name tell; None if nothing."""
    found = beside(text, mention.start, mention.end)
    if not found:
        return None
    countries = (_country(place, gazetteer) for place in found.places)
    return Context(
        countries=frozenset().union(*countries), fields=found.fields, roles=frozenset({found.role})
    )


def _country(name: str, gazetteer: Gazetteer) -> frozenset[str]:
    entry = gazetteer.lookup_demonym(name) or gazetteer.lookup(name, "Country")
    return frozenset({entry.key} if entry and entry.type == "Country" else ())


@lru_cache(maxsize=1)
def _genders() -> dict[str, frozenset[str]]:
    rows = [(row["words"].split(), frozenset({row["gender"]})) for row in table("pronouns.tsv")]
    return {word: gender for called, gender in rows for word in called}


def _gender(mention: Mention) -> frozenset[str]:
    """The gender that a pronoun for somebody, or the title before the name, tells."""
    first = mention.text.partition(" ")[0].rstrip(".").lower()
    return _genders().get(first, frozenset())
