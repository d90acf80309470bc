"""Entity spans as extraction wants them: the name itself, without article, title, office or possessive."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from extract.lexicon import classes, words
from extract.names_labels import settled_labels
from extract.names_listed import NONE, Listed, listed_names
from extract.names_missed import missed_names, missed_peoples
from extract.names_whole import whole_names
from extract.syntax import children

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
_UNTOUCHED = frozenset(
    {"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL", "WORK_OF_ART", "LAW"}
)


def settle_names(doc: Doc, listed: Listed = NONE) -> None:
    """Cut the names of ``doc`` down to size, add those that were missed, and settle what they are, in place.

    The tagger's spans and labels are taken for votes; the gazetteer's, which have a Wikidata id, stand, and
    so do the user's ``listed`` names.
    """
    trim_entities(doc)
    _put(doc, listed_names(doc, listed))
    _put(doc, missed_names(doc))
    _put(doc, whole_names(doc))
    for _ in range(2):  # what a name turned out to be tells of those beside it
        _put(doc, settled_labels(doc))
    _put(doc, missed_peoples(doc))
    _put(doc, listed_names(doc, listed))


def _put(doc: Doc, found: Iterable[Span]) -> None:
    """Set new names, the longer and earlier first, over those of ``doc`` that they cover."""
    from spacy.util import filter_spans

    new = filter_spans(found)
    covered = {token.i for span in new for token in span}
    doc.ents = [*new, *(ent for ent in doc.ents if not covered & {*range(ent.start, ent.end)})]


def trim_entities(doc: Doc) -> None:
    """Cut every entity of ``doc`` down to its name, in place; what names an office alone is no entity.

    ``the Russian Foreign Minister`` leaves ``Russian`` (NORP); ``President Clinton's`` leaves ``Clinton``.
    """
    doc.ents = [piece for entity in doc.ents for piece in _ship(entity) or _pieces(entity)]


def _ship(entity: Span) -> list[Span]:
    """``the ferry Princess Amara``: no office is cut off a ship's name; nothing for what is no ship's."""
    from spacy.tokens import Span as NewSpan

    doc, ships = entity.doc, classes("names_evidence")["ship"]
    if entity.label_ not in ("PERSON", "PRODUCT"):
        return []
    for at in range(max(1, entity.start), entity.end - 1):
        if doc[at - 1].lower_ in ships and is_office(doc[at]) and doc[at].text[:1].isupper():
            return [NewSpan(doc, at, entity.end, label="PRODUCT")]
    return []


def _pieces(entity: Span) -> Iterator[Span]:
    from spacy.tokens import Span as NewSpan

    if entity.label_ in _UNTOUCHED:
        yield entity
        return
    start, end = entity.start, entity.end
    doc = entity.doc
    while end - start > 1 and (_is_trailing(doc, end) or _is_noun_after(doc[end - 1], entity)):
        end -= 1
    while end - start > 1 and (
        doc[start].lower_ in ("the", "a", "an") or doc[start].is_space or doc[start].text in '"“'
    ):
        start += 1
    while end - start > 1 and _is_lead_in(doc[start], entity.label_):
        start += 1
    if _is_no_name(doc[start:end]) or (end - start == 1 and is_homeland(doc[start])):
        return
    offices = [i for i in range(start, end) if is_office(doc[i]) and not _is_surname(doc[i], start)]
    named = entity.label_ == "PERSON"
    if offices and (named or offices[-1] == end - 1):
        adjectives = [i for i in range(start, offices[-1]) if doc[i].pos_ == "ADJ" and doc[i].is_title]
        if adjectives and adjectives[0] == start:
            yield NewSpan(doc, start, start + 1, label="NORP")
        start = offices[-1] + 1
    while named and end - start > 1 and (doc[start].lower_ in words("honorifics") or doc[start].text == "."):
        start += 1
    end += named and start < end < len(doc) and _counts(doc[end], doc[start:end])
    if start < end and not (end - start == 1 and (doc[start].is_punct or doc[start].is_space)):
        yield NewSpan(
            doc,
            start,
            end,
            label=entity.label_,
            kb_id=entity.kb_id_ if (start, end) == (entity.start, entity.end) else "",
        )


def _counts(token: Token, name: Span) -> bool:
    """The ``II`` of ``Charles II``, where the tagger ends the name before it."""
    numbers = classes("name_particles")["ordinal"]
    return token.lower_ in numbers and not token.is_lower and token.dep_ != "nsubj" and token.head in name


def _is_trailing(doc: Doc, end: int) -> bool:
    """Whether the last word is none of the name's: a mark, the ``District`` of ``Oster District Judge``."""
    last = doc[end - 1]
    follows = end < len(doc) and is_office(doc[end]) and doc[end].text[:1].isupper()
    part = follows and last.lower_ in ("district", "circuit", "deputy", "assistant", "chief", "vice")
    return part or last.text in _POSSESSIVES or last.is_space or last.text in ',"”'


def _is_noun_after(last: Token, entity: Span) -> bool:
    """The ``parliament`` of ``Drovian parliament``, in lower case: what the country has, and no name."""
    body = entity.label_ in ("ORG", "GPE", "NORP") and last.is_lower
    return body and last.lower_ in classes("names_evidence")["of"] and len(entity) == 2


def _is_no_name(words_: Span) -> bool:
    """Common nouns, or words in lower case where the sentence keeps capitals for names."""
    if not all(token.is_lower for token in words_):
        return False
    return all(token.pos_ == "NOUN" for token in words_) or _begins_with_capital(words_[0])


def is_homeland(token: Token) -> bool:
    """``the Nation``, ``our Country``: the word for one's country, with the capital that speakers give it."""
    called = token.is_title and token.lower_ in classes("generic_nouns")["country"]
    return (
        called
        and token.ent_type_ in ("", "GPE", "LOC")
        and any(d.is_lower for d in children(token, "det", "nmod:poss"))
    )


def _begins_with_capital(token: Token) -> bool:
    """Whether the first word of the token's sentence has one."""
    doc, first = token.doc, token.i
    while first and not doc[first].is_sent_start:
        first -= 1
    return next((word.text[:1].isupper() for word in doc[first:] if word.is_alpha), False)


def _is_surname(token: Token, start: int) -> bool:
    """The noun of an office that is somebody's surname: ``Stephen King``."""
    return token.dep_ == "flat" and start <= token.head.i < token.i and not is_office(token.head)


def _is_lead_in(token: Token, label: str) -> bool:
    """A word before the name that the tagger drew into it: ``Neither France``, ``June Putin``."""
    grammatical = token.pos_ in ("ADP", "CCONJ", "SCONJ", "DET") and token.lower_ not in (
        "de",
        "la",
        "al",
        "el",
        "von",
    )
    dated = label == "PERSON" and token.lower_ in words("temporal_nouns") and token.pos_ == "PROPN"
    return (grammatical and token.is_sent_start is not False) or (grammatical and token.is_lower) or dated


def is_office(token: Token) -> bool:
    """Whether the token is the noun of an office, post or occupation (``minister``)."""
    return token.lower_ in words("position_nouns")
