"""``…, which Oslo denies``: a relative clause that denies the whole clause before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.complements import entry_of
from extract.lexicon import classes, stances
from extract.syntax import child, children, has_relation, is_predicate, lemma

if TYPE_CHECKING:
    from spacy.tokens import Token


def contested_by(relative: Token) -> Token | None:
    """The predicate of the clause that the relative clause of the verb ``relative`` denies; None if none.

    Not where a noun before it names what is denied: ``faces charges, which she denies``.
    """
    if not has_relation(relative, "acl:relcl", "advcl:relcl") or not _denies(relative):
        return None
    opening = min((t for t in relative.subtree if not t.is_punct), key=lambda t: t.i)
    if opening.lower_ != "which" or opening.i == 0 or opening.nbor(-1).text not in (",", "–", "—", "-"):
        return None
    host = relative.head
    if host.pos_ == "NOUN" and entry_of(host) is not None:
        return None
    while not is_predicate(host) and host.head.i != host.i:
        host = host.head
    return host if is_predicate(host) and host.i < relative.i and not _charges(host) else None


def is_contested(predicate: Token) -> bool:
    """Whether a relative clause behind the clause denies it, the clause being nobody's word already."""
    if _is_told(predicate):
        return False
    behind = predicate.doc[predicate.i + 1 : predicate.right_edge.i + 1]
    return any(contested_by(t) == predicate for t in behind if has_relation(t, "acl:relcl", "advcl:relcl"))


def _is_told(predicate: Token) -> bool:
    while has_relation(predicate, "xcomp", "conj"):
        predicate = predicate.head
    entry = entry_of(predicate.head) if has_relation(predicate, "ccomp") else None
    return entry is not None and entry[0] in ("speech", "belief")


def _denies(verb: Token) -> bool:
    """``denies``, ``disputes``; ``says is false``."""
    content = child(verb, "ccomp", "xcomp")
    if content is None:
        return lemma(verb) in classes("cues")["contesting"] and bool(children(verb, "obj", "nsubj"))
    entry = entry_of(verb)
    untrue = content.lower_ in classes("cues")["untrue"]
    return untrue and entry is not None and entry[0] in ("speech", "belief")


def _charges(host: Token) -> bool:
    """Whether the verb says what somebody is suspected of or called to answer for: that is denied then."""
    verb = f"{lemma(host)}_"
    charging = any(key.startswith(verb) and "factive" not in row for key, row in stances().items())
    return charging or lemma(host) in classes("cues")["facing"]
