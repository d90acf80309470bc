from __future__ import annotations

import re
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from rdflib.query import ResultRow

from exports.turtle import to_turtle
from extract.model import Reading
from graph import store
from graph.errors import GraphError
from graph.merge import merge
from graph.oxigraph import Value
from graph.query import open_graph, query
from tests.graph.readings import name, nominal, reading, told

DOCS = Path(__file__).parents[2] / "docs"
QUERIES = sorted((DOCS / "queries").glob("*.rq"))
ROWS: dict[str, list[tuple[Value, ...]]] = {
    "1-what-does-russia-demand": [("Crimea",), ("guarantees",)],
    "2-evidence-for-one-edge": [
        ("The Russians demanded Crimea.", "No peace", "2024-12-01", "https://desk.example/1"),
        ("Moscow's demand for Crimea stands.", "Still no peace", "2024-12-02", None),
    ],
    "3-who-says-what-about-ukraine": [
        ("Sergey Lavrov", '"Ukraine rejects talks," said Lavrov.'),
        ("officials", "Ukraine may reject talks, officials said."),
    ],
    "4-what-is-denied": [
        ("Russia", "accepts", "ceasefire", "Lavrov", "Russia does not accept a ceasefire, said Lavrov."),
        ("Ukraine", "relinquishes", "Crimea", None, "Ukraine did not relinquish Crimea."),
    ],
    "5-reported-by-two-outlets": [("Russia", "demands", "Crimea", 2)],
    "6-all-that-is-russia": [("Russia", "demands", "Crimea"), ("Russia", "demands", "guarantees")],
}

RUSSIA, UKRAINE, CRIMEA = name("Russians", "NORP"), name("Ukraine", "GPE"), name("Crimea", "GPE")
LAVROV = name("Lavrov", "PERSON", called="Sergey Lavrov")
TALKS, CEASEFIRE = nominal("talks"), nominal("ceasefire")


def _news() -> list[Reading]:
    may = told(
        UKRAINE,
        "reject",
        TALKS,
        certainty="possible",
        by=nominal("officials"),
        sentence="Ukraine may reject talks, officials said.",
    )
    denied = told(
        RUSSIA,
        "accept",
        CEASEFIRE,
        polarity="negated",
        by=LAVROV,
        at=40,
        sentence="Russia does not accept a ceasefire, said Lavrov.",
    )
    first = reading(
        told(RUSSIA, "demand", CRIMEA, sentence="The Russians demanded Crimea."),
        told(RUSSIA, "demand", nominal("guarantees"), at=80, sentence="They demanded guarantees."),
        told(UKRAINE, "reject", TALKS, by=LAVROV, at=120, sentence='"Ukraine rejects talks," said Lavrov.'),
        denied,
        article="a1",
        title="No peace",
        published="2024-12-01",
        publisher="The Desk",
        url="https://desk.example/1",
    )
    second = reading(
        told(RUSSIA, "demand", CRIMEA, article="a2", sentence="Moscow's demand for Crimea stands."),
        told(
            UKRAINE,
            "relinquish",
            CRIMEA,
            polarity="negated",
            article="a2",
            at=60,
            sentence="Ukraine did not relinquish Crimea.",
        ),
        told(RUSSIA, "demand", TALKS, polarity="negated", certainty="possible", article="a2", at=99),
        article="a2",
        title="Still no peace",
        published="2024-12-02",
        publisher="The Wire",
    )
    return [first, second, reading(may, article="a3", publisher="The Desk")]


@pytest.fixture(scope="module")
def turtle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("query") / "graph.ttl"
    path.write_bytes(to_turtle(merge(_news())))
    return path


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("workspace")
    for item in _news():
        store.save(folder, item, "pipeline-1")
    return folder


def test_every_documented_query_has_its_rows_here() -> None:
    assert [path.stem for path in QUERIES] == sorted(ROWS)


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
def test_documented_queries_find_the_same_everywhere(path: Path, turtle: Path, workspace: Path) -> None:
    expected = ROWS[path.stem]
    assert list(query(turtle, str(path)).rows) == expected
    assert list(query(workspace, str(path)).rows) == expected
    asked = rdflib.Graph().parse(turtle).query(path.read_text(encoding="utf-8"))
    rows = [row for row in asked if isinstance(row, ResultRow)]
    assert [tuple(None if cell is None else str(cell) for cell in row) for row in rows] == _strings(expected)
    bare = pyoxigraph.Store()
    bare.bulk_load(path=str(turtle), format=pyoxigraph.RdfFormat.TURTLE)
    found = bare.query(path.read_text(encoding="utf-8"))
    assert isinstance(found, pyoxigraph.QuerySolutions)
    assert [tuple(cell.value if cell else None for cell in row) for row in found] == _strings(expected)


def _strings(rows: list[tuple[Value, ...]]) -> list[tuple[str | None, ...]]:
    return [tuple(None if cell is None else str(cell) for cell in row) for row in rows]


def test_the_page_of_queries_shows_the_files() -> None:
    page = (DOCS / "queries.md").read_text(encoding="utf-8")
    shown = re.findall(r"```sparql\n(.*?)```", page, flags=re.DOTALL)
    assert shown == [path.read_text(encoding="utf-8") for path in QUERIES]
    for path in QUERIES:
        assert f"queries/{path.name}" in page


