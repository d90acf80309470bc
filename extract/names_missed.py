"""Names that the tagger missed or cut, found by the tree and by the rest of the article.

``Mayor Željko Ćosić`` is somebody by the title, ``the filmmaker Aleksandr Yushin`` by the shape of the name;
a name found in one place of an article is a name wherever else it stands there.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from extract.lexicon import classes, words
from extract.peoples import is_people_of
from extract.syntax import children, has_relation

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_HYPHENS = frozenset("-‐‑")
_PARTS = ("compound", "flat", "goeswith")
_REPEATED = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC"})
_NAMED = re.compile(
    r"(?:\bnam(?:e|es|ed|ing)(?: itself| themselves)? to|\brenam(?:ed|ing)(?: itself)?(?: as| to)?"
    r"|\brebrand(?:s|ed|ing)?(?: itself)? as|\brebranded(?: itself)?"
    r"|\b(?:formerly|previously|now)(?: known as| called)?) $"
)
_BORN = re.compile(r"[\w.], (?:née|nee|born) $")
_REACH = 40
_BODIES = frozenset({"party", "front", "bloc", "alliance", "coalition", "movement", "league", "federation"})
"""Last words of the names of parties and of other bodies that act."""


def missed_names(doc: Doc) -> Iterator[Span]:
    """New names, none of which touches one that is there; they may touch each other."""
    free = [not token.ent_type_ for token in doc]
    yield from _people(doc, free)
    yield from _bodies(doc, free)
    yield from _acronyms(doc, free)
    yield from missed_peoples(doc)
    yield from unlisted_peoples(doc)
    yield from _renamed(doc, free)
    yield from _repeated(doc, free)


def _people(doc: Doc, free: list[bool]) -> Iterator[Span]:
    ships = classes("names_evidence")["ship"]
    for token in doc:
        if not free[token.i] or not _is_name_word(token) or _is_title(token) or token.dep_ in ("compound",):
            continue
        end = token.i + 1
        while end < len(doc) and free[end] and _continues(doc[end], token):
            end += 1
        if end < len(doc) and (_is_capital(doc[end]) or _continues(doc[end], token, any_case=True)):
            continue
        before = doc[token.i - 2].lower_ if token.i > 1 and _is_title(doc[token.i - 1]) else ""
        royal = before == "the" and doc[token.i - 1].text in classes("names_evidence")["royal"]
        if before in ships or royal:  # the ferry Princess Amara; people have no article before their title
            yield _span(doc, token.i - 1, end, "PRODUCT")
        elif (end - token.i > 1 and not _is_thing(token)) or _is_titled(token):
            yield _span(doc, token.i, end, "PERSON")


def _bodies(doc: Doc, free: list[bool]) -> Iterator[Span]:
    """``the Coastal Bloc``: proper nouns that end in the noun of a body."""
    for token in doc:
        ends = token.lower_ in _BODIES or token.lower_ in classes("names_evidence")["trade"]
        if not free[token.i] or not _is_name_word(token) or not ends:
            continue
        start, after = token.i, token.i + 1
        while (
            start and free[start - 1] and _is_name_word(doc[start - 1]) and doc[start - 1].head.i == token.i
        ):
            start -= 1
        alone = after == len(doc) or not (_is_capital(doc[after]) or doc[after].lower_ == "of")
        if (
            start < token.i
            and alone
            and not (start and doc[start - 1].ent_type_ and _is_capital(doc[start - 1]))
        ):
            yield _span(doc, start, after, "ORG")


def _acronyms(doc: Doc, free: list[bool]) -> Iterator[Span]:
    """``the FAF`` where the article has the ``Federation of Andean Farmers``."""
    bodies = {
        "".join(word.text[0] for word in ent if _is_capital(word)) for ent in doc.ents if ent.label_ == "ORG"
    }
    for token in doc:
        if free[token.i] and token.is_upper and len(token) in range(3, 7) and token.text in bodies:
            yield _span(doc, token.i, token.i + 1, "ORG")


def missed_peoples(doc: Doc) -> Iterator[Span]:
    """``Drovian trawlers`` where the article has ``Drovia``, once it is known for a place."""
    places = sorted({ent.text for ent in doc.ents if ent.label_ in ("GPE", "LOC")})
    for token in doc if places else ():
        attribute = has_relation(token, "amod", "compound") and token.head.i == token.i + 1
        free = not token.ent_type_ and not token.head.ent_type_
        if (
            attribute
            and free
            and token.text[:1].isupper()
            and any(is_people_of(token.text, place) for place in places)
        ):
            yield _span(doc, token.i, token.i + 1, "NORP")


def unlisted_peoples(doc: Doc) -> Iterator[Span]:
    """``three Kestovian diplomats``: by its form and the noun after it, of a country no list knows."""
    nouns = classes("noun_kinds")
    kinds = nouns["person"] | nouns["people"] | words("position_nouns") | {"government", "parliament"}
    for token in doc:
        named = token.text[:1].isupper() and not token.is_sent_start and not token.ent_type_
        form = token.text.endswith(("ian", "ean", "ese", "ish")) and len(token) > len("Roman")
        head = token.head
        beside = has_relation(token, "amod") and head.i == token.i + 1 and not head.ent_type_
        if named and form and beside and {head.lower_, head.lemma_.lower()} & kinds:
            yield _span(doc, token.i, token.i + 1, "NORP")


def _continues(word: Token, first: Token, *, any_case: bool = False) -> bool:
    beside = has_relation(first, "flat") and _is_title(first.head) and first.head.i == first.i - 1
    tied = has_relation(word, "flat") and word.head.i in ({first.i, first.head.i} if beside else {first.i})
    return tied and (any_case or _is_name_word(word))


def _is_thing(first: Token) -> bool:
    """Whether an article stands before the name: people have none unless an adjective follows it."""
    before = [*children(first, "det")]
    return bool(before) and not any(word.i < first.i for word in children(first, "amod"))


def _is_titled(token: Token) -> bool:
    titles = [word for word in children(token, "nmod:desc") if word.i == token.i - 1]
    if has_relation(token, "flat") and token.head.i == token.i - 1:
        titles.append(token.head)
    return any(_is_title(title) for title in titles)


def _is_title(token: Token) -> bool:
    return token.lower_ in words("position_nouns") or token.lower_ in words("honorifics")


def _renamed(doc: Doc, free: list[bool]) -> Iterator[Span]:
    """``Facebook changed its name to Meta Platforms``: the new name is of the sort of the old one."""
    text, names = doc.text, doc.ents  # spaCy puts both together anew each time
    starts = [name.start for name in names]
    for sentence in doc.sents:
        inside = names[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        old = [ent for ent in inside if ent.label_ in _REPEATED]
        for token in sentence if old else ():
            before = text[max(0, token.idx - _REACH) : token.idx]
            if free[token.i] and _is_capital(token) and token.i > old[0].start and _NAMED.search(before):
                end = token.i + 1
                while end < sentence.end and free[end] and _is_capital(doc[end]):
                    end += 1
                yield _span(doc, token.i, end, old[0].label_)
            elif free[token.i] and _is_capital(token) and _BORN.search(before):
                yield _span(doc, token.i, token.i + 1, "PERSON")


def _repeated(doc: Doc, free: list[bool]) -> Iterator[Span]:
    """The names of the article, and surnames of its people, wherever else they stand."""
    starts: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for name, label in _names(doc).items():
        starts[name[0]].append((name, label))
    for token in doc:
        for name, label in sorted(starts.get(token.text, ()), key=lambda found: (-len(found[0]), found)):
            end = token.i + len(name)
            same = tuple(word.text for word in doc[token.i : end]) == name and all(free[token.i : end])
            if same and _stands_alone(doc, token.i, end):
                yield _span(doc, token.i, end, label)
                break


def _names(doc: Doc) -> dict[tuple[str, ...], str]:
    """The article's names by their words, with the label that most of their mentions have."""
    votes: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for ent in doc.ents:
        said = tuple(word.text for word in ent)
        office = len(ent) == 1 and (_is_title(ent[0]) or ent[0].lemma_.lower() in words("position_nouns"))
        if ent.label_ in _REPEATED and not office and all(_is_capital(word) or len(said) > 2 for word in ent):
            votes[said][ent.label_] += 1
            if ent.label_ == "PERSON" and len(said) in (2, 3):
                votes[said[-1:]][ent.label_] += 1
    return {said: min(count, key=lambda label: (-count[label], label)) for said, count in votes.items()}


def _stands_alone(doc: Doc, start: int, end: int) -> bool:
    """Whether nothing around the words makes them a part of a longer name."""
    around = [doc[at] for at in (start - 1, end) if 0 <= at < len(doc)]
    longer = any(_is_capital(word) and not (_is_title(word) or word.is_sent_start) for word in around)
    tied = any(word.text in _HYPHENS for word in around)
    named = all(word.pos_ == "PROPN" or word.is_upper for word in doc[start:end] if _is_capital(word))
    return named and not longer and not tied


def _is_name_word(token: Token) -> bool:
    return token.pos_ == "PROPN" and _is_capital(token) and not token.is_upper


def _is_capital(token: Token) -> bool:
    letters = token.text.replace("-", "").replace("’", "")
    return token.text[:1].isupper() and letters.isalpha() and len(token) > 1


def _span(doc: Doc, start: int, end: int, label: str) -> Span:
    from spacy.tokens import Span as NewSpan

    return NewSpan(doc, start, end, label=label)
