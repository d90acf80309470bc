"""Who acts politically on whom, where grammar puts the target deeper than an argument of the verb.

``launched an attack on Kyiv`` gives Russia – attack – Kyiv, ``rejected an Australian ultimatum`` links to
Australia, ``said that Sudan must return a helicopter`` is a demand of Sudan. What already stands as a direct
argument is left to ``extract.clauses``; both carry the class from ``extract.events``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import combinations, product
from typing import TYPE_CHECKING

from extract.aims import aim_of
from extract.arguments import Argument, Clause, clause, clauses
from extract.complements import entry_of
from extract.cues import Status
from extract.event_features import operator_of
from extract.events import act_event, noun_act
from extract.facts import conjuncts, fact, verbal_group
from extract.factuality import status
from extract.lexicon import words
from extract.lexicon.events import relation_of
from extract.mentions import Discourse, mention
from extract.model import Mention, Predicate, Triple
from extract.parties import bears_party, is_party, short_span
from extract.subjects import subject_of
from extract.syntax import child, children, has_relation, is_predicate, lemma, words_of

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_OBLIGING = frozenset({"must", "should", "ought"})


def acts(sentence: Span, discourse: Discourse) -> Iterator[Triple]:
    """A triple for each act of the sentence whose target is no direct argument of its verb."""
    for found in clauses(sentence):
        yield from _done(found, discourse)
        yield from _obliged(found, discourse)


def _done(act: Clause, discourse: Discourse) -> Iterator[Triple]:
    doer = _doer(act)
    if doer is None or not bears_party(doer) or _governs(act):
        return
    held = status(act.predicate, discourse)
    kind = act_event(act, held.polarity)
    if kind is None:
        return
    doers = conjuncts(doer)
    shared = _mutual_relation(act) if len(doers) > 1 and not _has_party(act) else None
    aim = aim_of(act, nearest=shared is not None)
    if aim is not None:
        pairs: Iterable[tuple[Token, Token]] = product(
            doers, [t for t in conjuncts(aim.target) if is_party(t) or t == aim.target]
        )
        relation = aim.relation or relation_of(kind, aim.case)
        held = held if aim.relation else _of_whole(act, kind, discourse)
        guessed = (aim.guessed and kind != "DEMAND") or (aim.path and not aim.relation)
        held = held.weakened("possible") if guessed else held
    elif shared is not None:
        pairs, relation = combinations(doers, 2), shared
    else:
        return
    group = [t for g in act.governors for t in verbal_group(g, infinitive=True)]
    group += [*verbal_group(act.predicate, infinitive=bool(act.governors)), *(aim.path if aim else ())]
    predicate = Predicate(text=words_of(group), lemma=relation, event=kind)
    yield from _linked(pairs, predicate, act.predicate, held, discourse)


def _of_whole(act: Clause, kind: str, discourse: Discourse) -> Status:
    """How the act as a whole holds: who threatens to attack does threaten; who does not agree does rebuff."""
    held = status(act.governors[0] if act.governors else act.predicate, discourse)
    by_denial = held.polarity == "negated" and kind != act_event(act, "affirmed")
    return held.negated() if by_denial else held


def _linked(
    pairs: Iterable[tuple[Token, Token]],
    predicate: Predicate,
    anchor: Token,
    held: Status,
    discourse: Discourse,
) -> Iterator[Triple]:
    for source, target in pairs:
        if _is_known(source, discourse) and _is_known(target, discourse):
            yield fact(
                _party_mention(source, discourse),
                predicate,
                _party_mention(target, discourse),
                anchor=anchor,
                held=held,
                discourse=discourse,
                extractor="act",
            )


def _party_mention(token: Token, discourse: Discourse) -> Mention:
    """The mention of a party, its text no longer than a name with its nearest complement."""
    whole = mention(token, discourse)
    start, end = short_span(token)
    span = discourse.doc[start:end]
    if len(span.text) >= len(whole.text):
        return whole
    return replace(whole, start=span.start_char, end=span.end_char, text=span.text)


def _is_known(party_: Token, discourse: Discourse) -> bool:
    """Whether a pronoun has been resolved; other phrases name something themselves."""
    return party_.pos_ != "PRON" or party_.i in discourse.referents or party_.i in discourse.voices


def _doer(act: Clause) -> Token | None:
    """Who acts; of a participle by an object (``issued a declaration demanding …``) whoever does the verb."""
    engaged = act.passive and act.agent is None and operator_of(act.predicate) == "engaged"
    doer = act.agent if act.passive and not engaged else act.subject
    if doer is None or is_party(doer) or not has_relation(act.predicate, "acl", "xcomp", "advcl"):
        return doer
    verb = doer.head
    inherited = doer.i == act.predicate.head.i or verb.i == act.predicate.head.i
    objective = has_relation(doer, "obj", "obl") and is_predicate(verb)
    return subject_of(verb)[0] if inherited and objective else doer


def _governs(act: Clause) -> bool:
    """Whether a verb below with the same subject says what is done: that clause has the act."""
    below = [c for c in children(act.predicate, "xcomp") if is_predicate(c)]
    return any(act.predicate in clause(c).governors for c in below)


def _mutual_relation(act: Clause) -> str | None:
    """What coordinated subjects do with each other; without object that is left to ``extract.clauses``."""
    heads = [a.head for a in act.arguments if a.role in ("object", "oblique")]
    shared = next((n.relation for h in heads if (n := noun_act(h)) is not None and n.is_mutual), None)
    content = any(a.role == "clause" for a in act.arguments)
    said = content and lemma(act.predicate) in words("reciprocal_verbs")
    return shared or (f"{lemma(act.predicate)} with" if said else None)


def _has_party(act: Clause) -> bool:
    """Whether the act names another party than its doers; where it took place is none."""
    named = (a for a in act.arguments if a.role in ("object", "recipient") or _leads_to_party(a))
    return any(is_party(a.head) for a in named)


def _leads_to_party(argument: Argument) -> bool:
    return argument.role == "oblique" and any(c.lower_ in ("with", "against", "to") for c in argument.case)


def _obliged(act: Clause, discourse: Discourse) -> Iterator[Triple]:
    """``said that Sudan must return …``: what one says that another must do is demanded of the other."""
    verb, speech = act.predicate, act.predicate.head
    must = next((m for m in children(verb, "aux") if m.lower_ in _OBLIGING), None)
    own = child(verb, "nsubj")
    opinion = lemma(speech) in ("argue", "reason", "contend") or (entry_of(speech) or [""])[0] == "belief"
    if must is None or own is None or not has_relation(verb, "ccomp") or opinion or not bears_party(own):
        return
    if has_relation(own, "nsubj:pass") or any(m.lower_ == "have" for m in children(verb, "aux")):
        return  # "should be freed" is asked of others, "should have gone" of nobody any more
    speaker, _ = subject_of(speech)
    if speaker is None or not bears_party(speaker):
        return
    text = words_of([*verbal_group(speech), must])
    predicate = Predicate(text=text, lemma=relation_of("DEMAND"), event="DEMAND")
    pairs = product(conjuncts(speaker), conjuncts(own))
    yield from _linked(pairs, predicate, speech, status(speech, discourse), discourse)
