"""Is it so, and who says so: polarity, certainty and attribution of a predicate.

The predicate's own cues (negation, modals, adverbs) are read first; then the walk climbs to the root and
lets each governing word act on what was found so far, by its stance in ``lexicon/complement_stances.tsv``.
The idea of stance by complement form follows Karttunen (1971) and Nairn, Condoravdi and Karttunen (2006).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from extract.lexicon import classes, stances
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
    with_particle,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

_WEAKNESS: dict[Certainty, int] = {
    "asserted": 0, "planned": 1, "possible": 2, "demanded": 3, "hypothetical": 4, "questioned": 5,
}
_FACT_RELATIONS = ("advcl", "acl", "parataxis", "conj")


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
    cues = [*children(predicate, "advmod", "aux", "cc", "mark", "obl", "discourse"), *_shared_auxiliaries(predicate)]
    if len([c for c in cues if _negates(c, predicate)]) % 2:
        found = found.negated()
    if any(_negative_argument(c) for c in predicate.children):
        found = found.negated()
    for cue in cues:
        if _cue(cue, "unlikely"):
            found = found.negated()
        found = _modal(found, cue, predicate)
    if child(predicate, "cop") is not None and any(_cue(d, "negative_determiner") for d in children(predicate, "det")):
        found = found.negated()
    for marker in children(predicate, "mark", "advmod", "aux", "case"):
        if _cue(marker, "condition") and not (marker.lower_ == "once" and marker.dep_ == "advmod"):
            found = found.weakened("hypothetical")
        if _cue(marker, "counterfactual") and has_relation(predicate, "advcl", "acl", "nmod", "obl"):
            found = found.negated()
    if any(_is_condition(c) for c in children(predicate, "advcl")) or _inverted_condition(predicate):
        found = found.weakened("hypothetical")
    return found


def _modal(found: Status, cue: Token, predicate: Token) -> Status:
    if _cue(cue, "would"):
        reported = any(has_relation(d, "ccomp") for d, _ in ancestors(predicate)) or has_relation(predicate, "ccomp")
        return found.weakened("planned" if reported else "hypothetical")
    if lemma(cue) == "have" and cue.dep_ == "aux" and cue.nbor().lower_ == "to":
        return found.weakened("demanded")
    for name in ("possible", "demanded", "planned"):
        if _cue(cue, name) and not has_relation(cue, "cc", "obl"):
            found = found.weakened(name)  # type: ignore[arg-type]
    return found


def _negates(cue: Token, predicate: Token) -> bool:
    if not _cue(cue, "negation") or has_relation(cue, "obl"):
        return False
    return not (cue.lower_ == "not" and cue.i + 1 < len(cue.doc) and cue.nbor().lower_ == "only") and cue.head.i == predicate.i or cue.head.i != predicate.i


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
    determined = any(_cue(d, "negative_determiner") for d in children(argument, "det", "advmod", "cc:preconj", "cc"))
    no_one = argument.lower_ == "one" and determined
    if has_relation(argument, "obl"):
        return determined and not any(p.lower_ == "with" for p in preposition(argument))
    return determined or no_one or _cue(argument, "negative_pronoun")


def _is_condition(clause: Token) -> bool:
    markers = [m for m in children(clause, "mark", "advmod") if m.i < clause.i]
    return any(_cue(m, "condition") and m.lower_ not in ("whether", "once") for m in markers) and not any(
        m.i > 0 and m.nbor(-1).lower_ == "even" for m in markers
    )


def _inverted_condition(predicate: Token) -> bool:
    """``Had it rained, …`` and ``Should talks fail, …``."""
    subject = child(predicate, "nsubj")
    fronted = [a for a in children(predicate, "aux") if a.lower_ in ("had", "should", "were") and subject is not None and a.i < subject.i]
    return bool(fronted) and has_relation(predicate, "advcl")


def _is_question(predicate: Token) -> bool:
    sentence = predicate.sent
    asked = any(t.text == "?" for t in list(sentence)[-3:])
    climb = [d for d, _ in ancestors(predicate)]
    return asked and not any(has_relation(d, "acl:relcl", "advcl") for d in climb)


def _according_to(head: Token, discourse: Discourse) -> Attribution | None:
    """``according to X`` and ``in X's opinion`` beside a predicate."""
    for oblique in children(head, "obl", "nmod", "advmod", "parataxis"):
        cue = " ".join(t.lower_ for t in preposition(oblique))
        if cue == "according to":
            return Attribution(speaker=mention(oblique, discourse), cue=cue)
        holder = child(oblique, "nmod:poss")
        if cue in ("in", "to") and holder is not None and _cue(oblique, "opinion"):
            return Attribution(speaker=mention(holder, discourse), cue=f"{cue} … {oblique.lower_}")
    return None


