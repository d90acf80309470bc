"""Hypothesis strategies for readings, and short hands to write them by."""

from __future__ import annotations

from typing import get_args

from hypothesis import strategies as st

from extract.model import (
    Article,
    Attribution,
    Certainty,
    Evidence,
    Mention,
    MentionKind,
    Polarity,
    Predicate,
    Reading,
    Surface,
    Triple,
)

texts = st.text(max_size=12) | st.sampled_from(["Russia", "Sergey Lavrov", "\x00", '"\\', "é𝄞"])
offsets = st.integers(min_value=0, max_value=9999)
confidences = st.floats(min_value=0, max_value=1)
names = st.sampled_from(
    [
        "Russia",
        "the Russians",
        "Sergey Lavrov",
        "Lavrov",
        "Anna Lavrov",
        "NATO",
        "ceasefire",
        "Ivan Petrov",
        "petrov",
    ]
)
labels = st.sampled_from(["PERSON", "GPE", "ORG", "NORP", "LOC", ""])

mentions = st.builds(
    Mention,
    start=offsets,
    end=offsets,
    text=texts,
    name=texts,
    label=texts,
    kind=st.sampled_from(get_args(MentionKind)),
)
known_mentions = st.builds(
    Mention,
    start=offsets,
    end=offsets,
    text=names,
    name=names,
    label=labels,
    kind=st.sampled_from(["name", "nominal", "pronoun", "time"]),
)


def attributions(speakers: st.SearchStrategy[Mention]) -> st.SearchStrategy[Attribution | None]:
    return st.none() | st.builds(Attribution, speaker=speakers, cue=texts)


def triples(arguments: st.SearchStrategy[Mention], article: str) -> st.SearchStrategy[Triple]:
    few = st.integers(min_value=0, max_value=3)
    return st.builds(
        Triple,
        subject=arguments,
        predicate=st.builds(
            Predicate,
            text=texts,
            lemma=st.sampled_from(["demand", "be", "agree to"]),
            event=st.none() | st.sampled_from(["AGREE", "REQUEST"]),
        ),
        object=arguments,
        evidence=st.builds(Evidence, article=st.just(article), start=few, end=few, sentence=texts),
        surface=st.builds(Surface, subject=texts, predicate=texts, object=texts),
        polarity=st.sampled_from(get_args(Polarity)),
        certainty=st.sampled_from(get_args(Certainty)[:2]),
        attribution=attributions(arguments),
        adjuncts=st.lists(texts, max_size=2).map(tuple),
        extractor=st.sampled_from(["clause", "copula"]),
        confidence=confidences,
    )


@st.composite
def readings(draw: st.DrawFn, arguments: st.SearchStrategy[Mention] = mentions, size: int = 3) -> Reading:
    identifier = draw(st.from_regex(r"[a-f0-9]{1,3}", fullmatch=True))
    article = draw(
        st.builds(
            Article,
            id=st.just(identifier),
            title=texts,
            text=texts,
            published=st.none() | texts,
            publisher=st.none() | texts,
            url=st.none() | texts,
        )
    )
    found = draw(st.lists(arguments, max_size=size))
    told = draw(st.lists(triples(arguments, identifier), max_size=size))
    return Reading(article=article, mentions=tuple(found), triples=tuple(told))


def reading_sets(size: int = 4) -> st.SearchStrategy[list[Reading]]:
    """Readings of different articles over few names, so that much of it is to be merged."""
    return st.lists(readings(known_mentions), max_size=size, unique_by=lambda reading: reading.article.id)


def name(text: str, label: str = "", *, called: str = "", start: int = 0) -> Mention:
    """A name as it stands in a sentence; ``called`` is its fullest form in the article."""
    return Mention(
        start=start, end=start + len(text), text=text, name=called or text, label=label, kind="name"
    )


def nominal(text: str, *, start: int = 0) -> Mention:
    return Mention(start=start, end=start + len(text), text=text, name=text)


def told(
    subject: Mention,
    lemma: str,
    thing: Mention,
    *,
    sentence: str = "",
    at: int = 0,
    article: str = "a1",
    words: str = "",
    event: str | None = None,
    polarity: Polarity = "affirmed",
    certainty: Certainty = "asserted",
    by: Mention | None = None,
    extractor: str = "clause",
    confidence: float = 0.5,
) -> Triple:
    """A triple with all but what a test is about filled in."""
    sentence = sentence or f"{subject.text} {words or lemma} {thing.text}."
    return Triple(
        subject=subject,
        predicate=Predicate(text=words or lemma, lemma=lemma, event=event),
        object=thing,
        evidence=Evidence(article=article, start=at, end=at + len(sentence), sentence=sentence),
        surface=Surface(subject=subject.text, predicate=words or lemma, object=thing.text),
        polarity=polarity,
        certainty=certainty,
        attribution=Attribution(speaker=by, cue="said") if by else None,
        extractor=extractor,
        confidence=confidence,
    )


def reading(
    *triples: Triple, article: str = "a1", mentions: tuple[Mention, ...] = (), **about: str
) -> Reading:
    """The reading of an article that says just these triples."""
    return Reading(
        article=Article(id=article, title=about.pop("title", f"Title {article}"), text="", **about),
        mentions=mentions,
        triples=triples,
    )
