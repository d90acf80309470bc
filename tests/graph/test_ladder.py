"""Who is who across articles: each rung of the ladder as a table."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from extract.gazetteer import Gazetteer, load_gazetteer
from extract.model import Article, Mention, Reading, Triple
from graph.identity import Identities, identify
from graph.merge import merge
from graph.model import KnowledgeGraph
from tests.graph.readings import name, nominal, told

NOTHING = Gazetteer({}, {})
LABELS = {"p": "PERSON", "o": "ORG", "g": "GPE", "n": ""}


def article(
    number: int, text: str, *, published: str = "2024-05-01", triples: tuple[Triple, ...] = ()
) -> Reading:
    """An article whose names are marked ``[p:Anna Kovač]``."""
    plain, mentions = "", []
    for at, part in enumerate(text.replace("]", "[").split("[")):
        if at % 2:
            label, _, words = part.partition(":")
            mentions.append(name(words, LABELS[label], start=len(plain)))
            plain += words
        else:
            plain += part
    about = Article(id=f"a{number}", title="", text=plain, published=published)
    return Reading(article=about, mentions=tuple(mentions), triples=triples)


def iris(*texts: str, gazetteer: Gazetteer = NOTHING) -> list[list[str]]:
    """The local names of the marked names of each article."""
    read = [article(number, text) for number, text in enumerate(texts)]
    identities = identify(read, gazetteer)
    return [[_iri(identities, one.article.id, item) for item in one.mentions] for one in read]


def _iri(identities: Identities, where: str, mention: Mention) -> str:
    key = identities.key(where, mention)
    assert key is not None
    return identities.iri(key)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("[p:Dmitriy Karpenko]", "[p:Dmitry Karpenko]", True),
        ("[p:Mohammed Al-Harbi]", "[p:Mohamed al Harbi]", True),
        ("[p:Aleksandr Yushin]", "[p:Alexander Yushin]", True),
        ("[p:Sergei Chernykh]", "[p:Sergey Chernyh]", True),
        ("[p:Temirlan Zhaqsylykov]", "[p:Temirlan Jaksylykov]", True),
        ("[p:Abdelqader al-Tahiri]", "[p:Abd el-Kader at-Tahiri]", True),
        ("The sculptor [p:Wu Chien-hung]", "The sculptor [p:Wu Jianhong]", True),
        ("[p:Wu Chien-hung]", "[p:Wu Jianhong]", False),
        ("The sprinter [p:Baek Seung-woo]", "The sprinter [p:Seung-woo Paek]", True),
        ("The skater [p:Volodymyr Hryshchenko]", "Skater [p:Vladimir Grishchenko]", True),
        ("[p:Volodymyr Hryshchenko]", "[p:Vladimir Grishchenko]", False),
        ("[p:Björn Fälldinsson]", "[p:Bjoern Faelldinsson]", True),
        ("The painter [p:Mario Sandoval]", "The painter [p:Maria Sandoval]", False),
        ("[p:Harold J. Wexcombe]", "[p:Harold Wexcombe]", True),
        ("[p:T. R. Lindgate]", "[p:T.R. Lindgate]", True),
        ("[p:Marek Dvorsky]", "[p:Dvorsky, Marek]", True),
        ("[o:OAO Neftegor]", "[o:Neftegor]", True),
        ("[g:Ormala Republic]", "[g:Ormala]", True),
        ("[o:Veltrix Systems Ltd]", "[o:Veltrix Systems]", True),
        ("[p:Veltrix Systems Ltd]", "[o:Veltrix Systems]", True),
        ("[g:Corbett & Sons]", "[o:Corbett and Sons plc]", True),
        ("[p:Ursula von der Brink]", "[p:Von der Brink]", True),
        ("[p:Rosalind Solberg-Rey]", "[p:Solberg-Rey]", True),
        ("[o:Banco Serrano SA]", "[o:Banco Serrano S.A.]", True),
        ("[g:Vorensk region]", "[g:Vorensk Oblast]", True),
        ("[g:city of Tarrapol]", "[g:Tarrapol]", True),
        ("[g:Vorensk region]", "[g:Vorensk]", False),
        ("[p:Peter Lang]", "[p:Peter Land]", False),
        ("[p:Martin Schulze]", "[p:Martin Schultes]", False),
        ("[p:James Corley]", "[p:Jane Corley]", False),
        ("[p:Kim Yong Su]", "[p:Kim Yong Jun]", False),
        ("[o:3rd Assault Brigade]", "[o:5th Assault Brigade]", False),
        ("[o:Bank of Tarnovia]", "[o:Bank of Tarmonia]", False),
        ("[p:Anna Maria Kovač]", "[p:Anna Kovač]", False),
        ("[p:Bartholomew Fenwicke]", "[p:Bartholomew Fenwick]", False),
        (
            "[p:Bartholomew Fenwicke] and [o:Harlow Board]",
            "[p:Bartholomew Fenwick] and [o:Harlow Board]",
            True,
        ),
    ],
)
def test_names_that_are_one_and_names_that_are_two(one: str, other: str, same: bool) -> None:
    [[first, *_], [second, *_]] = iris(one, other)
    assert (first == second) is same


def test_no_chain_of_look_alikes() -> None:
    """Each differs from the next by a letter, the first from the last by two."""
    names = (
        "Bartholomew Fenwicka",
        "Bartholomew Fenwicke",
        "Bartholomew Fenwickes",
        "Bartholomew Pfenwickes",
    )
    found = iris(*(f"[p:{one}] of [o:Harlow Board]" for one in names))
    assert len({one for one, _ in found}) > 1


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (
            "[p:John Harker], the Australian minister, left.",
            "[p:John Harker], a Canadian goalkeeper, fell.",
            False,
        ),
        ("The singer [p:Paul Reddick] sang.", "Senator [p:Paul Reddick] spoke.", False),
        (
            "[p:Lena Hartvik], the finance minister of Norway.",
            "[p:Lena Hartvik], the president of Norway.",
            True,
        ),
        ("The singer [p:Paul Reddick] sang.", "[p:Paul Reddick] spoke.", True),
        (
            "[p:Ana Bey], a poet, and [p:Ivo Stark] met.",
            "[p:Ana Bey], a judge, and [p:Ivo Stark] met.",
            True,
        ),
    ],
)
def test_two_people_of_one_name(one: str, other: str, same: bool) -> None:
    [[first, *_], [second, *_]] = iris(one, other, gazetteer=load_gazetteer())
    assert (first == second) is same


def test_the_first_bearer_of_a_name_keeps_it_whatever_is_read_later() -> None:
    first = article(1, "[p:John Harker], the Australian minister, left.", published="2024-01-01")
    later = article(0, "[p:John Harker], a Canadian goalkeeper, fell.", published="2024-02-01")
    identities = identify([later, first], load_gazetteer())
    assert _iri(identities, "a1", first.mentions[0]) == "john-harker"
    assert _iri(identities, "a0", later.mentions[0]).startswith("john-harker-")


@pytest.mark.parametrize(
    ("texts", "same"),
    [
        (["[g:Ostrania]", "[g:Ostrania]", "[p:Ostrania]"], True),
        (["[p:Petra Quint]", "[o:Petra Quint]"], True),
        (["Fog hid the ferry [o:Orla Cove]", "Rain fell in [g:Orla Cove]"], False),
        (["[o:Tarnbridge] lost 2-1", "Rain fell in [g:Tarnbridge]"], False),
        (["Rain fell in [g:Tarnbridge]", "[o:Tarnbridge]", "[o:Tarnbridge]"], True),
        (["The company [o:Vellin]", "[p:Vellin]"], True),
        (["[g:Ormala]", "[g:Ormala] state", "the [g:state of Ormala]"], True),
        (["[g:Victoria]", "[p:Victoria]"], False),
        (["[g:Ostrania]", "[g:Ostrania]", "President [p:Ostrania] and [p:Eva Ostrania]"], False),
        (["[g:Washington]", "[g:Washington]", "[g:Washington]", "[p:Washington]"], False),
    ],
)
def test_wavering_labels(texts: list[str], same: bool) -> None:
    found = [first for first, *_ in iris(*texts, gazetteer=load_gazetteer())]
    assert (len(set(found)) == 1) is same


def test_a_surname_of_any_label_in_its_article() -> None:
    [[full, short]] = iris("[p:Anna Kovač] won, and [o:Kovač] smiled.")
    assert full == short == "anna-kovac"


@pytest.mark.parametrize(
    ("texts", "same"),
    [
        (["[o:Alpine Railway Consortium] spoke.", "The [o:ARC] spoke."], False),
        (
            ["[o:Alpine Railway Consortium] and [o:Talmere Foods].", "The [o:ARC] and [o:Talmere Foods]."],
            True,
        ),
        (
            [
                "[o:Alpine Railway Consortium] and [o:Talmere].",
                "[o:African Refugee Council]",
                "[o:ARC] and [o:Talmere].",
            ],
            False,
        ),
        (["[o:Norvik Telecom] was renamed [o:Aerolink] in May.", "[o:Aerolink] grew."], True),
        (["It changes its name from [o:Norvik Telecom] to [o:Aerolink].", "[o:Aerolink] grew."], True),
        (["[p:Elin Marek], born [p:Elin Sandvik], sang.", "[p:Elin Sandvik] sang."], True),
        (["[p:Elin Marek] and [p:Elin Sandvik] sang.", "[p:Elin Sandvik] sang."], False),
        (["[o:Norvik Telecom] bought [o:Aerolink] in May.", "[o:Aerolink] grew."], False),
        (["Kenya's [o:Supreme Court] ruled.", "India's [o:Supreme Court] ruled."], False),
        (["Kenya's [o:Supreme Court] ruled.", "The [o:Supreme Court] of Kenya ruled."], True),
    ],
)
def test_bodies(texts: list[str], same: bool) -> None:
    found = iris(*texts, gazetteer=load_gazetteer())
    assert (found[0][0] == found[-1][0]) is same


@pytest.mark.parametrize(
    ("day", "words", "iri"),
    [
        ("2024-09-10", "Russian foreign minister", "sergey-lavrov"),
        ("2003-03-10", "Russian foreign minister", "igor-ivanov"),
        ("2024-09-10", "foreign minister of Russia", "sergey-lavrov"),
        ("2024-09-10", "Russia's foreign minister", "sergey-lavrov"),
        ("2024-09-10", "former Russian foreign minister", None),
        ("2024-09-10", "Russian deputy foreign minister", None),
        ("1850-09-10", "Russian foreign minister", None),
        (None, "Russian foreign minister", None),
    ],
)
def test_offices_in_time(day: str | None, words: str, iri: str | None) -> None:
    mention = Mention(start=0, end=len(words), text=words, name=words, kind="description")
    about = Article(id="a1", title="", text=words, published=day)
    read = Reading(article=about, mentions=(), triples=(told(mention, "meet", nominal("guests")),))
    found = _iri(identify([read], load_gazetteer()), "a1", mention)
    assert (found == iri) if iri else found not in {"sergey-lavrov", "igor-ivanov"}


MOSCOW, KREMLIN = name("Moscow", "GPE"), name("the Kremlin", "FAC", called="Kremlin")


@pytest.mark.parametrize(
    ("triple", "iri"),
    [
        (told(MOSCOW, "reject", nominal("offer"), event="REJECT"), "government-of-russia"),
        (told(MOSCOW, "say", nominal("so")), "government-of-russia"),
        (told(KREMLIN, "deny", nominal("it")), "government-of-russia"),
        (told(nominal("envoys"), "urge", MOSCOW, event="DEMAND"), "government-of-russia"),
        (told(nominal("envoys"), "say", nominal("so"), by=MOSCOW), "government-of-russia"),
        (told(nominal("envoys"), "meet in", MOSCOW, event="CONSULT"), "moscow"),
        (told(nominal("envoys", start=20), "visit", MOSCOW, event="CONSULT"), "moscow"),
        (told(nominal("drones", start=20), "hit", MOSCOW, event="ASSAULT"), "moscow"),
        (told(MOSCOW, "have", nominal("parks")), "moscow"),
        (told(MOSCOW, "be", nominal("capital"), extractor="copula"), "moscow"),
    ],
)
def test_places_that_act(triple: Triple, iri: str) -> None:
    mention = next(
        item for item in (MOSCOW, KREMLIN) if item in (triple.subject, triple.object) or triple.attribution
    )
    read = Reading(article=Article(id="a1", title="", text=""), mentions=(), triples=(triple,))
    assert _iri(identify([read], load_gazetteer()), "a1", mention) == iri


def test_who_is_in_a_place_is_not_the_place() -> None:
    text = "Nobody in Moscow denied it."
    moscow = name("Moscow", "GPE", start=text.index("Moscow"))
    nobody = nominal("Nobody in Moscow", start=0)
    denied = told(nobody, "deny", nominal("it", start=24), event="DISAPPROVE", sentence=text)
    read = Reading(article=Article(id="a1", title="", text=text), mentions=(moscow,), triples=(denied,))
    assert _iri(identify([read], load_gazetteer()), "a1", moscow) == "moscow"


def russian_graph() -> KnowledgeGraph:
    troops = nominal("Russian troops")
    triples = (
        told(
            MOSCOW,
            "reject",
            nominal("offer", start=50),
            event="REJECT",
            sentence="Moscow rejected the offer.",
        ),
        told(troops, "enter", nominal("town", start=60), sentence="Russian troops entered the town."),
        told(name("Russia", "GPE"), "demand", nominal("talks", start=70), event="DEMAND"),
        told(name("France", "GPE"), "demand", nominal("talks", start=70), event="DEMAND"),
    )
    city = told(nominal("crowds"), "march in", name("Moscow", "GPE", start=30), article="a2")
    about = [Article(id="a1", title="", text=""), Article(id="a2", title="", text="")]
    return merge(
        [
            Reading(article=about[0], mentions=(), triples=triples),
            Reading(article=about[1], mentions=(), triples=(city,)),
        ]
    )


def test_both_readings_stay_typed_and_linked() -> None:
    found = {entity.iri: entity for entity in russian_graph().entities}
    government, city = found["government-of-russia"], found["moscow"]
    [troops] = [entity for entity in found.values() if entity.name == "Russian troops"]
    assert (government.type, government.links) == ("Organization", (("bodyOf", "russia"),))
    assert (city.type, city.links) == ("City", (("metonymOf", "government-of-russia"),))
    assert (troops.type, troops.links) == ("Group", (("groupOf", "russia"),))
    assert "Moscow" in government.aliases


def kremlin(*triples: Triple) -> set[str]:
    """What the mentions of the Kremlin are that end at 30."""
    reading = Reading(article=Article(id="a1", title="", text=""), mentions=(), triples=triples)
    key = identify([reading], load_gazetteer()).key("a1", SEAT)
    return {key.name} if key else set()


SEAT = name("Kremlin", "FAC", start=30)


def test_a_seat_that_may_be_either_is_what_the_article_uses_it_for() -> None:
    paid = told(SEAT, "pay", nominal("voters", start=50))
    struck = told(nominal("drones", start=50), "strike", SEAT, event="ASSAULT")
    near = told(nominal("crowds", start=50), "gather near", SEAT)
    denied = told(name("Moscow", "GPE", start=90), "deny", nominal("claim", start=120))
    assert kremlin(paid) == {"kremlin"}
    assert kremlin(paid, denied) == {"government-of-russia"}
    assert kremlin(struck, denied) == kremlin(near, denied) == {"kremlin"}


def test_what_governments_have_makes_its_possessor_one() -> None:
    offer = told(SEAT, "have", nominal("new offer", start=50), extractor="possessive")
    wall = told(SEAT, "have", nominal("wall", start=50), extractor="possessive")
    assert (kremlin(offer), kremlin(wall)) == ({"government-of-russia"}, {"kremlin"})


def test_links_survive_rdf_and_networkx() -> None:
    graph = russian_graph()
    assert KnowledgeGraph.from_rdf(graph.to_rdf()) == graph
    assert KnowledgeGraph.from_networkx(graph.to_networkx()) == graph


def test_one_property_path_finds_all_that_is_russia() -> None:
    from pathlib import Path

    query = (Path(__file__).parents[2] / "docs" / "queries" / "6-all-that-is-russia.rq").read_text(
        encoding="utf-8"
    )
    rows = {tuple(map(str, row)) for row in russian_graph().to_rdf().query(query)}  # type: ignore[union-attr]
    assert rows == {
        ("Government of Russia", "rejects", "offer"),
        ("Russia", "demands", "talks"),
        ("Russian troops", "enters", "town"),
    }


def test_any_order_gives_the_same_entities() -> None:
    read = [
        article(0, "[p:John Harker], the Australian minister.", published="2024-01-03"),
        article(1, "[p:John Harker], a Canadian goalkeeper.", published="2024-01-02"),
        article(2, "[p:Jon Harker] and [p:Harker].", published="2024-01-01"),
        article(3, "[p:J. Harker] of [o:Talmere Foods plc] and [o:Talmere Foods].", published="2024-01-04"),
    ]
    results = {
        tuple(
            sorted(
                (where, mention.start, identities.iri(key))
                for (where, mention), key in identities.keys.items()
            )
        )
        for order in permutations(read)
        for identities in [identify(order, load_gazetteer())]
    }
    assert len(results) == 1


def test_every_mention_has_a_reason() -> None:
    read = [article(0, "[p:Dmitry Karpenko] and [p:Karpenko]."), article(1, "[p:Dmitriy Karpenko]")]
    identities = identify(read, NOTHING)
    rules = {
        mention.text: [why.rule for why in identities.reasons[at, mention]] for at, mention in identities.keys
    }
    assert rules == {
        "Dmitry Karpenko": ["same name", "transliteration"],
        "Dmitriy Karpenko": ["same name"],
        "Karpenko": ["same name", "surname in its article", "transliteration"],
    }
    assert all(0 < why.score <= 1 for found in identities.reasons.values() for why in found)


def test_a_short_body_is_the_longer_one_of_its_article() -> None:
    [[long, short], [alone]] = iris("[o:Oskel Ports] grew. [o:Oskel] hired.", "[o:Oskel] fell.")
    assert long == short
    assert alone != long


def test_a_peoples_name_is_its_countrys() -> None:
    drovian = Mention(start=0, end=7, text="Drovian", name="Drovian", label="NORP", kind="name")
    place = name("Drovia", "GPE")
    read = [
        Reading(article=Article(id=f"a{at}", title="", text=""), mentions=(mention,), triples=())
        for at, mention in enumerate((drovian, place))
    ]
    identities = identify(read, NOTHING)
    assert _iri(identities, "a0", drovian) == _iri(identities, "a1", place)
    assert identities.entity(identities.keys["a1", place]).aliases == ("Drovian",)


def test_an_institution_is_that_of_the_articles_whose_names_it_shares() -> None:
    texts = (
        "In [g:Velmar] the [o:Velmar Electoral Commission] heard [p:Ana Solberg] and [p:Jon Rask].",
        "The [o:Electoral Commission] sat. [p:Ana Solberg] won. [p:Jon Rask] lost. [g:Tamber] slept.",
        "The [o:Electoral Commission] sat. [p:Mira Holt] won. [p:Sven Dahl] lost. [g:Orsk] slept.",
    )
    [[_, velmar, *_], [same, *_], [other, *_]] = iris(*texts)
    assert velmar == same
    assert other != same
    for order in permutations(texts):
        found = iris(*order)
        assert len({iri for row in found for iri in row if "electoral" in iri}) == 2


@pytest.mark.parametrize("label", ["GPE", "ORG", "PERSON"])
def test_a_capital_that_acts_is_its_government_whatever_its_label(label: str) -> None:
    london = name("London", label)
    act = told(london, "condemn", name("Drovia", "GPE", start=30), event="DISAPPROVE")
    read = Reading(article=Article(id="a1", title="", text=""), mentions=(london,), triples=(act,))
    assert _iri(identify([read], load_gazetteer()), "a1", london) == "government-of-the-united-kingdom"


def test_a_person_called_as_a_capital_stays_one() -> None:
    sofia = name("Sofia", "PERSON")
    she = Mention(start=20, end=23, text="she", name="Sofia", label="PERSON", kind="name")
    act = told(sofia, "condemn", name("Drovia", "GPE", start=30), event="DISAPPROVE")
    read = Reading(article=Article(id="a1", title="", text=""), mentions=(sofia, she), triples=(act,))
    assert _iri(identify([read], load_gazetteer()), "a1", sofia).startswith("sofia")


def test_a_region_with_its_sort_is_the_region() -> None:
    plain = Mention(start=0, end=7, text="Vorensk", name="Vorensk", label="GPE", kind="name")
    region = Mention(start=0, end=14, text="Vorensk region", name="Vorensk region", kind="description")
    oblast = name("Vorensk Oblast", "GPE")
    first = Reading(article=Article(id="a1", title="", text=""), mentions=(plain, region), triples=())
    second = Reading(article=Article(id="a2", title="", text=""), mentions=(oblast,), triples=())
    read = [first, second]
    identities = identify(read, NOTHING)
    assert _iri(identities, "a1", region) == _iri(identities, "a2", oblast)


def test_a_dateline_in_capitals_is_no_name_to_go_by() -> None:
    place = name("SORKHAN", "GPE")
    read = Reading(article=Article(id="a1", title="", text=""), mentions=(place,), triples=())
    identities = identify([read], NOTHING)
    assert identities.entity(identities.keys["a1", place]).name == "Sorkhan"


def test_a_team_belongs_to_its_country() -> None:
    team = Mention(start=0, end=6, text="Norway", name="Norway national team", label="ORG", kind="name")
    full = name("Norwegian national team", "ORG", start=20)
    state = name("Norway", "GPE", start=50)
    read = Reading(article=Article(id="a1", title="", text=""), mentions=(team, full, state), triples=())
    identities = identify([read], load_gazetteer())
    assert _iri(identities, "a1", team) == _iri(identities, "a1", full) != _iri(identities, "a1", state)
    entity = identities.entity(identities.keys["a1", team])
    assert (entity.type, entity.links) == ("SportsTeam", (("teamOf", "norway"),))


def test_what_an_article_goes_on_about_is_one_thing() -> None:
    first = Mention(start=0, end=12, text="an exemption", name="exemption")
    again = Mention(start=30, end=43, text="the exemption", name="exemption", kind="description")
    pronoun = Mention(start=60, end=62, text="it", name="exemption")
    later = Mention(start=80, end=92, text="an exemption", name="exemption")
    triples = tuple(told(m, "help", name("Anna Kovač", "PERSON")) for m in (first, again, pronoun, later))
    read = Reading(article=Article(id="a1", title="", text=""), mentions=(), triples=triples)
    identities = identify([read], NOTHING)
    one, same, it, other = (_iri(identities, "a1", mention) for mention in (first, again, pronoun, later))
    assert one == same == it != other


def test_a_titled_surname_is_the_one_bearer_of_that_title() -> None:
    texts = (
        "President [p:Marek Dvorsky] flew home.",
        "[p:Anna Dvorsky], the owner of the mill, hid. President [p:Dvorsky] did not.",
        "[p:Anna Dvorsky], the owner of the mill, hid. Then [p:Dvorsky] fled.",
    )
    read = [article(number, text) for number, text in enumerate(texts)]
    called = [
        replace(
            one,
            mentions=tuple(
                replace(m, name="Anna Dvorsky") if m.text == "Dvorsky" else m for m in one.mentions
            ),
        )
        for one in read
    ]
    identities = identify(called, NOTHING)
    [[marek], [anna, titled], [_, plain]] = [
        [_iri(identities, one.article.id, item) for item in one.mentions] for one in called
    ]
    assert (titled, plain) == (marek, anna)


def test_institutions_and_groups_of_unlisted_countries_are_linked_to_them() -> None:
    place, court = name("Drovia", "GPE"), name("Drovia's Supreme Court", "ORG", start=20)
    troops = nominal("Drovian troops", start=50)
    made = (told(court, "warn", place), told(troops, "leave", place))
    read = Reading(article=Article(id="a1", title="", text=""), mentions=(place, court), triples=made)
    found = {entity.name: entity for entity in merge([read], NOTHING).entities}
    home = found["Drovia"].iri
    assert found["Drovia's Supreme Court"].links == (("bodyOf", home),)
    assert (found["Drovian troops"].type, found["Drovian troops"].links) == ("Group", (("groupOf", home),))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (
            "The [o:Indonesian fisheries ministry] met.",
            "The [o:Ministry of Fisheries] of Indonesia met.",
            True,
        ),
        ("Norway's [o:Ministry of Fisheries] met.", "The [o:Ministry of Fisheries] of Indonesia met.", False),
        ("The [o:Defense Ministry] of Peru met.", "Peru's [o:Ministry of Defence] met.", True),
        ("The [o:parliament of Hungary] met.", "The [o:Hungarian parliament] met.", True),
        ("The [o:parliament in Budapest] met.", "The [o:Hungarian parliament] met.", True),
        ("The [o:Texas Supreme Court] met.", "The [o:United States Supreme Court] met.", False),
        ("The [o:Chicago police department] met.", "The [o:Boston police department] met.", False),
    ],
)
def test_an_institution_is_its_countrys_however_its_words_are_turned(
    one: str, other: str, same: bool
) -> None:
    [[first], [second]] = iris(one, other, gazetteer=load_gazetteer())
    assert (first == second) is same


def test_father_and_son_of_one_name_are_two() -> None:
    father = article(0, "[p:Edward Laskin Sr.] died.", published="2022-01-01")
    son = article(1, "[p:Edward Laskin Jr.] inherits.", published="2022-01-02")
    again = article(2, "[p:Edward Laskin, Jr.] sold.", published="2022-01-03")
    identities = identify([father, son, again], NOTHING)
    first, second, third = (_iri(identities, one.article.id, one.mentions[0]) for one in (father, son, again))
    assert first == "edward-laskin"
    assert first != second == third


@pytest.mark.parametrize(("one", "other"), [("Felipe V", "Felipe VI"), ("Abbas I", "Abbas II")])
def test_rulers_of_one_name_are_as_many_as_their_numbers(one: str, other: str) -> None:
    texts = (f"King [p:{one}] built the mosque.", f"King [p:{other}] sold it.", f"Trucks of [p:{one}] left.")
    [[first], [second], [again]] = iris(*texts)
    assert first == again != second


def test_places_of_one_name_lie_where_their_articles_say() -> None:
    texts = (
        "A fire above [g:Córdoba] in Argentina.",
        "The mosque of [g:Córdoba], Spain, and hotels in [g:Córdoba].",
        "The president of [g:Argentina] flew to [g:Cordoba].",
        "Rain fell on [g:Cordoba].",
    )
    [[one], [two, same], [_, again], [unsaid]] = iris(*texts, gazetteer=load_gazetteer())
    assert one == again
    assert two == same
    assert len({one, two, unsaid}) == 3


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("[p:Ana Bey], a member of the British parliament.", "The prop [p:Ana Bey] fell.", False),
        ("[p:Ana Bey], the leader of the opposition.", "The film director [p:Ana Bey] won.", False),
        ("[p:Ana Bey], the head of the union.", "The film director [p:Ana Bey] won.", True),
    ],
)
def test_what_somebody_leads_tells_their_field(one: str, other: str, same: bool) -> None:
    [[first], [second]] = iris(one, other, gazetteer=load_gazetteer())
    assert (first == second) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (
            "[p:Ernesto Castellanos Vega] of [o:Harlow Board].",
            "[p:Castellanos Vega] of [o:Harlow Board].",
            True,
        ),
        ("[p:Ernesto Castellanos Vega] of [o:Harlow Board].", "[p:Castellanos] of [o:Harlow Board].", True),
        ("[p:Ernesto Castellanos Vega] of [o:Harlow Board].", "[p:Castellanos] fell.", False),
        ("[p:Anna Maria Kovač] met [o:Harlow Board].", "[p:Maria] saw [o:Harlow Board].", False),
        ("[o:University of Debrecen] won.", "[o:Debrecen University] won.", True),
        ("[o:University of Miami] won.", "[o:Miami University] won.", False),
        ("[o:Stalmet Nowa Sp. z o.o.] won.", "[o:Stalmet Nowa] won.", True),
        ("The judge [p:Hichem Bouzidi] ruled.", "[p:Hisham Buzidi], the judge dismissed today.", True),
        ("[p:Hichem Bouzidi] fell.", "[p:Hisham Buzidi] fell.", False),
        ("[p:Hichem Bouzidi] in [g:Sfax].", "[p:Hisham Buzidi] in [g:Sfax].", True),
        ("The envoy [p:Hristo Zhelyazov].", "The envoy [p:Khristo Jelyazov].", True),
    ],
)
def test_names_by_their_parts_and_scenes(one: str, other: str, same: bool) -> None:
    [[first, *_], [second, *_]] = iris(one, other, gazetteer=load_gazetteer())
    assert (first == second) is same


def test_a_bodys_short_name_holds_in_other_articles() -> None:
    texts = ("The [o:Civic Renewal Party] won. [o:Civic Renewal] rules.", "[o:Civic Renewal] lost.")
    [[full, short], [other]] = iris(*texts)
    assert full == short == other


def test_a_ship_has_its_prefix_or_not() -> None:
    with_prefix, without = (
        Reading(article=Article(id=at, title="", text=text), mentions=(name(text, "PRODUCT"),), triples=())
        for at, text in (("a1", "MV Corran"), ("a2", "Corran"))
    )
    identities = identify([with_prefix, without], NOTHING)
    assert _iri(identities, "a1", with_prefix.mentions[0]) == _iri(identities, "a2", without.mentions[0])


@pytest.mark.parametrize(
    ("words", "iri"),
    [("IMF chief", "kristalina-georgieva"), ("head of NATO", "jens-stoltenberg"), ("pope", "pope-francis")],
)
def test_whoever_leads_a_body(words: str, iri: str) -> None:
    told_of = Mention(start=4, end=4 + len(words), text=words, name=words, kind="description")
    about = Article(id="a1", title="", text=f"The {words} spoke.", published="2024-04-15")
    one = Reading(article=about, mentions=(told_of,), triples=())
    assert _iri(identify([one], load_gazetteer()), "a1", told_of) == iri


def test_another_surname_after_the_same_first_name() -> None:
    before, after = name("Aoife Brannigan", "PERSON"), name("Aoife Devaney", "PERSON", start=40)
    married = told(before, "compete as", after, certainty="planned")
    one = Reading(article=Article(id="a1", title="", text=""), mentions=(before, after), triples=(married,))
    identities = identify([one], NOTHING)
    assert _iri(identities, "a1", before) == _iri(identities, "a1", after)


def test_what_will_be_renamed_is_not_who_renames_it() -> None:
    texts = ("[o:Talmere Foods] will rename [o:Oakden Dairies].", "[o:Oakden] will rebrand as [o:Talmere].")
    [[buyer, bought], [old, new]] = iris(*texts)
    assert buyer != bought
    assert old == new


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("[p:Mohammad-Javad Ebrahimpour] won.", "[p:Mohammadjavad Ebrahimpur] won.", True),
        ("Governor [p:William Thackston] won.", "Governor [p:Bill Thackston] won.", True),
        ("[p:William Thackston] won.", "[p:Bill Thackston] won.", False),
        ("The governor, [p:Erlan Tölegenov].", "The governor [p:Yerlan Tulegenov].", False),
        ("Governor [p:Erlan Tölegenov].", "Governor [p:Yerlan Tulegenov].", True),
        ("[p:Zuzana Hrubá] of [o:Harlow Board].", "[p:Zuzana Hrubá Lehotská] of [o:Harlow Board].", True),
        ("Prosecutor [p:Zuzana Hrubá].", "Prosecutor [p:Zuzana Hrubá Lehotská].", False),
        ("[o:Nueva Patria Libre] ([o:New Homeland Party]) won.", "[o:New Homeland Party] lost.", True),
        ("[g:Penteli] burned.", "The [g:municipality of Penteli] burned.", True),
        ("[g:Guizhou] burned.", "[g:Guizhou province] burned.", True),
        ("[p:Ana Bey], a lawyer, spoke.", "[p:Ana Bey], the mayor, spoke.", True),
        ("Troops left [g:Drovia].", "Its neighbour [o:Drovia Republic] spoke.", True),
        ("[g:Victoria], the capital of Seychelles.", "The Australian state of [g:Victoria].", False),
        ("The firm [g:Verdian] fell.", "[p:Verdian] rose.", True),
        ("The mayor [p:Đorđe Stanković].", "The mayor [p:Djordje Stankovic].", True),
        ("The minister [p:Li Wei] of China.", "Runner [p:Li Wei] won.", False),
        ("The boxer [p:Shota Onishi].", "[p:Shouta Ohnishi] won.", False),
        ("A ferry sank off [g:Santiago] in the Philippines.", "Crowds in [g:Santiago].", False),
    ],
)
def test_what_unseen_articles_taught(one: str, other: str, same: bool) -> None:
    [[first, *_], [second, *_]] = iris(one, other, gazetteer=load_gazetteer())
    assert (first == second) is same


_APPOINTED = "president appointed Tendai Chigumba, a surgeon, as health minister."


def test_who_is_appointed_holds_the_office() -> None:
    chief, person = nominal("president"), name("Tendai Chigumba", "PERSON", start=20)
    made = (told(chief, "appoint", person), told(chief, "appoint as", nominal("health minister", start=50)))
    first = article(0, "Surgeon [p:Tendai Chigumba] led.")
    second = Reading(
        article=Article(id="a1", title="", text=_APPOINTED),
        mentions=(person,),
        triples=made,
    )
    third = article(2, "The health minister [p:Chigumba] left.")
    identities = identify([first, second, third], NOTHING)
    assert _iri(identities, "a2", third.mentions[0]) == _iri(identities, "a1", person)


def test_a_place_that_has_people_is_no_person() -> None:
    one = article(0, "[g:Belzania] and its [p:Belzanian] coast.")
    other = article(1, "[p:Belzania] refused.")
    people = Mention(start=18, end=27, text="Belzanian", name="Belzanian", label="NORP", kind="name")
    one = replace(one, mentions=(one.mentions[0], people))
    identities = identify([one, other], NOTHING)
    assert _iri(identities, "a0", one.mentions[0]) == _iri(identities, "a1", other.mentions[0])


def test_a_surname_that_is_a_city_too() -> None:
    coach = "[p:Ricardo Lima] coaches [o:Harlow Rovers]. [g:Lima] won."
    [[full, _, alone], [_, paid], [_, city, _], [there]] = iris(
        coach,
        "[o:Harlow Rovers] paid [g:Lima] well.",
        "[o:Harlow Rovers] flew to [g:Lima], in [g:Peru].",
        "Crowds met in [g:Lima].",
        gazetteer=load_gazetteer(),
    )
    assert full == alone == paid
    assert city == there == "lima"


def test_one_of_two_bearers_of_a_surname_by_the_scene() -> None:
    texts = (
        "The singer [p:Paulo Teixeira] died in [g:Brazil].",
        "The coach [p:Paulo Teixeira] of [g:Angola] spoke.",
        "[g:Angola] lost, said [p:Teixeira].",
    )
    [_, [coach, _], [_, short]] = iris(*texts, gazetteer=load_gazetteer())
    assert coach == short


def test_what_common_nouns_are_called_makes_no_names_one() -> None:
    statement, other = nominal("statement"), nominal("declaration of causes", start=30)
    called = told(statement, "be called", other)
    one = Reading(article=Article(id="a1", title="", text=""), mentions=(statement, other), triples=(called,))
    identities = identify([one], NOTHING)
    assert _iri(identities, "a1", statement) != _iri(identities, "a1", other)


def test_who_is_called_so_before_the_full_name_is_somebody_else() -> None:
    [[father, _, daughter]] = iris("[p:Chao] taught at [o:Harlow Board]. [p:Rulan Chao Pian] sang.")
    assert father != daughter
    [[full, short]] = iris("[p:Rulan Chao Pian] sang. [p:Chao] bowed.")
    assert full == short


def test_what_something_is_in_need_be_no_place() -> None:
    film = "She starred in House of Wax."
    mention = name("House of Wax", "WORK_OF_ART", start=15)
    one = Reading(article=Article(id="a1", title="", text=film), mentions=(mention,), triples=())
    unlabelled = replace(one, mentions=(replace(mention, label=""),))
    for read in (one, unlabelled):
        entity = identify([read], NOTHING)
        assert entity.key("a1", read.mentions[0]).kin != "place"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("[p:Helga Tiefental] sang.", "[p:Tiefental] was praised.", True),
        ("[p:Helga Smith] sang.", "[p:Smith] was praised.", False),
        ("[p:Helga Smith] of [o:Harlow Board].", "[p:Smith] of [o:Harlow Board].", True),
        ("[p:Helga Martin] sang.", "[p:Martin] was praised.", False),
    ],
)
def test_a_frequent_surname_alone_says_too_little(one: str, other: str, same: bool) -> None:
    [[first, *_], [second, *_]] = iris(one, other)
    assert (first == second) is same
