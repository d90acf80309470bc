"""Is it so, and who says so: polarity, certainty and attribution of a predicate.

The predicate's own cues are read first; then the walk climbs to the root and lets each governing word act
on what was found so far, by its stance in ``lexicon/complement_stances.tsv``.
The idea of stance by complement form follows Karttunen (1971) and Nairn, Condoravdi and Karttunen (2006).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from extract.awaited import awaited, is_awaited
from extract.complements import (
    carrier,
    carries_content,
    content_stance,
    entry_of,
    is_complement,
    is_stray_content,
    marked_entry,
)
from extract.cues import Status, is_cue, is_quantity_of_none, is_scarce, own_cues
from extract.mentions import Discourse
from extract.model import Certainty
from extract.speakers import beside, is_nobody, speaker_of, telling_aside
from extract.stances import is_free_relative, is_generic, leaves_open, stance_of
from extract.syntax import (
    ancestors,
    children,
    has_relation,
    is_finite_clause,
    is_infinitive,
    is_passive,
    lemma,
)

if TYPE_CHECKING:
    from spacy.tokens import Token


def status(predicate: Token, discourse: Discourse) -> Status:
    """Polarity, certainty and attribution of the clause that ``predicate`` heads."""
    found = _called(own_cues(predicate), predicate, discourse)
    presupposed = timed = False  # when something happened is not denied with it
    for dependent, governor in ancestors(predicate):
        governed = _governed(found, dependent, governor, discourse)
        timed = timed or (is_awaited(dependent) and is_finite_clause(dependent))
        governed = replace(governed, polarity=found.polarity) if timed else governed
        found = found.told_by(governed.attribution) if presupposed else governed
        presupposed = presupposed or _is_described(dependent, governor) or _is_topic(dependent, governor)
        found = _told_beside(found, dependent, discourse)
    root = predicate.sent.root
    found = _told_beside(found, root, discourse).told_by(discourse.voices.get(predicate.i))
    return found.weakened("questioned") if _is_question(predicate) else found


def claims_nothing(predicate: Token) -> bool:
    """``did not accuse Reed of selling …``: the gerund of a negated accusation says nothing of anybody."""
    for dependent, governor in ancestors(predicate):
        entry = marked_entry(dependent, governor)
        accused = entry is not None and entry[0] == "speech"
        if accused and own_cues(governor).polarity == "negated":
            return True
    return False


def _called(found: Status, predicate: Token, discourse: Discourse) -> Status:
    """``the fear is that …``: what the subject of such a clause calls its content."""
    joined = has_relation(predicate, "conj") and any(m.lower_ == "that" for m in children(predicate, "mark"))
    first = predicate.head if joined else predicate
    noun = next((s for s in children(first, "nsubj") if s.dep_ == "nsubj:outer"), None)
    entry = entry_of(noun) if noun is not None and noun.pos_ == "NOUN" else None
    if noun is None or entry is None or entry[0] == "question":
        return found
    return _complement(found, noun, predicate, entry[0], discourse)


def _told_beside(found: Status, head: Token, discourse: Discourse) -> Status:
    """What an aside makes of a clause: ``…, said Reed``, ``…, investigators suspect, …``."""
    aside = telling_aside(head)
    entry = entry_of(aside) if aside is not None else None
    if entry is not None and entry[0] == "belief":
        found = found.weakened("possible")
    return found.told_by(beside(head, discourse))


def _is_question(predicate: Token) -> bool:
    sentence = predicate.sent
    asked = any(t.text == "?" for t in list(sentence)[-3:])
    climb = [d for d, _ in ancestors(predicate)]
    root = sentence.root
    presupposing = any(t.tag_ in ("WRB", "WP", "WDT", "WP$") and t.i < root.i for t in root.subtree)
    return asked and not presupposing and not any(has_relation(d, "acl:relcl", "advcl") for d in climb)


def _governed(found: Status, dependent: Token, governor: Token, discourse: Discourse) -> Status:
    """What ``governor`` makes of the clause below it."""
    noun = carrier(dependent, governor)
    if noun is not None:
        return _complement(found, noun, dependent, stance_of(noun, dependent), discourse)
    if is_free_relative(dependent) and leaves_open(governor.head):
        return _complement(found, governor.head, dependent, "question", discourse)
    if is_complement(dependent, governor):
        return _complement(found, governor, dependent, stance_of(governor, dependent), discourse)
    if is_stray_content(dependent, governor):
        return _complement(found, governor.head, dependent, stance_of(governor.head, dependent), discourse)
    if carries_content(dependent, governor):
        return _complement(found, governor, dependent, content_stance(governor, dependent), discourse)
    if has_relation(dependent, "parataxis"):
        return (
            found.told_by(speaker_of(governor, discourse))
            if stance_of(governor, dependent) == "speech" and _runs_on(governor, dependent)
            else found
        )
    if has_relation(dependent, "advcl"):
        return _adverbial(found, dependent, governor)
    if has_relation(dependent, "acl"):
        found = found.weakened("hypothetical") if is_generic(dependent, governor) else found
        return found.weakened("planned") if is_infinitive(dependent) else found
    shares = has_relation(dependent, "conj") and governor.pos_ in ("VERB", "AUX")
    if shares and not children(dependent, "nsubj", "aux"):
        return found.weakened(_shared_certainty(dependent, governor))
    return found


def _runs_on(governor: Token, dependent: Token) -> bool:
    """Whether a clause beside a verb of saying goes on with what is said, no semicolon between them."""
    between = governor.doc[governor.i : dependent.i]
    return len(between) > 0 and not any(t.text == ";" for t in between)


def _adverbial(found: Status, dependent: Token, governor: Token) -> Status:
    """A purpose is meant; what is awaited is open; a bare participle shares its governor's lot."""
    if governor.pos_ == "ADV":
        settled = own_cues(governor.head).certainty == "asserted"
        return found if settled else found.weakened("hypothetical")
    finite = is_finite_clause(dependent)
    if not finite and any(is_cue(m, "purpose") for m in children(dependent, "mark")):
        return found.weakened("planned")
    governing = own_cues(governor).certainty
    if governing != "asserted" and not finite:
        return found.weakened(governing)
    return found.weakened(awaited(dependent, governor)) if is_awaited(dependent) else found


