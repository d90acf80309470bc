from __future__ import annotations

import pytest

from extract.gazetteer import Gazetteer, load_gazetteer
from extract.model import Mention, MentionKind
from graph.identity import identify
from graph.merge import merge
from tests.graph.readings import name, nominal, reading, told

NOTHING = Gazetteer({}, {})


def iris(*mentions: Mention, gazetteer: Gazetteer = NOTHING) -> list[str | None]:
    """The local names of mentions, each standing in an article of its own."""
    read = [reading(article=f"a{at}", mentions=(mention,)) for at, mention in enumerate(mentions)]
    identities = identify(read, gazetteer)
    keys = [identities.key(f"a{at}", mention) for at, mention in enumerate(mentions)]
    return [identities.iri(key) if key else None for key in keys]


@pytest.mark.parametrize(
    ("mentions", "one"),
    [
        ([name("Anna Kovač", "PERSON"), name("ANNA KOVAC", "PERSON")], True),
        ([name("Donbas", "GPE"), name("Donbas", "LOC")], True),
        ([name("Washington", "PERSON"), name("Washington", "GPE")], False),
        ([name("Gazprom", "ORG"), name("Gazprom")], True),
        ([name("Victoria", "ORG"), name("Victoria", "GPE"), name("Victoria")], False),
        ([nominal("ceasefire"), nominal("Ceasefire")], True),
        ([nominal("apple"), name("Apple", "ORG")], False),
        ([name("Kovač", "PERSON"), name("Anna Kovač", "PERSON")], True),
        ([name("kovac", "PERSON"), name("Anna Kovač", "PERSON")], True),
        ([name("Anna", "PERSON"), name("Anna Kovač", "PERSON")], False),
        ([name("Kovač", "ORG"), name("Anna Kovač", "PERSON")], False),
        (
            [
                name("von der Leyen", "PERSON"),
                name("Ursula von der Leyen", "PERSON"),
                name("Leyen", "PERSON"),
            ],
            True,
        ),
        ([name("Maria Garcia", "PERSON"), name("Ana Maria Garcia", "PERSON")], False),
        ([name("Kovač"), name("Kovač", "PERSON"), name("Anna Kovač", "PERSON")], True),
    ],
)
def test_who_is_who(mentions: list[Mention], one: bool) -> None:
    found = iris(*mentions)
    assert None not in found
    assert (len(set(found)) == 1) is one


def test_a_surname_of_two_persons_is_neither() -> None:
    anna, ivan, kovac = iris(
        name("Anna Kovač", "PERSON"), name("Ivan Kovač", "PERSON"), name("Kovač", "PERSON")
    )
    assert (anna, ivan) == ("anna-kovac", "ivan-kovac")
    assert kovac not in (anna, ivan)
    assert str(kovac).startswith("kovac-")


@pytest.mark.parametrize(
    ("mention", "iri"),
    [
        (name("Russians", "NORP"), "russia"),
        (name("Russian", "NORP"), "russia"),
        (name("Russian Federation", "GPE"), "russia"),
        (name("Russian", "GPE"), "russia"),
        (name("Russia"), "russia"),
        (nominal("Russians"), "russia"),
        (name("Ukraine", "ORG"), "ukraine"),
        (name("Ukraine", "NORP"), "ukraine"),
        (name("European Union", "ORG"), "european-union"),
        (name("EU", "ORG"), "european-union"),
        (name("Kyiv", "GPE"), "kyiv"),
        (name("Sergei Lavrov", "PERSON"), "sergey-lavrov"),
        (name("SERGEY LAVROV", "PERSON"), "sergey-lavrov"),
        (name("Sergey lavrov", "PERSON"), "sergey-lavrov"),
    ],
)
def test_the_gazetteer_knows_aliases_demonyms_and_capitals(mention: Mention, iri: str) -> None:
    assert iris(mention, gazetteer=load_gazetteer()) == [iri]


@pytest.mark.parametrize(
    ("mention", "start"),
    [
        (name("Chad", "PERSON"), "chad-"),
        (name("Russian", "LANGUAGE"), "russian-"),
        (nominal("turkey"), "turkey-"),
        (name("Costa Rica", "PERSON"), "costa-rica-"),
        (name("Sergey Lavrov", "ORG"), "sergey-lavrov-"),
        (name("Frenchman", "NORP"), "frenchman-"),
    ],
)
def test_what_the_gazetteer_does_not_mean(mention: Mention, start: str) -> None:
    [iri] = iris(mention, gazetteer=load_gazetteer())
    assert str(iri).startswith(start)


def test_a_surname_stands_for_a_known_person() -> None:
    mentions = name("Lavrov", "PERSON"), name("Sergei Lavrov", "PERSON")
    assert iris(*mentions, gazetteer=load_gazetteer()) == ["sergey-lavrov"] * 2


