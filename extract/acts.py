"""Who acts politically on whom, where grammar puts the target deeper than an argument of the verb.

``launched an attack on Kyiv`` gives Russia – attack – Kyiv, ``rejected an Australian ultimatum`` links to
Australia, ``said that Sudan must return a helicopter`` is a demand of Sudan. What already stands as a direct
argument is left to ``extract.clauses``; both carry the class from ``extract.events``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations, product
from typing import TYPE_CHECKING

from extract.arguments import Argument, Clause, clause, clauses, is_relative, subject_of
from extract.cues import Status
from extract.event_features import operator_of
from extract.events import act_event, noun_act
from extract.facts import conjuncts, fact, verbal_group
from extract.factuality import status
from extract.lexicon import words
from extract.lexicon.events import noun_sets, relation_of
from extract.mentions import Discourse, is_time, mention
from extract.model import Mention, Predicate, Triple
from extract.parties import bears_party, is_party, party, short_span
from extract.syntax import child, children, has_relation, is_predicate, lemma, preposition, words_of

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_OBLIGING = frozenset({"must", "should", "ought"})
_CONDITIONS = frozenset({"if", "unless", "until"})
_TRANSPARENT = frozenset({"light", "keep", None})


@dataclass(frozen=True, slots=True)
class Aim:
    """Whom an act is aimed at: the target's head, the canonical relation, and the words between as tokens.

    Without ``relation`` the act as a whole is meant, whatever its words; ``case``: the target's preposition.
    """

    target: Token
    path: tuple[Token, ...] = ()
    relation: str | None = None
    case: str = ""


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
    aim = _aim(act, nearest=shared is not None)
    if aim is not None:
        pairs: Iterable[tuple[Token, Token]] = product(doers, conjuncts(aim.target))
        relation = aim.relation or relation_of(kind, aim.case)
        held = held if aim.relation else _of_whole(act, kind, discourse)
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


def _aim(act: Clause, *, nearest: bool) -> Aim | None:
    """The target, from near to far: of the act's noun, inside the object, an oblique, or a further clause.

    ``nearest`` looks no further than the noun's.
    """
    engaged = operator_of(act.predicate) == "engaged"
    objects = [h for a in act.arguments if a.role == "object" or engaged for h in conjuncts(a.head)]
    aim = next((found for head in objects if (found := _of_noun(act, head))), None)
    if aim is not None or nearest or (act.passive and operator_of(act.predicate) != "engaged"):
        return aim
    obliques = [a.head for a in act.arguments if a.role in ("oblique", "recipient") and not is_time(a.head)]
    if lemma(act.predicate) in words("events_movers"):
        return _moved(objects, obliques)
    if any(map(is_party, objects)):
        return None
    aim = _inside(objects)
    if aim is not None or any(map(is_party, obliques)):
        return aim
    return (
        _inside(obliques)
        or _in_clause(act)
        or _inside(objects, places=True)
        or _inside(obliques, places=True)
    )


def _moved(objects: list[Token], obliques: list[Token]) -> Aim | None:
    """``withdraw inspectors from Iraq``: where to or from, also where the parser hung that on the object."""
    if any(map(is_party, obliques)):
        return None
    complements = [n for h in objects for n in children(h, "nmod") if preposition(n)]
    led = [n for n in complements if preposition(n)[0].lower_ not in ("of", "by")]
    return _inside([*obliques, *led], places=True)


def _of_noun(act: Clause, head: Token) -> Aim | None:
    """``launched an attack on Kyiv``: a complement of the noun, wherever the parser hung it."""
    noun = noun_act(head)
    if noun is None:
        return None
    plain = operator_of(act.predicate) in _TRANSPARENT
    for phrase in (*children(head, "nmod"), *(a.head for a in act.arguments if a.role == "oblique")):
        case = preposition(phrase)
        target = party(phrase, places=True) if case and case[0].lower_ in noun.prepositions else None
        if target is not None:
            return Aim(target, (head, *case), noun.relation if plain else None)
    return None


def _inside(heads: list[Token], *, places: bool = False) -> Aim | None:
    for head in heads:
        target = party(head, places=places)
        if target is not None:
            return Aim(target, (head,), case=_case(target))
    return None


def _case(target: Token) -> str:
    """The preposition before a target; ``in`` also for ``the streets of Lima``."""
    case = " ".join(c.lower_ for c in preposition(target))
    return "in" if case == "of" and "&place" in noun_sets().get(lemma(target.head), ()) else case


def _in_clause(act: Clause) -> Aim | None:
    """``demanded that Kyiv withdraw``, ``threatened … unless Kyiv …``, ``rallied to protest X's …``."""
    above = [c for g in act.governors for c in children(g, "advcl")]
    contents = [*children(act.predicate, "ccomp", "xcomp", "advcl"), *_noun_clauses(act), *above]
    for content in contents:
        subject = child(content, "nsubj")
        conditional = any(m.lower_ in _CONDITIONS for m in children(content, "mark"))
        if subject is not None and (has_relation(content, "ccomp", "acl") or conditional):
            target = None if is_relative(subject) else party(subject)
            if target is not None:
                return Aim(target)
    for content in contents:
        for argument in () if has_relation(content, "ccomp") else clause(content).arguments:
            target = party(argument.head)
            if target is not None:
                return Aim(target)
    return None


def _noun_clauses(act: Clause) -> list[Token]:
    """Clauses that a noun under the verb carries: ``a declaration demanding …``, ``its demand that …``."""
    heads = [a.head for a in act.arguments if a.role in ("object", "oblique")]
    return [c for h in heads for c in children(h, "acl", "ccomp") if not has_relation(c, "acl:relcl")]


def _obliged(act: Clause, discourse: Discourse) -> Iterator[Triple]:
    """``said that Sudan must return …``: what one says that another must do is demanded of the other."""
    verb, speech = act.predicate, act.predicate.head
    must = next((m for m in children(verb, "aux") if m.lower_ in _OBLIGING), None)
    own = child(verb, "nsubj")
    if must is None or own is None or not has_relation(verb, "ccomp") or not bears_party(own):
        return
    speaker, _ = subject_of(speech)
    if speaker is None or not bears_party(speaker):
        return
    text = words_of([*verbal_group(speech), must])
    predicate = Predicate(text=text, lemma=relation_of("DEMAND"), event="DEMAND")
    pairs = product(conjuncts(speaker), conjuncts(own))
    yield from _linked(pairs, predicate, speech, status(speech, discourse), discourse)
