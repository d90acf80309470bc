"""Is it so, and who says so: polarity, certainty and attribution of a predicate.

The predicate's own cues (negation, modals, adverbs) are read first; then the walk climbs to the root and
lets each governing word act on what was found so far, by its stance in ``lexicon/complement_stances.tsv``.
The idea of stance by complement form follows Karttunen (1971) and Nairn, Condoravdi and Karttunen (2006).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from extract.complements import carries_content, entry_of, is_complement, is_noun_complement, stance_of
from extract.lexicon import classes
from extract.mentions import Discourse, mention
from extract.model import Attribution, Certainty, Mention, Polarity
from extract.syntax import (
    ancestors,
    child,
    children,
    has_relation,
    is_finite_clause,
    is_passive,
    lemma,
    preposition,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

_WEAKNESS: dict[Certainty, int] = {
    "asserted": 0,
    "planned": 1,
    "possible": 2,
    "demanded": 3,
    "hypothetical": 4,
    "questioned": 5,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """How a predicate holds: its three factuality fields."""

    polarity: Polarity = "affirmed"
    certainty: Certainty = "asserted"
    attribution: Attribution | None = None

    def negated(self) -> Status:
        """The opposite polarity."""
        return replace(self, polarity="affirmed" if self.polarity == "negated" else "negated")

    def weakened(self, certainty: Certainty) -> Status:
        """The weaker of the two certainties; what is demanded stays demanded under a plan."""
        weaker = _WEAKNESS[certainty] > _WEAKNESS[self.certainty]
        return replace(self, certainty=certainty) if weaker else self

    def told_by(self, attribution: Attribution | None) -> Status:
        """Attributed, unless a closer speaker is known."""
        return self if self.attribution or attribution is None else replace(self, attribution=attribution)


def status(predicate: Token, discourse: Discourse) -> Status:
    """Polarity, certainty and attribution of the clause that ``predicate`` heads."""
    found = _own(predicate)
    presupposed = False
    for dependent, governor in ancestors(predicate):
        governed = _governed(found, dependent, governor, discourse)
        found = found.told_by(governed.attribution) if presupposed else governed
        presupposed = presupposed or _is_described(dependent, governor)
        found = found.told_by(_according_to(dependent, discourse))
    root = predicate.sent.root
    found = found.told_by(_according_to(root, discourse)).told_by(discourse.voices.get(predicate.i))
    return found.weakened("questioned") if _is_question(predicate) else found


def _cue(token: Token, name: str) -> bool:
    return token.lower_ in classes("cues")[name]


def _own(predicate: Token) -> Status:
    """Cues inside the clause itself."""
    found = Status()
    cues = [
        *children(predicate, "advmod", "aux", "cc", "mark", "obl", "discourse"),
        *_shared_auxiliaries(predicate),
    ]
    if len([c for c in cues if _negates(c, predicate)]) % 2:
        found = found.negated()
    if any(_negative_argument(c) for c in predicate.children):
        found = found.negated()
    for cue in cues:
        if _cue(cue, "unlikely"):
            found = found.negated()
        found = _modal(found, cue, predicate)
    if child(predicate, "cop") is not None and any(
        _cue(d, "negative_determiner") for d in children(predicate, "det")
    ):
        found = found.negated()
    for marker in children(predicate, "mark", "advmod", "aux", "case"):
        if _cue(marker, "question") or (_cue(marker, "condition") and _asks(predicate)):
            found = found.weakened("questioned")
        elif _cue(marker, "condition"):
            found = found.weakened("hypothetical")
        if _cue(marker, "counterfactual") and has_relation(predicate, "advcl", "acl", "nmod", "obl"):
            found = found.negated()
    if _is_condition(predicate) or any(_is_condition(c) for c in children(predicate, "advcl")):
        found = found.weakened("hypothetical")
    return found


def _asks(predicate: Token) -> bool:
    """``asked if …``: the complement of a word of asking, not a condition."""
    entry = entry_of(predicate.head) if has_relation(predicate, "ccomp", "csubj") else None
    return entry is not None and entry[0] == "question"


def _modal(found: Status, cue: Token, predicate: Token) -> Status:
    if _cue(cue, "would"):
        reported = any(has_relation(d, "ccomp") for d, _ in ancestors(predicate)) or has_relation(
            predicate, "ccomp"
        )
        return found.weakened("planned" if reported else "hypothetical")
    if lemma(cue) == "have" and cue.dep_ == "aux" and cue.nbor().lower_ == "to":
        return found.weakened("demanded")
    if lemma(cue) in ("can", "could") and any(_negates(c, predicate) for c in children(predicate, "advmod")):
        return found
    for name in ("possible", "demanded", "planned"):
        if _cue(cue, name) and not has_relation(cue, "cc", "obl"):
            found = found.weakened(name)  # type: ignore[arg-type]
    return found


def _negates(cue: Token, predicate: Token) -> bool:
    if not _cue(cue, "negation") or has_relation(cue, "obl"):
        return False
    return (
        not (cue.lower_ == "not" and cue.i + 1 < len(cue.doc) and cue.nbor().lower_ == "only")
        and cue.head.i == predicate.i
    ) or cue.head.i != predicate.i


def _shared_auxiliaries(predicate: Token) -> list[Token]:
    """Modals and negation of a first conjunct, where a later one stands bare under them: "did not sign or ratify"."""
    shared: list[Token] = []
    token = predicate
    while has_relation(token, "conj") and not children(token, "aux", "nsubj", "cop"):
        token = token.head
        bare = predicate.tag_ in ("VB", token.tag_)
        if bare:
            shared += [c for c in children(token, "aux", "advmod") if c.i < token.i]
    return shared


def _negative_argument(argument: Token) -> bool:
    """``no one``, ``none of them``, ``no agreement`` as subject or object."""
    if not has_relation(argument, "nsubj", "obj", "obl", "cc:preconj", "cc"):
        return False
    if has_relation(argument, "cc:preconj", "cc"):
        return argument.lower_ == "neither"
    determined = any(
        _cue(d, "negative_determiner") for d in children(argument, "det", "advmod", "cc:preconj", "cc")
    )
    not_one = argument.left_edge.lower_ == "not" and argument.left_edge.head.i != argument.head.i
    determined = determined or (not_one and has_relation(argument, "nsubj"))
    no_one = argument.lower_ == "one" and determined
    if has_relation(argument, "obl"):
        return determined and not any(p.lower_ == "with" for p in preposition(argument))
    return determined or no_one or _cue(argument, "negative_pronoun")


def _is_condition(clause: Token) -> bool:
    """A clause opened by ``if``, ``unless``, ``as long as`` …, or by an inverted auxiliary; not by ``even if``."""
    if not has_relation(clause, "advcl"):
        return False
    markers = [m for m in children(clause, "mark", "advmod") if m.i < clause.i and _cue(m, "condition")]
    concessive = any(m.i > 0 and m.nbor(-1).lower_ == "even" for m in markers)
    opening = "_".join(t.lower_ for t in list(clause.subtree)[:4])
    phrased = any(opening.startswith(phrase) for phrase in classes("cues")["condition_opening"])
    return (
        (bool(markers) and not concessive)
        or phrased
        or _inverted_condition(clause)
        or _cue(clause, "condition")
    )


def _inverted_condition(clause: Token) -> bool:
    """``Had it rained, …`` and ``Should talks fail, …``."""
    subject = child(clause, "nsubj")
    return subject is not None and any(
        a.lower_ in ("had", "should", "were") and a.i < subject.i and a.i == clause.left_edge.i
        for a in children(clause, "aux", "cop")
    )


def _is_question(predicate: Token) -> bool:
    sentence = predicate.sent
    asked = any(t.text == "?" for t in list(sentence)[-3:])
    climb = [d for d, _ in ancestors(predicate)]
    root = sentence.root
    presupposing = any(t.tag_ in ("WRB", "WP", "WDT", "WP$") and t.i < root.i for t in root.subtree)
    return asked and not presupposing and not any(has_relation(d, "acl:relcl", "advcl") for d in climb)


def _according_to(head: Token, discourse: Discourse) -> Attribution | None:
    """``according to X``, ``in X's opinion``, ``…, said X, …`` and ``as X put it`` beside a predicate."""
    for oblique in children(head, "obl", "nmod", "advmod", "parataxis"):
        cue = " ".join(t.lower_ for t in preposition(oblique))
        if cue == "according to":
            return Attribution(speaker=mention(oblique, discourse), cue=cue)
        holder = child(oblique, "nmod:poss") or child(oblique, "nmod")
        if cue in ("in", "to") and holder is not None and _cue(oblique, "opinion"):
            return Attribution(speaker=mention(holder, discourse), cue=f"{cue} … {oblique.lower_}")
    for aside in children(head, "parataxis", "advcl"):
        entry = entry_of(aside) if aside.pos_ == "VERB" else None
        as_put = has_relation(aside, "advcl") and any(
            m.lower_ == "as" for m in children(aside, "mark", "advmod")
        )
        telling = (entry is not None and entry[0] in ("speech", "belief")) or (
            as_put and lemma(aside) == "put"
        )
        said = (has_relation(aside, "parataxis") and child(aside, "obj", "ccomp") is None) or as_put
        if telling and said and child(aside, "nsubj") is not None:
            return _speaker_of(aside, discourse)
    return None