def _governed(found: Status, dependent: Token, governor: Token, discourse: Discourse) -> Status:
    """What ``governor`` makes of the clause below it."""
    if has_relation(dependent, "ccomp", "xcomp", "csubj") or _is_noun_complement(dependent, governor) or _is_prepositional_gerund(dependent, governor):
        return _complement(found, dependent, governor, discourse)
    if _carries_content(dependent, governor):
        return _complement(found, dependent, governor, discourse)
    if has_relation(dependent, "parataxis"):
        return found.told_by(_speaker_of(governor, discourse)) if _stance(governor, dependent) == "speech" and dependent.i > governor.i else found
    if not has_relation(dependent, "advcl", "conj", "acl", "nsubj", "obj", "obl", "nmod", "appos"):
        return found
    governing = _own(governor)
    if has_relation(dependent, "advcl"):
        if any(_cue(m, "purpose") for m in children(dependent, "mark")) and not is_finite_clause(dependent):
            return found.weakened("planned")
        if governing.certainty != "asserted" and not is_finite_clause(dependent):
            return found.weakened(governing.certainty)
        until = any(m.lower_ in ("until", "before", "when", "once", "till", "by") for m in children(dependent, "mark", "advmod"))
        if until and governing.certainty in ("planned", "possible", "demanded", "hypothetical"):
            return found.weakened("hypothetical")
    if has_relation(dependent, "conj") and not child(dependent, "nsubj") and governor.pos_ in ("VERB", "AUX") and not children(dependent, "aux"):
        return found.weakened(_shared_certainty(dependent, governor))
    return found


def _is_described(dependent: Token, governor: Token) -> bool:
    """A relative or participial clause: what it says of its noun stands, whatever is said of the noun itself."""
    return has_relation(dependent, "acl", "appos") and not _is_noun_complement(dependent, governor)


def _shared_certainty(conjunct: Token, first: Token) -> Certainty:
    """A bare later conjunct stands under the modal of the first."""
    if conjunct.tag_ not in ("VB", first.tag_) or is_passive(first) != is_passive(conjunct) and conjunct.tag_ != first.tag_:
        return "asserted"
    certainty = _own(first).certainty
    return certainty


def _carries_content(noun: Token, governor: Token) -> bool:
    """``rejected the claim that …``: the verb acts on what the noun's own clause says."""
    if not has_relation(noun, "obj", "nsubj:pass") or noun.pos_ != "NOUN" or governor.pos_ != "VERB":
        return False
    entry = _entry(governor)
    content = any(_is_noun_complement(c, noun) for c in children(noun, "acl", "advcl"))
    return content and entry is not None and entry[0] in ("deny", "doubt", "fail")


def _is_noun_complement(dependent: Token, governor: Token) -> bool:
    """``plans to attack``, ``the claim that …``, not a relative or descriptive clause."""
    if not has_relation(dependent, "acl", "advcl") or has_relation(dependent, "acl:relcl"):
        return False
    marked = any(m.lower_ in ("to", "that", "of", "from") for m in children(dependent, "mark"))
    return marked and governor.pos_ in ("NOUN", "ADJ") and _entry(governor) is not None


def _is_prepositional_gerund(dependent: Token, governor: Token) -> bool:
    """``accused of bombing``, ``prevented from entering``, ``succeeded in raising``."""
    if not has_relation(dependent, "advcl") or governor.pos_ != "VERB":
        return False
    marks = {m.lower_ for m in children(dependent, "mark")}
    return bool(marks & {"of", "from", "in", "on", "against"}) and dependent.i > governor.i and _entry(governor) is not None


def _entry(governor: Token) -> tuple[str, str, str] | None:
    suffix = {"NOUN": "/n", "PROPN": "/n", "ADJ": "/a"}.get(governor.pos_, "")
    table = stances()
    return table.get(with_particle(governor) + suffix) or table.get(lemma(governor) + suffix)


def _stance(governor: Token, dependent: Token) -> str:
    entry = _entry(governor)
    if entry is None:
        return "reported" if has_relation(dependent, "ccomp") else "entail"
    if is_finite_clause(dependent) or has_relation(dependent, "ccomp"):
        return entry[0]
    raised = child(governor, "obj", "iobj") is not None or is_passive(governor)
    return entry[2] if raised and entry[2] != "-" else entry[1]


def _complement(found: Status, dependent: Token, governor: Token, discourse: Discourse) -> Status:
    stance = _stance(governor, dependent)
    own = _own(governor)
    down = own.polarity == "negated"
    found = found.weakened(own.certainty) if own.certainty not in ("asserted", "planned") or stance in ("entail", "fail") else found
    if stance in ("speech", "reported", "factive"):
        found = found if stance == "factive" and not _is_utterance(governor) else found.told_by(_speaker_of(governor, discourse))
        return found.weakened("possible") if down and stance == "speech" else found
    if stance in ("entail", "fail", "prevent"):
        return found.negated() if (stance == "entail") == down else found
    if stance in ("deny", "doubt"):
        flipped = found.negated().weakened("possible") if stance == "doubt" else found.negated()
        flipped = flipped.negated().weakened("possible") if down else flipped
        return flipped.told_by(_speaker_of(governor, discourse)) if governor.pos_ != "ADJ" else flipped
    if stance == "belief":
        found = found.told_by(_speaker_of(governor, discourse)).weakened("possible")
        return found.negated() if down else found
    return _wanted(found, stance, down, governor, discourse)


def _wanted(found: Status, stance: str, down: bool, governor: Token, discourse: Discourse) -> Status:
    certainty: Certainty = "demanded" if stance == "demand" else "planned" if stance == "plan" else "possible"
    if stance == "demand":
        found = found.told_by(_speaker_of(governor, discourse))
    found = found.weakened(certainty)
    return found.negated() if down and stance != "demand" else found


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
        relative = "Rel" in subject.morph.get("PronType") and any(has_relation(d, "acl:relcl") for d in [governor])
        return governor.head if relative else subject
    if has_relation(governor, "conj", "xcomp", "advcl") and governor.head.pos_ in ("VERB", "AUX"):
        return speaking_subject(governor.head)
    return None
