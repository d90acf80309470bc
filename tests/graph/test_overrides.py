from __future__ import annotations

from pathlib import Path

import pytest

from extract.gazetteer import Gazetteer, load_gazetteer
from graph.errors import GraphError
from graph.explain import explain
from graph.identity import identify
from graph.merge import merge
from graph.overrides import Overrides, parse_overrides, read_overrides
from graph.userlist import with_list
from tests.graph.readings import name, nominal, reading, told

NOTHING = Gazetteer({}, {})
ONE, OTHER = name("Jon Harker", "PERSON"), name("John Harker", "PERSON")
SPELT = name("Sergei Lavrov", "PERSON"), name("Sergey Lavrov", "PERSON")


def entities(*mentions: object, overrides: str = "", gazetteer: Gazetteer = NOTHING) -> list[str]:
    read = [
        reading(told(item, "win", nominal("vote"), article=f"a{at}"), article=f"a{at}", mentions=(item,))  # type: ignore[arg-type]
        for at, item in enumerate(mentions)
    ]
    graph = merge(read, gazetteer, parse_overrides(overrides, "identity.txt"))
    return [entity.name for entity in graph.entities if entity.type != "Concept"]


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("", ["John Harker", "Jon Harker"]),
        ("same: John Harker = Jon Harker", ["John Harker"]),
        ("same: Jon Harker = John Harker", ["Jon Harker"]),
        ("rename: Jon Harker -> Jonathan", ["John Harker", "Jonathan"]),
        ("same: John Harker = Jon Harker\nrename: Jon Harker -> Jonathan", ["Jonathan"]),
        ("# nothing\n\n", ["John Harker", "Jon Harker"]),
    ],
)
def test_the_users_word(said: str, names: list[str]) -> None:
    assert sorted(entities(ONE, OTHER, overrides=said)) == names


def test_what_the_gazetteer_joins_the_user_may_part() -> None:
    assert entities(*SPELT, gazetteer=load_gazetteer()) == ["Sergey Lavrov"]
    apart = entities(*SPELT, overrides="different: Sergey Lavrov / Sergei Lavrov", gazetteer=load_gazetteer())
    assert sorted(apart) == ["Sergei Lavrov", "Sergey Lavrov"]


def test_what_a_rule_joins_the_user_may_part() -> None:
    spelt = name("Dmitry Karpenko", "PERSON"), name("Dmitriy Karpenko", "PERSON")
    assert len(entities(*spelt)) == 1
    assert len(entities(*spelt, overrides="different: Dmitry Karpenko / Dmitriy Karpenko")) == 2


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("same: A = B\nfoo: A", "me.txt:2: 'foo: A' begins with none of same:, different:, rename:"),
        ("same: A B", "me.txt:1: 'same: A B' should read same: A = B, blanks around the sign"),
        ("different: A /", "me.txt:1: 'different: A /' should read different: A / B, blanks around the sign"),
        ("same: Meta = META", "me.txt:1: 'Meta' and 'META' are spelt the same; name two different names"),
        (
            "same: A = B\ndifferent: B / A",
            "me.txt: 'B' and 'A' are said to be the same and different; drop one",
        ),
    ],
)
def test_a_bad_line_is_named(text: str, error: str) -> None:
    with pytest.raises(GraphError) as raised:
        parse_overrides(text, "me.txt")
    assert str(raised.value) == error


def test_no_file_says_nothing(tmp_path: Path) -> None:
    assert read_overrides(tmp_path / "identity.txt") == Overrides()


def test_the_users_list_wins_over_ours(tmp_path: Path) -> None:
    path = tmp_path / "names.csv"
    path.write_text(
        "name,type,id,aliases\nDrovia,Country,,Drovian Republic|DRV\nRussia,Country,Q159,Rus\n"
        'Lavrov & Sons,Organization,Q1234567,"Sergey Lavrov"\n',
        encoding="utf-8",
    )
    listed = with_list(load_gazetteer(), path)
    mentions = [
        name("Drovian Republic", "GPE"),
        name("Rus", "GPE"),
        name("Russian Federation", "GPE"),
        name("Sergey Lavrov", "ORG"),
    ]
    read = [reading(told(item, "win", nominal("vote")), mentions=(item,)) for item in mentions[:1]]
    [drovia] = [item for item in merge(read, listed).entities if item.type != "Concept"]
    assert (drovia.iri, drovia.name, drovia.type) == ("drovia", "Drovia", "Country")
    identities = identify([reading(mentions=tuple(mentions))], listed)
    keys = [identities.key("a1", item) for item in mentions]
    assert [identities.iri(key) for key in keys if key] == ["drovia", "russia", "russia", "lavrov-sons"]


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("name,kind\n", ":1: the columns should be name,type,id,aliases"),
        ("name,type,id,aliases\nA,Planet,,\n", ":2: type 'Planet' is none of Person, Organization"),
        ("name,type,id,aliases\nA,Person,159,\n", ":2: id '159' is no Wikidata id like Q159"),
        ("name,type,id,aliases\n,Person,,\n", ":2: no name in Latin letters"),
        ("name,type,id,aliases\nA,Person,,b,c\n", ":2: more values than columns"),
    ],
)
def test_a_bad_row_is_named(tmp_path: Path, text: str, error: str) -> None:
    path = tmp_path / "names.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(GraphError) as raised:
        with_list(NOTHING, path)
    assert str(raised.value).startswith(str(path) + error)


def test_explain_tells_mentions_rules_and_what_was_left_apart() -> None:
    read = [
        reading(article=f"a{at}", mentions=(item,))
        for at, item in enumerate(
            [
                name("Bartholomew Fenwick", "PERSON"),
                name("Fenwick", "PERSON"),
                name("Bartholomew Fenwicke", "PERSON"),
            ]
        )
    ]
    [found] = explain(read, identify(read, NOTHING), "bartholomew fenwick")
    assert found.entity.iri == "bartholomew-fenwick"
    assert [(told.text, told.reasons[-1].rule) for told in found.mentions] == [
        ("Bartholomew Fenwick", "same name"),
        ("Fenwick", "only full name with that surname"),
    ]
    assert [(other.name, other.why) for other in found.others] == [
        ("Bartholomew Fenwicke", "near-identical name, but nothing else in common")
    ]


def test_explain_names_the_nearest_where_nothing_fits() -> None:
    read = [reading(mentions=(ONE,))]
    with pytest.raises(GraphError, match="nothing is called 'Jon Hark' here; the nearest are Jon Harker"):
        explain(read, identify(read, NOTHING), "Jon Hark")
