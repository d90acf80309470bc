"""Who says it: the subject of a word of saying, and sources named beside a clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.complements import entry_of
from extract.cues import is_cue, is_quantity_of_none
from extract.lexicon import words
from extract.mentions import Discourse, mention
from extract.model import Attribution, Mention
from extract.syntax import acts_passively, child, children, has_relation, lemma, preposition

if TYPE_CHECKING:
    from spacy.tokens import Token


def beside(head: Token, discourse: Discourse) -> Attribution | None:
    """``according to X``, ``in X's opinion``, ``…, said X, …`` and ``as X put it`` beside a predicate."""
    for oblique in children(head, "obl", "nmod", "advmod", "parataxis"):
        cue = " ".join(t.lower_ for t in preposition(oblique))
        if cue == "according to":
            return Attribution(speaker=mention(oblique, discourse), cue=cue)
        holder = child(oblique, "nmod:poss") or child(oblique, "nmod")
        if cue in ("in", "to") and holder is not None and is_cue(oblique, "opinion"):
            return Attribution(speaker=mention(holder, discourse), cue=f"{cue} … {oblique.lower_}")
    aside = telling_aside(head)
    return _aside_speaker(aside, discourse) if aside is not None else None


def telling_aside(head: Token) -> Token | None:
    """The verb of an aside that tells who says or believes what ``head`` says."""
    hung_on_subject = (
        aside
        for subject in children(head, "nsubj")
        for aside in children(subject, "acl:relcl", "parataxis")
        if is_aside(aside) or has_relation(aside, "parataxis")
    )
    asides = (*children(head, "parataxis", "advcl", "conj"), *hung_on_subject)
    return next((aside for aside in asides if _tells(aside)), None)


def _tells(aside: Token) -> bool:
    """Whether a clause beside another says who tells it: ``…, said X``, ``as X put it``."""
    entry = entry_of(aside) if aside.pos_ == "VERB" else None
    telling = entry is not None and entry[0] in ("speech", "belief")
    if has_relation(aside, "advcl"):
        as_put = any(m.lower_ == "as" for m in children(aside, "mark", "advmod"))
        return as_put and (telling or lemma(aside) == "put")
    told = [o for o in children(aside, "obj", "ccomp") if lemma(aside) != "tell" and o.i != _inverted(aside)]
    loose = has_relation(aside, "parataxis", "acl:relcl") or _is_unjoined(aside)
    return telling and not told and loose and _is_set_off(aside)


def _inverted(aside: Token) -> int:
    """Place of a speaker behind its verb that the parser took for an object: ``say the divers``."""
    objects = [o for o in children(aside, "obj") if o.left_edge.i == aside.i + 1]
    return objects[0].i if objects and child(aside, "nsubj") is None else -1


def _aside_speaker(aside: Token, discourse: Discourse) -> Attribution | None:
    place = _inverted(aside)
    if place >= 0:
        return Attribution(speaker=mention(aside.doc[place], discourse), cue=aside.lower_)
    return speaker_of(aside, discourse) if child(aside, "nsubj") is not None else None


def is_aside(clause: Token) -> bool:
    """Whether a clause hung on a noun only tells who says so: ``the ferry, police suspect, …``."""
    entry = entry_of(clause) if has_relation(clause, "acl:relcl") else None
    if entry is None or entry[0] not in ("speech", "belief") or child(clause, "obj", "ccomp") is not None:
        return False
    subject = child(clause, "nsubj")
    relative = any("Rel" in t.morph.get("PronType", []) for t in clause.subtree)
    return subject is not None and not relative and _is_set_off(clause)


def _is_unjoined(conjunct: Token) -> bool:
    """A conjunct without a conjunction, mostly an aside that the parser misread; ``or so X claims``."""
    so = any(a.lower_ == "so" for a in children(conjunct, "advmod"))
    return has_relation(conjunct, "conj") and (so or child(conjunct, "cc") is None)


def _is_set_off(aside: Token) -> bool:
    """Whether commas or quotation marks set the aside off, and no semicolon begins a sentence of its own."""
    if any(is_cue(t, "negation") for t in children(aside, "advmod")):
        return False
    start = aside.left_edge.i
    edges = aside.doc[max(start - 1, 0) : start + 1]
    return start == 0 or any(t.text in (",", '"', "”", "''", "—", "–", "-") for t in edges)


def speaker_of(governor: Token, discourse: Discourse) -> Attribution | None:
    """The subject of a word of saying or wanting, also inherited; a noun's possessor."""
    speaker = speaking_subject(governor)
    if speaker is None or is_nobody(governor):
        return None
    return Attribution(speaker=_voice(speaker, discourse), cue=governor.lower_)


def is_nobody(governor: Token) -> bool:
    """Whether there is none to say it: ``nobody doubts``, ``few believed``."""
    subject = child(governor, "nsubj")
    return subject is not None and is_quantity_of_none(subject)


def _voice(speaker: Token, discourse: Discourse) -> Mention:
    """The speaker; ``we`` and ``I`` inside a quotation are whoever speaks it."""
    outer = discourse.voices.get(speaker.i)
    first_person = speaker.lower_ in ("i", "we")
    return outer.speaker if outer is not None and first_person else mention(speaker, discourse)


def _puts_forward(verb: Token) -> bool:
    """Whether what the verb's object says is its subject's: ``made a claim``, not ``faces a claim``."""
    if verb.pos_ != "VERB" or lemma(verb) == "hear":
        return False
    return lemma(verb) in words("light_verbs") or entry_of(verb) is not None


def speaking_subject(governor: Token) -> Token | None:
    """The token that names who says, wants or believes what ``governor`` governs."""
    if governor.pos_ in ("NOUN", "PROPN"):
        owner = child(governor, "nmod:poss")
        if owner is not None:
            return owner
        verb = governor.head
        return speaking_subject(verb) if has_relation(governor, "obj") and _puts_forward(verb) else None
    if acts_passively(governor):
        return child(governor, "obl:agent")
    subject = child(governor, "nsubj")
    if subject is not None:
        relative = "Rel" in subject.morph.get("PronType", []) and any(
            has_relation(d, "acl:relcl") for d in [governor]
        )
        return governor.head if relative else subject
    above = governor.head
    if not has_relation(governor, "conj", "xcomp", "advcl") or above.pos_ not in ("VERB", "AUX"):
        return None
    if acts_passively(above) and not has_relation(governor, "conj"):
        return child(above, "nsubj") or speaking_subject(above)  # "was quoted as saying"
    return speaking_subject(above)
