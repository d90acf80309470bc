"""``Hungary said it will …``: what whoever speaks calls themselves in indirect speech.

Only ``it`` and ``they`` as the subject of a clause that somebody says, thinks or wants are read so, and
only where their number fits the speaker.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from extract.mentions import Referent
from extract.naming import canonical_name, core
from extract.subjects import subject_of
from extract.syntax import child, children, has_relation, is_predicate

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_BODIES = frozenset({"ORG", "NORP"})


def reported(doc: Doc, referents: Mapping[int, Referent]) -> dict[int, Referent]:
    """Token index of each such pronoun → what it stands for, given what else is known to stand for what."""
    found: dict[int, Referent] = {}
    for pronoun in _subjects(doc):
        speaker = _speaker(pronoun.head)
        if speaker is None or speaker.i >= pronoun.i:
            continue
        named = found.get(speaker.i) or referents.get(core(speaker).i)
        if _fits(pronoun, speaker, named):
            found[pronoun.i] = named or Referent(name=canonical_name(core(speaker)), label="")
    return found


def _subjects(doc: Doc) -> Iterator[Token]:
    return (t for t in doc if t.lower_ in ("it", "they") and has_relation(t, "nsubj"))


def _speaker(verb: Token) -> Token | None:
    """The subject of the verb that the clause is what is said of."""
    while has_relation(verb, "conj") or (has_relation(verb, "xcomp") and is_predicate(verb.head)):
        verb = verb.head
    if not has_relation(verb, "ccomp") or not is_predicate(verb.head) or child(verb, "expl") is not None:
        return None
    return subject_of(verb.head)[0]


def _fits(pronoun: Token, speaker: Token, named: Referent | None) -> bool:
    """One state or body is ``it``; several, or a body of people, are ``they``; a person is neither."""
    label = named.label if named is not None else ""
    plural = "Plur" in core(speaker).morph.get("Number", []) or bool(children(speaker, "conj"))
    if speaker.pos_ in ("PRON", "DET") and named is None:
        return False
    if pronoun.lower_ == "they":
        return plural or (label in _BODIES and not _is_singular(speaker))
    return not plural and label != "PERSON"


def _is_singular(speaker: Token) -> bool:
    """``Nordvar insists that they …``: a verb in the singular, whose subject is not *they*."""
    verb = speaker.head
    return any(v.tag_ == "VBZ" or v.lower_ == "was" for v in (verb, *children(verb, "aux", "cop")))
