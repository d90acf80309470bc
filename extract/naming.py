"""What a phrase is called without its trimmings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extract.lexicon import classes, words
from extract.syntax import children, has_relation, lemma, preposition, words_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_CORE = ("amod", "compound", "nummod", "flat", "nmod:desc", "goeswith", "fixed")


def core(head: Token) -> Token:
    """The token that names what the phrase stands for.

    ``one of the ministers`` → ministers; ``the minister, Najib Razak`` → Razak.
    """
    if head.lower_ in words("partitives"):
        inner = next(
            (n for n in children(head, "nmod") if [t.lower_ for t in preposition(n)] == ["of"]), None
        )
        if inner is not None:
            return core(inner)
    titled = names_person(head) or head.lower_ in words("honorifics")
    if head.ent_type_ != "PERSON" and titled:
        for named in children(head, "appos", "flat", "nmod:desc"):
            if named.ent_type_ == "PERSON":
                return named
    if not head.ent_type_ and head.pos_ == "NOUN":
        for named in children(head, "appos", "flat"):
            if named.ent_type_ and named.left_edge.i == head.i + 1:
                return named
    return head


def names_person(noun: Token) -> bool:
    """Whether a common noun is one for a person, by office or sort: ``minister``, ``expert``, ``brother``."""
    kin = any(lemma(noun) in group for group in classes("gender_nouns").values())
    return lemma(noun) in words("position_nouns") | classes("noun_kinds")["person"] or kin


def ends_in_name(head: Token) -> bool:
    """``winger Rui Tavares``, where the tree takes noun and name for one name."""
    return not head.ent_type_ and any(part.ent_type_ == "PERSON" for part in children(head, "flat"))


def canonical_name(head: Token) -> str:
    """A nominal without determiners, relative clauses and loose modifiers: ``legally binding agreements``."""
    kept = {head}
    for dependent in head.children:
        close = has_relation(dependent, *_CORE) and not has_relation(dependent, "nmod:desc")
        if close or _is_short_of(dependent) or _is_hyphenated(dependent):
            kept.update(
                t
                for t in dependent.subtree
                if (t.pos_ != "DET" or t.lower_ == "no" or _is_prefix(t))
                and (not t.is_punct or t.text in "-–'’")
            )
        elif has_relation(dependent, "nmod:poss") and dependent.pos_ == "PROPN":
            kept.update(dependent.subtree)
    if len(kept) > 8:
        kept = {head, *(t for c in children(head, "compound", "amod") for t in c.subtree if not t.is_punct)}
    text = words_of(kept)
    first = min(kept, key=lambda t: t.i)
    shouted = first.pos_ not in ("PROPN", "ADJ") and not first.ent_type_ and not first.is_upper
    lowered = shouted or (first.is_sent_start and not first.ent_type_ and first.pos_ != "PROPN")
    return text[:1].lower() + text[1:] if lowered and len(first) > 1 else text


def _is_hyphenated(token: Token) -> bool:
    """``in-law`` of ``brother-in-law``."""
    start = token.left_edge
    follows = has_relation(token, "nmod") and start.i > token.head.i
    return follows and start.text == "-" and not start.whitespace_ and not start.nbor(-1).whitespace_


def _is_prefix(word: Token) -> bool:
    """``no`` of ``a no-show job``."""
    following = word.doc[word.i + 1 : word.i + 2]
    return not word.whitespace_ and any(t.text in "-–" and not t.whitespace_ for t in following)


def _is_short_of(token: Token) -> bool:
    """An ``of`` phrase of at most four words with neither clause nor coordination in it."""
    if not has_relation(token, "nmod") or [t.lower_ for t in preposition(token)] != ["of"]:
        return False
    inner = list(token.subtree)
    return len(inner) <= 5 and not any(has_relation(t, "acl", "conj", "appos") for t in inner)


def _titles_before(office: Token) -> Iterator[Token]:
    """Further titles right before an office that hang on the same name: ``Deputy`` Foreign Minister Doluk."""
    place = office.left_edge.i - 1
    while place >= 0 and has_relation(office, "nmod:desc", "compound"):
        title = office.doc[place]
        if title.head.i != office.head.i or lemma(title) not in words("position_nouns"):
            return
        yield title
        place -= 1


def role_name(office: Token) -> str:
    """An office without the body it is held for, in lower case: ``foreign minister``."""
    kept = {office, *_titles_before(office)}
    for dependent in office.children:
        if has_relation(dependent, "flat", "goeswith", "fixed") and not dependent.ent_type_:
            kept.update(dependent.subtree)
        if (
            has_relation(dependent, "amod", "compound", "nmod:desc")
            and dependent.i < office.i
            and not dependent.ent_type_
        ):
            kept.update(t for t in dependent.subtree if not t.is_punct or t.text == "-")
        elif _is_short_of(dependent) and not any(t.ent_type_ for t in dependent.subtree):
            kept.update(t for t in dependent.subtree if t.pos_ != "DET")
    plural = words_of(kept).lower()
    return (
        plural.replace(office.lower_, lemma(office)) if "Plur" in office.morph.get("Number", []) else plural
    )
