"""Graphs to draw: a realistic one read from harbour.txt, a large one, and one full of traps."""

from __future__ import annotations

import random
from pathlib import Path

from graph.model import Entity, KnowledgeGraph, Occurrence, Source, Statement

HARBOUR = Path(__file__).parent / "harbour.txt"


def slug(name: str) -> str:
    return "".join(sign if sign.isalnum() else "-" for sign in name.lower())


def names(line: str) -> list[Entity]:
    """`! Type: Name (Alias, Alias), Name` as entities."""
    kind, _, listed = line.removeprefix("! ").partition(": ")
    found = []
    for part in listed.replace("), ", ")\n").splitlines():
        *bare, last = part.split(", ") if "(" not in part else [*part.split(" (")[0].split(", ")]
        aliases = part.split("(")[1].rstrip(")").split(", ") if "(" in part else []
        found += [Entity(iri=slug(name), name=name, type=kind) for name in bare]
        found.append(Entity(iri=slug(last), name=last, type=kind, aliases=tuple(sorted(aliases))))
    return found


def occurrence(article: str, start: int, sentence: str, cells: list[str]) -> Occurrence:
    subject, _, trigger, obj = (cell.partition("=")[2] or cell for cell in cells[:4])
    speaker, cue = None, None
    if len(cells) > 5:
        speaker, cue = cells[5].split("=")
    return Occurrence(
        article=article,
        start=start,
        end=start + len(sentence),
        sentence=sentence,
        trigger=trigger,
        subject_text=subject,
        subject_start=start + sentence.index(subject),
        object_text=obj,
        object_start=start + sentence.rindex(obj),
        extractor="clause",
        confidence=0.9,
        attributed_to=slug(speaker) if speaker else None,
        speaker=speaker,
        cue=cue.split()[-1] if cue else None,
    )


def read_harbour() -> KnowledgeGraph:
    entities: dict[str, Entity] = {}
    articles: list[Source] = []
    merged: dict[tuple[str, str, str, str, str, bool], list[Occurrence]] = {}
    sentence, start = "", 0
    for line in HARBOUR.read_text("utf-8").splitlines():
        if line.startswith("! "):
            entities |= {entity.iri: entity for entity in names(line)}
        elif line.startswith("@ "):
            publisher, date, title, url = line[2:].split(" | ")
            articles.append(
                Source(id=f"a{len(articles)}", title=title, published=date, publisher=publisher, url=url)
            )
            start = 0
        elif line.startswith("  "):
            cells = [cell.strip() for cell in line.split(" | ")]
            flags = set(cells[4].split()) if len(cells) > 4 else set()
            key = (
                slug(cells[0].partition("=")[0]),
                cells[1],
                slug(cells[3].partition("=")[0]),
                "negated" if "negated" in flags else "affirmed",
                next(iter(sorted(flags - {"negated", "reported"})), "asserted"),
                "reported" in flags,
            )
            merged.setdefault(key, []).append(occurrence(articles[-1].id, start, sentence, cells))
        elif line and not line.startswith("#"):
            start += len(sentence) + 1
            sentence = line
    return KnowledgeGraph(
        entities=tuple(sorted(entities.values(), key=lambda entity: entity.iri)),
        statements=tuple(
            sorted((statement(*key, evidence=found) for key, found in merged.items()), key=lambda s: s.iri)
        ),
        articles=tuple(articles),
    )


def statement(
    subject: str,
    predicate: str,
    obj: str,
    polarity: str = "affirmed",
    certainty: str = "asserted",
    attributed: bool = False,
    *,
    evidence: list[Occurrence],
) -> Statement:
    words = (subject, predicate, obj, polarity, certainty, "told" if attributed else "own")
    return Statement(
        iri="st-" + slug("-".join(words)),
        subject=subject,
        predicate=predicate,
        object=obj,
        polarity=polarity,  # type: ignore[arg-type]
        certainty=certainty,  # type: ignore[arg-type]
        attributed=attributed,
        event="DEMAND" if predicate == "demand" else None,
        confidence=0.9,
        evidence=tuple(evidence),
    )


def plain_occurrence(sentence: str, subject: str, trigger: str, obj: str, article: str = "a0") -> Occurrence:
    return Occurrence(
        article=article,
        start=0,
        end=len(sentence),
        sentence=sentence,
        trigger=trigger,
        subject_text=subject,
        subject_start=sentence.find(subject),
        object_text=obj,
        object_start=sentence.rfind(obj),
        extractor="clause",
        confidence=0.8,
    )


HOSTILE = {
    "script": "</script><script>window.pwned=1</script>",
    "image": "<img src=x onerror=window.pwned=2>",
    "quotes": "\"'`--><!--<script>",
    "separators": "line\u2028and\u2029paragraph",
    "rtl": "\u202eevil\u202c שלום عليكم",
    "emoji": "🚢🚢 Åse",
    "proto": "__proto__",
    "long": "W" * 400,
    "entity": "&lt;b&gt;&amp;",
    "template": "{{ 7*7 }}{% raw %}${1+1}",
}


def read_hostile() -> KnowledgeGraph:
    entities = tuple(
        Entity(
            iri=key,
            name=text,
            type="<b>Type</b>",
            aliases=(text + "!",),
            same_as=("javascript:window.pwned=3", "https://example.org/" + key),
        )
        for key, text in sorted(HOSTILE.items())
    )
    statements = []
    for at, (one, other) in enumerate(zip(sorted(HOSTILE), sorted(HOSTILE)[1:], strict=False)):
        filler = " and so on" * (1000 if at == 0 else 1)
        text = f"🚢 {HOSTILE[one]} “shouts” <i>at</i> {HOSTILE[other]}{filler}."
        trigger = "<i>at</i>"
        statements.append(
            statement(
                one,
                "shout </script> at",
                other,
                evidence=[plain_occurrence(text, HOSTILE[one], trigger, HOSTILE[other])],
            )
        )
    loop = plain_occurrence("__proto__ quotes __proto__.", "__proto__", "quotes", "__proto__")
    statements += [statement("proto", verb, "proto", evidence=[loop]) for verb in ("quote", "cite")]
    source = Source(
        id="a0",
        title="<script>window.pwned=4</script>",
        published="yesterday\u2028",
        publisher='"><b>',
        url="javascript:window.pwned=5",
    )
    return KnowledgeGraph(entities=entities, statements=tuple(statements), articles=(source,))


def make_large(size: int, links: int) -> KnowledgeGraph:
    """A graph shaped like news: few hubs, many names said once, some in parts of their own."""
    dice = random.Random(7)
    entities = tuple(
        Entity(iri=f"n{at:05}", name=f"Name {at}", type=("Person", "Organization", "Place")[at % 3])
        for at in range(size)
    )
    made = {}
    for at in range(links):
        one, other = (
            min(dice.randrange(size), dice.randrange(size), dice.randrange(size)),
            dice.randrange(size),
        )
        text = f"Name {one} helped Name {other} on day {at}."
        made[one, other] = statement(
            f"n{one:05}",
            "help",
            f"n{other:05}",
            evidence=[plain_occurrence(text, f"Name {one}", "helped", f"Name {other}")],
        )
    source = Source(id="a0", title="Names", published="2025-01-01", publisher="Gazette", url=None)
    return KnowledgeGraph(
        entities=entities, articles=(source,), statements=tuple(sorted(made.values(), key=lambda s: s.iri))
    )