def _is_described(dependent: Token, governor: Token) -> bool:
    """A relative or participial clause: it stands, whatever is said of its noun."""
    content = is_complement(dependent, governor) or is_stray_content(dependent, governor)
    content = content or carrier(dependent, governor) is not None or is_free_relative(dependent)
    return has_relation(dependent, "acl", "appos") and not content and not is_infinitive(dependent)


def _is_topic(noun: Token, governor: Token) -> bool:
    """A noun with content that the verb only mentions: ``declined to comment on reports that …``."""
    argument = noun.pos_ == "NOUN" and has_relation(noun, "obj", "obl", "nsubj", "nmod", "iobj")
    return argument and not carries_content(noun, governor)


def _shared_certainty(conjunct: Token, first: Token) -> Certainty:
    """A bare later conjunct stands under the modal of the first."""
    if conjunct.tag_ not in ("VB", first.tag_) or (
        is_passive(first) != is_passive(conjunct) and conjunct.tag_ != first.tag_
    ):
        return "asserted"
    return own_cues(first).certainty


_ACTIONS: dict[str, Certainty] = {
    "promise": "planned",
    "plan": "planned",
    "demand": "demanded",
    "forbid": "demanded",
    "possible": "possible",
    "must": "demanded",
    "renounce": "planned",
    "rumour": "possible",
    "belief": "possible",
    "doubt": "possible",
    "hypothetical": "hypothetical",
    "question": "questioned",
}


_TELLING = frozenset(
    {"speech", "reported", "deny", "doubt", "belief", "demand", "forbid", "promise", "hypothetical", "rumour"}
)


_FLIPPING = frozenset({"renounce", "fail", "prevent", "deny", "doubt", "forbid"})


_TRANSPARENT = frozenset(
    {"entail", "fail", "prevent", "plan", "promise", "belief", "doubt", "deny", "possible"}
)
"""Stances under which a negated governor flips what it governs: "did not manage to"."""


def _complement(
    found: Status, governor: Token, dependent: Token, stance: str, discourse: Discourse
) -> Status:
    """What the stance of a governing word, itself perhaps negated or unsure, makes of the clause below."""
    own = own_cues(governor)
    down = (own.polarity == "negated") != (is_scarce(governor) or _is_said_of_none(governor))
    if stance == "renounce" and down:
        return found.weakened("possible")
    if down and stance in ("deny", "doubt") and is_nobody(governor):
        return found
    if stance == "fail" and found.certainty == "planned" and _renounces(dependent):
        return found.negated().weakened("possible")
    if (own.certainty not in ("asserted", "planned") and stance != "factive") or stance in ("entail", "fail"):
        found = found.weakened(own.certainty)
    if (stance in _FLIPPING) != (down and stance in _TRANSPARENT):
        found = found.negated()
    if down and stance in ("speech", "deny"):
        found = found.weakened("possible")
    certainty = _ACTIONS.get(stance)
    if certainty and (down or stance != "belief" or found.certainty != "planned"):
        found = found.weakened(certainty)
    if down and stance == "demand":
        return found.weakened("possible")
    return _told(found, governor, stance, discourse)


def _is_said_of_none(governor: Token) -> bool:
    """``nothing to suggest that …``, ``no evidence indicating that …``."""
    noun = governor.head
    return governor.dep_ == "acl" and (is_scarce(noun) or is_quantity_of_none(noun))


def _renounces(dependent: Token) -> bool:
    entry = entry_of(dependent)
    return entry is not None and entry[1] == "renounce"


def _told(found: Status, governor: Token, stance: str, discourse: Discourse) -> Status:
    """Attributed to whoever the governor says it of; what a noun passes on for nobody is only possible."""
    entry = entry_of(governor)
    asked = stance == "question" and entry is not None and entry[0] in ("question", "doubt")
    tells = stance in _TELLING or asked or (stance == "factive" and _is_utterance(governor))
    if not tells or governor.pos_ == "ADJ":
        return found
    told = found.told_by(speaker_of(governor, discourse))
    unsourced = governor.pos_ == "NOUN" and told.attribution is None and stance in ("speech", "reported")
    judged = carries_content(governor, governor.head)
    return told.weakened("possible") if unsourced and not judged else told


def _is_utterance(governor: Token) -> bool:
    return lemma(governor) in ("reveal", "notice", "show", "find", "lament", "discover")