def _governed(found: Status, dependent: Token, governor: Token, discourse: Discourse) -> Status:
    """What ``governor`` makes of the clause below it."""
    if is_complement(dependent, governor):
        return _complement(found, dependent, governor, discourse)
    if carries_content(dependent, governor):
        return _complement(found, dependent, governor, discourse)
    if has_relation(dependent, "parataxis"):
        return (
            found.told_by(_speaker_of(governor, discourse))
            if stance_of(governor, dependent) == "speech" and dependent.i > governor.i
            else found
        )
    if not has_relation(dependent, "advcl", "conj", "acl", "nsubj", "obj", "obl", "nmod", "appos"):
        return found
    governing = _own(governor)
    if has_relation(dependent, "advcl"):
        if any(_cue(m, "purpose") for m in children(dependent, "mark")) and not is_finite_clause(dependent):
            return found.weakened("planned")
        if governing.certainty != "asserted" and not is_finite_clause(dependent):
            return found.weakened(governing.certainty)
        until = any(
            m.lower_ in ("until", "before", "when", "once", "till", "by")
            for m in children(dependent, "mark", "advmod")
        )
        if until and governing.certainty in ("planned", "possible", "demanded", "hypothetical"):
            return found.weakened("hypothetical")
    if (
        has_relation(dependent, "conj")
        and not child(dependent, "nsubj")
        and governor.pos_ in ("VERB", "AUX")
        and not children(dependent, "aux")
    ):
        return found.weakened(_shared_certainty(dependent, governor))
    return found


