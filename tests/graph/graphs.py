"""Hypothesis strategies for graphs: whatever a graph may hold, text of any kind included."""

from __future__ import annotations

from hypothesis import strategies as st

from graph.model import Entity, KnowledgeGraph, Occurrence, Source, Statement
from graph.order import occurrence_order

texts = st.text(max_size=20) | st.sampled_from(
    ['"', "\\", "a\nb\r\tc", '"""', "\\u0041", "\x00\x1f\x7f", "é€𝄞", "'"]
)
local_names = st.from_regex(r"[a-z0-9_][a-z0-9_-]{0,8}", fullmatch=True)
lemmas = st.sampled_from(["demand", "agree to", "be", "pass", "passe", "meet"]) | texts
dates = st.none() | st.dates().map(str) | texts
confidences = st.floats(min_value=0, max_value=1, allow_subnormal=False).map(abs)
offsets = st.integers(min_value=0, max_value=10**6)
links = st.sampled_from(
    [
        "http://www.wikidata.org/entity/Q159",
        "https://schema.org/Person",
        "urn:isbn:0451450523",
        "https://a.b/c?d=e#f",
    ]
)
types = st.sampled_from(["Person", "Country", "Concept", "Group"]) | local_names


def sorted_set(elements: st.SearchStrategy[str], max_size: int = 3) -> st.SearchStrategy[tuple[str, ...]]:
    return st.sets(elements, max_size=max_size).map(lambda found: tuple(sorted(found)))


entities = st.builds(
    Entity, iri=local_names, name=texts, type=types, aliases=sorted_set(texts), same_as=sorted_set(links)
)
sources = st.builds(
    Source,
    id=local_names,
    title=texts,
    published=dates,
    publisher=st.none() | texts,
    url=st.none() | texts,
)


@st.composite
def occurrences(draw: st.DrawFn, people: list[str], articles: list[str]) -> Occurrence:
    return Occurrence(
        article=draw(st.sampled_from(articles)),
        start=draw(offsets),
        end=draw(offsets),
        sentence=draw(texts),
        trigger=draw(texts),
        subject_text=draw(texts),
        subject_start=draw(offsets),
        object_text=draw(texts),
        object_start=draw(offsets),
        extractor=draw(texts),
        confidence=draw(confidences),
        attributed_to=draw(st.none() | st.sampled_from(people)),
        speaker=draw(st.none() | texts),
        cue=draw(st.none() | texts),
    )


@st.composite
def statements(draw: st.DrawFn, people: list[str], articles: list[str]) -> Statement:
    evidence = draw(st.sets(occurrences(people, articles), min_size=1, max_size=3))
    return Statement(
        iri=draw(local_names),
        subject=draw(st.sampled_from(people)),
        predicate=draw(lemmas),
        object=draw(st.sampled_from(people)),
        polarity=draw(st.sampled_from(["affirmed", "negated"])),
        certainty=draw(st.sampled_from(["asserted", "possible", "demanded"])),
        attributed=draw(st.booleans()),
        event=draw(st.none() | st.sampled_from(["THREATEN", "AGREE", "DEMAND"])),
        confidence=draw(confidences),
        evidence=tuple(sorted(evidence, key=occurrence_order)),
    )


@st.composite
def knowledge_graphs(draw: st.DrawFn) -> KnowledgeGraph:
    """Any graph that is whole: sorted, its names unique, its statements about its own entities."""
    people = draw(st.lists(entities, max_size=4, unique_by=lambda entity: entity.iri))
    articles = draw(st.lists(sources, max_size=3, unique_by=lambda source: source.id))
    told: list[Statement] = []
    if people and articles:
        names, ids = [entity.iri for entity in people], [source.id for source in articles]
        told = draw(st.lists(statements(names, ids), max_size=4, unique_by=lambda statement: statement.iri))
    return KnowledgeGraph(
        entities=tuple(sorted(people, key=lambda entity: entity.iri)),
        statements=tuple(sorted(told, key=lambda statement: statement.iri)),
        articles=tuple(sorted(articles, key=lambda source: source.id)),
    )
