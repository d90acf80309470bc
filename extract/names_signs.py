"""What the words around a name say that it is: ``in Zembala`` a place, ``the ferry Maren`` a ship."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extract.lexicon import classes, words
from extract.syntax import children, has_relation

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

PLACES = frozenset({"GPE", "LOC", "FAC"})


def coarse(label: str) -> str:
    """The label, one for all sorts of place."""
    return "GPE" if label in PLACES else label


def evidence(ent: Span) -> list[str]:
    """The labels that the words around a name, or its own last word, speak for."""
    root, sorts = ent.root, classes("names_evidence")
    found = []
    if _is_ship(ent):
        return ["PRODUCT"]
    if _is_people(ent):
        return ["NORP"]
    if _is_water(ent):
        return ["LOC"]
    if len(ent) > 1 and ent.label_ != "ORG" and ent[-1].lower_ in sorts["body"] | sorts["trade"]:
        found.append("ORG")
    if _is_made_by(root) or (len(ent) > 1 and ent[0].text in sorts["form"]):
        found.append("ORG")
    if (
        _is_titled(ent)
        or _is_called(ent)
        or (ent.label_ == "ORG" and _may_be_person(ent) and _has_given_name(ent))
    ):
        found.append("PERSON")
    owned = _owned(root)
    held = root.head.lower_ in sorts["held"] and any(case.lower_ == "in" for case in children(root, "case"))
    if held or (owned and owned.lower_ in sorts["company"] and ent.label_ != "NORP"):
        found.append("ORG")
    return [*found, *(["GPE"] if _may_be_place(ent) and _is_place(root) else []), *_by_apposition(ent)]


def _is_ship(ent: Span) -> bool:
    """``HMS Corran``, and ``the tanker Corran``: the noun stands right before the name."""
    sorts = classes("names_evidence")
    noun = ent.doc[ent.start - 1] if ent.start else None
    called = noun is not None and noun.lower_ in sorts["ship"] and noun.pos_ == "NOUN"
    tied = called and noun in (ent.root.head, *ent.root.children)
    return tied or (len(ent) > 1 and ent[0].text in sorts["prefix"]) or _sails(ent)


def _is_people(ent: Span) -> bool:
    """``the Tamaqui people``, ``the Tamaqui, the people whose villages``."""
    root, nouns = ent.root, classes("names_evidence")["people"]
    if has_relation(root, "compound", "amod") and root.head.lower_ in nouns and len(ent) == 1:
        return True
    after = [word.lower_ for word in ent.doc[ent.end : ent.end + 3]]
    told = after[:2] in ([",", "the"], [",", "a"]) and after[-1] in nouns
    return told and len(ent) == 1 and _has_article(ent)


def _is_water(ent: Span) -> bool:
    """``at Kell Sound``; and ``the Sable Bank`` where the article is of the sea and not of money."""
    sorts = classes("names_evidence")
    last = ent[-1].lower_
    if ent.label_ not in ("ORG", "LOC") or len(ent) != 2:
        return False
    cases = {case.lower_ for case in children(ent.root, "case")}
    if last in sorts["shore"] and cases & {"at", "in", "off", "near", "on", "across", "through", "around"}:
        return True
    told = [word.lower_ for word in ent.doc]
    sea, money = (sum(word in sorts[sort] for word in told) for sort in ("sea", "money"))
    return last in ("bank", "banks") and _has_article(ent) and sea > max(2, 3 * money)


def _has_article(ent: Span) -> bool:
    return any(word.lower_ == "the" for word in children(ent.root, "det"))


def _sails(ent: Span) -> bool:
    """``the Maren Tofte was boarded``, ``the crew of the Maren Tofte``: with an article, as ships have."""
    root, sorts = ent.root, classes("names_evidence")
    if not _has_article(ent) or any(word.lower_ in sorts["body"] for word in ent):
        return False
    chief = root.head if has_relation(root, "conj") and root.head.ent_type_ else root
    owned = _owned(root)
    if owned is not None and owned.lower_ in sorts["aboard"]:
        return True
    verb = chief.head.lemma_.lower()
    sails = has_relation(chief, "nsubj") and verb in sorts["sails"]
    boarded = has_relation(chief, "nsubj:pass", "obj") and verb in sorts["boarded"]
    cases = {case.lower_ for case in children(root, "case")}
    return sails or boarded or bool(cases & {"aboard", "abeam"})


def _is_made_by(root: Token) -> bool:
    """``whose Drovmet mills``: works that are somebody's bear the name of a company, not of a town."""
    works = has_relation(root, "compound") and root.head.lower_ in classes("names_evidence")["works"]
    return works and any(children(root.head, "nmod:poss"))


def _may_be_place(ent: Span) -> bool:
    """Whether the name has a form that places' names have: one word, and not one for a body, or several that
    begin with no first name.
    """
    noun = ent.text.lower()
    bodies = classes("noun_kinds")
    body = noun in bodies["organization"] | bodies["company"] | bodies["building"]
    given = any(ent[0].lower_ in names for names in classes("gender_names").values())
    single = len(ent) == 1 or (ent.label_ == "PERSON" and not given and not ent.root.ent_kb_id)
    single = single and ent.label_ != "NORP" and not ent.text.isupper() and not body
    return coarse(ent.label_) == "GPE" or (single and not any(children(ent.root, "det")))