def test_the_company_of_an_article_decides_between_two_of_one_name() -> None:
    georgia, tbilisi = name("Georgia", "GPE"), name("Tbilisi", "GPE")
    together = identify([reading(article="a1", mentions=(georgia, tbilisi))], load_gazetteer())
    apart = identify(
        [reading(article="a1", mentions=(georgia,)), reading(article="a2", mentions=(tbilisi,))],
        load_gazetteer(),
    )
    [one, other] = [found.key("a1", georgia) for found in (together, apart)]
    assert one is not None and together.iri(one) == "georgia"
    assert other is not None and apart.iri(other).startswith("georgia-")


@pytest.mark.parametrize(
    ("mention", "iri"),
    [
        (name("Anna Kovač", "PERSON"), "anna-kovac"),
        (name("Jean-Pierre O'Neill", "PERSON"), "jean-pierre-oneill"),
        (name("Pelé", "PERSON"), "pele-"),
        (name("John Decade", "PERSON"), "john-decade-"),
        (name("Київ Петренко", "PERSON"), "person-"),
        (name("Іван Kovač", "PERSON"), "kovac-"),
        (name("Acme", "ORG"), "acme-"),
        (nominal("ceasefire"), "ceasefire-"),
    ],
)
def test_iris_are_plain_only_where_they_can_be_no_others(mention: Mention, iri: str) -> None:
    [found] = iris(mention)
    assert found == iri or (
        iri.endswith("-") and len(str(found)) == len(iri) + 6 and str(found).startswith(iri)
    )


def test_an_iri_does_not_depend_on_what_else_is_read() -> None:
    alone = [iris(mention)[0] for mention in (name("Donbas", "GPE"), name("Acme", "ORG"))]
    among = iris(
        name("Donbas", "GPE"), name("Acme", "ORG"), name("Donbas", "LOC"), name("Donbas", "LOC"), name("Acme")
    )
    assert among[:2] == alone


def _mention(text: str, kind: MentionKind) -> Mention:
    return Mention(start=0, end=len(text), text=text, name=text, kind=kind)


@pytest.mark.parametrize(
    ("mention", "one"),
    [
        (_mention("company", "description"), False),
        (_mention("company", "nominal"), True),
        (_mention("Wednesday", "time"), False),
        (_mention("2024-12-01", "time"), True),
        (_mention("2014", "time"), True),
        (_mention("5%", "quantity"), True),
    ],
)
def test_the_same_words_in_two_articles(mention: Mention, one: bool) -> None:
    first, second = iris(mention, mention)
    assert first is not None and (first == second) is one


@pytest.mark.parametrize("kind", ["pronoun", "clause", "quality"])
def test_only_names_and_nominals_become_entities(kind: str) -> None:
    assert iris(Mention(start=0, end=4, text="they", name="they", kind=kind)) == [None]  # type: ignore[arg-type]


def test_times_and_quantities_are_entities_of_their_own_type() -> None:
    tuesday = Mention(start=0, end=7, text="Tuesday", name="Tuesday", kind="time")
    share = Mention(start=0, end=2, text="5%", name="5%", kind="quantity", label="PERCENT")
    anna = name("Anna Kovač", "PERSON")
    graph = merge([reading(told(anna, "meet on", tuesday), told(anna, "own", share))], NOTHING)
    assert {entity.name: entity.type for entity in graph.entities} == {
        "Anna Kovač": "Person",
        "Tuesday": "Date",
        "5%": "Quantity",
    }


def test_an_entity_is_called_by_its_most_frequent_full_name() -> None:
    pairs = [
        ("Kovač", "Anna Kovač"),
        ("Anna Kovac", ""),
        ("ANNA KOVAC", ""),
        ("Anna Kovac", ""),
        ("Kovač", ""),
    ]
    mentions = [name(text, "PERSON", called=called, start=at) for at, (text, called) in enumerate(pairs)]
    graph = merge([reading(told(mentions[0], "win", nominal("election")), mentions=tuple(mentions))], NOTHING)
    [anna] = [entity for entity in graph.entities if entity.type == "Person"]
    assert (anna.iri, anna.name, anna.aliases) == ("anna-kovac", "Anna Kovac", ("Anna Kovač", "Kovač"))


def test_a_known_thing_keeps_its_own_name_and_hears_the_others() -> None:
    federation = name("the Russian Federation", "GPE", called="Russian Federation")
    spelt = (federation, name("Russians", "NORP"))
    graph = merge([reading(told(federation, "demand", nominal("guarantees")), mentions=spelt)])
    [russia] = [entity for entity in graph.entities if entity.iri == "russia"]
    assert (russia.name, russia.type) == ("Russia", "Country")
    assert russia.same_as == ("http://www.wikidata.org/entity/Q159",)
    assert russia.aliases == ("Russian Federation", "Russians")