@pytest.mark.parametrize(
    ("sparql", "columns", "rows"),
    [
        ("SELECT ?o { ent:russia rel:demands ?o }", ("o",), ["ent:crimea", "ent:guarantees-"]),
        ("SELECT ?l { ent:russia rel:demands/rdfs:label ?l }", ("l",), ["Crimea", "guarantees"]),
        (
            "SELECT ?l { ent:russia rel:demands/rdfs:label ?l } ORDER BY DESC(?l)",
            ("l",),
            ["guarantees", "Crimea"],
        ),
        (
            "PREFIX e: <https://newsgraph.example/entity/>\nASK { e:russia rel:demands e:crimea }",
            ("ask",),
            ["True"],
        ),
        ("ASK { ent:ukraine rel:relinquishes ent:crimea }", ("ask",), ["False"]),
        (
            "CONSTRUCT { ?s a ?t } WHERE { ?s a ?t ; rdfs:label 'Crimea' }",
            ("subject", "predicate", "object"),
            ["ent:crimea rdf:type schema:Place"],
        ),
        ("SELECT (COUNT(*) AS ?n) { ?s a schema:NewsArticle }", ("n",), ["3"]),
        ("SELECT ?c { ?s ng:confidence ?c ; a rdf:Statement } ORDER BY ?c LIMIT 1", ("c",), ["0.5"]),
        (
            "SELECT ?x ?y { VALUES (?x ?y) { (2 UNDEF) (10 'b') (UNDEF 'a') } }",
            ("x", "y"),
            ["None a", "2 None", "10 b"],
        ),
        (
            "SELECT ?x { { SELECT ?x { VALUES ?x { 'b' 'c' 'a' } } ORDER BY DESC(?x) } }",
            ("x",),
            ["a", "b", "c"],
        ),
        ("SELECT ?x { VALUES ?x { 'b' 'order by' 'a' } } # ORDER BY ?x", ("x",), ["a", "b", "order by"]),
    ],
)
def test_answers(turtle: Path, sparql: str, columns: tuple[str, ...], rows: list[str]) -> None:
    answer = query(turtle, sparql).short()
    assert answer.columns == columns
    found = [" ".join(map(str, row)) for row in answer.rows]
    assert [re.sub(r"-[0-9a-f]{6}$", "-", row) for row in found] == rows


def test_iris_are_absolute_until_shortened(turtle: Path) -> None:
    answer = query(turtle, "SELECT ?s { ?s rdfs:label 'Crimea' }")
    assert answer.rows == (("https://newsgraph.example/entity/crimea",),)
    assert answer.short().rows == (("ent:crimea",),)


def test_a_file_of_another_base_brings_its_own_prefixes(tmp_path: Path) -> None:
    path = tmp_path / "desk.ttl"
    path.write_bytes(to_turtle(merge(_news()), "https://desk.example/graph/"))
    answer = query(path, "SELECT ?o { ent:russia rel:demands ?o } ORDER BY ?o LIMIT 1")
    assert answer.rows == (("https://desk.example/graph/entity/crimea",),)
    assert answer.short().rows == (("ent:crimea",),)
    assert open_graph(path) == merge(_news())


def test_a_graph_is_the_same_from_its_file_and_its_workspace(turtle: Path, workspace: Path) -> None:
    assert open_graph(turtle) == open_graph(workspace) == merge(_news())


@pytest.mark.parametrize(
    ("sparql", "told_as"),
    [
        ("SELECT ?x {", r"bad query: not understood at or before line 1, column 12$"),
        ("SELECT ?x {\n ?x ?y }", "bad query: not understood at or before line 2, column 9$"),
        ("SELECT ?x { ?x ?y ?z } GROUP BY ?y", "bad query: not understood"),
        ("SELECT ?x { ?x nato:y ?z }", r"nothing declares nato: \(known: .*ent.*\)"),
        ("INSERT DATA { ent:a ent:b ent:c }", "bad query: not understood at or before line 1"),
        ("SELECT ?x { SERVICE <http://127.0.0.1/sparql> { ?x ?y ?z } }", "asks another server"),
        ("missing.rq", "missing.rq: the query cannot be read"),
    ],
)
def test_a_bad_query_is_told(turtle: Path, sparql: str, told_as: str) -> None:
    with pytest.raises(GraphError, match=told_as):
        query(turtle, sparql)


@pytest.mark.parametrize(
    "sparql", ["SELECT ?service { ?service a ng:Evidence }", "ASK { ?x rdfs:label 'SERVICE' }"]
)
def test_the_word_service_is_not_refused(turtle: Path, sparql: str) -> None:
    assert query(turtle, sparql).rows


@pytest.mark.parametrize(
    ("text", "told_as"),
    [
        ("@prefix a: <http://a/> .\na:b a:c a:d .\na:b a:c .\n", r"broken\.ttl:3: not Turtle"),
        ("<html></html>", r"broken\.ttl:1: not Turtle"),
        ("a:b a:c a:d .", r"broken\.ttl:1: not Turtle"),
    ],
)
def test_a_file_that_is_no_turtle_is_told_with_its_line(tmp_path: Path, text: str, told_as: str) -> None:
    path = tmp_path / "broken.ttl"
    path.write_text(text)
    for reader in (lambda: query(path, "ASK {}"), lambda: open_graph(path)):
        with pytest.raises(GraphError, match=told_as):
            reader()


def test_a_graph_with_a_piece_missing_is_told_with_its_node(tmp_path: Path, turtle: Path) -> None:
    path = tmp_path / "cut.ttl"
    path.write_text(re.sub(r'    rdfs:label "Crimea" [;.]\n', "", turtle.read_text(encoding="utf-8")))
    with pytest.raises(GraphError, match=r"cut\.ttl: ent:crimea has no rdfs:label"):
        open_graph(path)


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match=r"nothing\.ttl: no such file"):
        query(tmp_path / "nothing.ttl", "ASK {}")
    with pytest.raises(GraphError, match="no workspace"):
        query(tmp_path, "ASK {}")