def _is_described(dependent: Token, governor: Token) -> bool:
    """A relative or participial clause: what it says of its noun stands, whatever is said of the noun itself."""
    return has_relation(dependent, "acl", "appos") and not is_noun_complement(dependent, governor)


def _shared_certainty(conjunct: Token, first: Token) -> Certainty:
    """A bare later conjunct stands under the modal of the first."""
    if conjunct.tag_ not in ("VB", first.tag_) or (
        is_passive(first) != is_passive(conjunct) and conjunct.tag_ != first.tag_
    ):
        return "asserted"
    certainty = _own(first).certainty
    return certainty


_ACTIONS = {
    "entail": "",
    "promise": "planned",
    "plan": "planned",
    "demand": "demanded",
    "forbid": "demanded",
    "possible": "possible",
    "rumour": "possible",
    "belief": "possible",
    "doubt": "possible",
    "hypothetical": "hypothetical",
    "question": "questioned",
}
_TELLING = frozenset(
    {"speech", "reported", "deny", "doubt", "belief", "demand", "forbid", "promise", "hypothetical", "rumour"}
)
_FLIPPING = frozenset({"fail", "prevent", "deny", "doubt", "forbid"})
_TRANSPARENT = frozenset(
    {"entail", "fail", "prevent", "plan", "promise", "belief", "doubt", "deny", "possible"}
)
"""Stances under which a negated governor flips what it governs ("does not think that", "did not manage to")."""


def _complement(found: Status, dependent: Token, governor: Token, discourse: Discourse) -> Status:
    stance = stance_of(governor, dependent)
    own = _own(governor)
    down = (own.polarity == "negated") != any(
        _cue(d, "negative_determiner") for d in children(governor, "det")
    )
    if (own.certainty not in ("asserted", "planned") and stance != "factive") or stance in ("entail", "fail"):
        found = found.weakened(own.certainty)
    if stance in _FLIPPING:
        found = found.negated()
    if down and stance in _TRANSPARENT:
        found = found.negated()
    if down and stance in ("speech", "deny"):
        found = found.weakened("possible")
    certainty = _ACTIONS.get(stance, "")
    if certainty and not (stance == "belief" and found.certainty == "planned"):
        found = found.weakened(certainty)  # type: ignore[arg-type]
    tells = stance in _TELLING or (stance == "factive" and _is_utterance(governor))
    return found.told_by(_speaker_of(governor, discourse)) if tells and governor.pos_ != "ADJ" else found


def _is_utterance(governor: Token) -> bool:
    return lemma(governor) in ("reveal", "notice", "show", "find", "lament", "discover")


def _speaker_of(governor: Token, discourse: Discourse) -> Attribution | None:
    """The subject of a word of saying or wanting, inherited over coordination and control; a noun's possessor."""
    speaker = speaking_subject(governor)
    if speaker is None:
        return None
    return Attribution(speaker=_voice(speaker, discourse), cue=governor.lower_)


def _voice(speaker: Token, discourse: Discourse) -> Mention:
    """The speaker; ``we`` and ``I`` inside a quotation are whoever speaks it."""
    outer = discourse.voices.get(speaker.i)
    first_person = speaker.lower_ in ("i", "we")
    return outer.speaker if outer is not None and first_person else mention(speaker, discourse)


def speaking_subject(governor: Token) -> Token | None:
    """The token that names who says, wants or believes what ``governor`` governs."""
    if governor.pos_ in ("NOUN", "PROPN"):
        owner = child(governor, "nmod:poss")
        if owner is not None:
            return owner
        light = governor.head
        return speaking_subject(light) if has_relation(governor, "obj") and light.pos_ == "VERB" else None
    if is_passive(governor):
        return child(governor, "obl:agent")
    subject = child(governor, "nsubj")
    if subject is not None:
        relative = "Rel" in subject.morph.get("PronType") and any(
            has_relation(d, "acl:relcl") for d in [governor]
        )
        return governor.head if relative else subject
    if has_relation(governor, "conj", "xcomp", "advcl") and governor.head.pos_ in ("VERB", "AUX"):
        return speaking_subject(governor.head)
    return None