def _is_place(root: Token) -> bool:
    """Whether the words around a name say that it is a place: ``in Zembala``, ``Drovia's parliament``."""
    sorts = classes("names_evidence")
    owned = _owned(root)
    ruled = root.ent_type_ != "ORG" and owned is not None and owned.lower_ in words("position_nouns")
    if _has_borders(root):
        return True
    if owned and owned.lower_ in sorts["sites"] and not has_relation(root, "nmod:poss"):
        return True
    if owned and (owned.lower_ in sorts["of"] or (ruled and not has_relation(root, "nmod:poss"))):
        return True
    if has_relation(root, "compound") and root.head.lower_ in sorts["made"]:
        return True
    if _is_made_by(root):
        return False
    if root.ent_type_ == "PERSON" and has_relation(root, "compound") and root.head.lower_ in sorts["works"]:
        return True
    other = root.head.lemma_ in sorts["govern"] or root.head.lower_ in sorts["held"]
    based = root.head.lemma_.lower() in sorts["based"]
    if based and any(case.lower_ == "at" for case in children(root, "case")):
        return True
    return _is_in(root) and has_relation(root, "obl", "nmod") and not other


def _has_borders(root: Token) -> bool:
    """``Drovia closed its border``: what the subject has that only states have."""
    things = children(root.head, "obj") if has_relation(root, "nsubj") else ()
    own = (thing for thing in things if thing.lower_ in classes("names_evidence")["realm"])
    return any(word.lower_ == "its" for thing in own for word in children(thing, "nmod:poss"))


def _is_titled(ent: Span) -> bool:
    before = ent.doc[ent.start - 1] if ent.start and len(ent) < 4 else None
    if before is None or not (before.text[:1].isupper() and not before.is_upper):
        return False
    office = before.lower_ in words("honorifics") or before.lower_ in words("position_nouns")
    return office and has_relation(before, "nmod:desc", "flat", "compound")


def _is_called(ent: Span) -> bool:
    """``the editor Mulenga``, ``striker Whitfield``: an occupation in small letters right before one word."""
    noun = ent.doc[ent.start - 1] if ent.start and len(ent) == 1 else None
    if noun is None or noun.pos_ != "NOUN" or not noun.is_lower or ent.root.is_upper:
        return False
    tied = noun in (ent.root.head, *ent.root.children) or (noun.head == ent.root.head and noun.dep_ != "obj")
    role = noun.lower_ in words("position_nouns") - classes("noun_kinds")["company"]
    return role and tied and not any(children(ent.root, "case"))


def _is_in(root: Token) -> bool:
    return any(case.lower_ in classes("names_evidence")["at"] for case in children(root, "case"))


def _owned(root: Token) -> Token | None:
    """What belongs to the name: by a possessive or by ``of``."""
    if has_relation(root, "nmod:poss"):
        return root.head
    of = [case.lower_ for case in children(root, "case")] == ["of"]
    return root.head if of and has_relation(root, "nmod") else None


def _by_apposition(ent: Span) -> Iterator[str]:
    if _may_be_person(ent) and any(token.lower_ == "who" for token in _relatives(ent.root)):
        yield "PERSON"
    for noun in children(ent.root, "appos"):
        person = noun.lower_ in classes("noun_kinds")["person"] or noun.lower_ in words("position_nouns")
        if person and noun.i > ent.root.i and not noun.ent_type_ and _may_be_person(ent):
            yield "PERSON"
        if noun.lower_ in ("people", "tribe") and ent.label_ != "PERSON":
            yield "NORP"
        kinds = {kind for kind, nouns in classes("noun_kinds").items() if noun.lower_ in nouns}
        if noun.ent_type_ or not kinds:
            continue
        if kinds & {"company", "organization"} and not kinds & {"building", "city"}:
            yield "ORG"
        if kinds <= {"city", "country", "region", "island"} and _may_be_place(ent):
            yield "GPE"


def _relatives(root: Token) -> Iterator[Token]:
    """The subjects of the relative clauses of a name."""
    for clause in children(root, "acl:relcl"):
        yield from children(clause, "nsubj")


def _may_be_person(ent: Span) -> bool:
    """Whether the name has the form of a full one: two or three words with capitals, none a body's."""
    full = len(ent) in (2, 3) and all(word.text[:1].isupper() and not word.is_upper for word in ent)
    body = any(word.lower_ in classes("names_evidence")["body"] for word in ent)
    return full and not body and not any(children(ent.root, "det"))


def _has_given_name(ent: Span) -> bool:
    """Whether the name is built like a person's and begins with a listed first name."""
    given = any(ent[0].lower_ in names for names in classes("gender_names").values())
    return given and all(word.dep_ == "flat" for word in ent[1:])
