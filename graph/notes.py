"""What the articles tell of single mentions, and of each thing that they name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from extract.gazetteer import Gazetteer
from extract.lexicon import words
from extract.model import Mention, Reading, Triple
from graph.apposition import beside, fields_of, is_role
from graph.context import Context
from graph.keys import KNOWN, PERSON, PLACE, At, Key
from graph.metonyms import agents, stands_in_place
from graph.signs import signs_of
from graph.slugs import fold
from graph.tables import table

_HELD_FOR = frozenset({"hold position for", "formerly hold position for"})
_HOLDS = _HELD_FOR | {"hold position"}
_BECOMES = frozenset({"become", "serve as", "work as"})
_NOTHING = Context()


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


def _is_person(key: Key, gazetteer: Gazetteer) -> bool:
    return key.kin == PERSON or (key.kin == KNOWN and gazetteer.entries[key.name].type == "Person")


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
