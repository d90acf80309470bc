"""Acts that nouns name → triples: ``Russia's invasion of Ukraine``, ``the arrest of a reporter by the army``.

The nouns, their verbs and the prepositions of whom it is done to are those of ``lexicon/events_nouns.tsv``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from typing import TYPE_CHECKING

from extract.complements import entry_of
from extract.cues import Status, is_scarce
from extract.events import noun_act
from extract.facts import conjuncts, fact
from extract.factuality import status
from extract.lexicon import words
from extract.mentions import Discourse, is_time, mention
from extract.model import Certainty, Predicate, Triple
from extract.parties import bears_party, is_party
from extract.presupposition import granted
from extract.syntax import ancestors, children, is_predicate, lemma, preposition, words_of

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_DEEDS = frozenset(
    ["ASSAULT", "FIGHT", "COERCE", "SANCTION", "INVESTIGATE", "RETREAT", "DISAPPROVE", "SUPPORT"]
)
"""Classes whose nouns name a deed; a demand, a threat or an agreement says more than who and whom."""
_MET = frozenset({"visit", "pardon", "extradite"})
_SETTLED = frozenset({"factive", "entail"})
"""Stances of governing words under which the act has taken place: ``learned of the attack``."""
_PREVENTED = frozenset({"deny", "fail", "prevent", "renounce", "forbid"})
_OPEN: dict[str, Certainty] = {"plan": "planned", "promise": "planned", "demand": "demanded"}


def nominal_acts(sentence: Span, discourse: Discourse) -> Iterator[Triple]:
    """A triple for each noun that names an act together with who does it and to whom."""
    for noun in sentence:
        act = noun_act(noun)
        if act is None or not (act.event in _DEEDS or act.relation in _MET):
            continue
        doers = _doers(noun, discourse)
        held = _held(noun, discourse) if doers else None
        if held is None:
            continue
        for done_to in targets(noun, act.prepositions, doers):
            relation = words_of([noun, *preposition(done_to)])
            predicate = Predicate(text=relation, lemma=act.relation, event=act.event)
            for doer, target in product(doers, conjuncts(done_to)):
                yield fact(
                    mention(doer, discourse),
                    predicate,
                    mention(target, discourse),
                    anchor=noun,
                    held=held,
                    discourse=discourse,
                    extractor="act",
                )


def _doers(noun: Token, discourse: Discourse) -> list[Token]:
    """Who acts: a ``by`` phrase, the possessor, or a state before the noun (``Russian attack``)."""
    owners = [o for o in children(noun, "nmod:poss") if not is_time(o)]
    known = [o for o in owners if o.pos_ not in ("PRON", "DET") or _is_named(o, discourse)]
    by = [n for n in children(noun, "nmod", "obl") if [p.lower_ for p in preposition(n)] == ["by"]]
    states = [m for m in children(noun, "amod", "compound") if m.ent_type_ in ("NORP", "GPE")]
    first = (by or known or states)[:1]
    doers = [doer for head in first for doer in conjuncts(head)]
    return [d for d in doers if d.ent_type_ or bears_party(d) or _is_named(d, discourse)]


def _is_named(token: Token, discourse: Discourse) -> bool:
    referent = discourse.referents.get(token.i)
    return referent is not None and bool(referent.label)


def targets(noun: Token, prepositions: frozenset[str], doers: Sequence[Token] = ()) -> list[Token]:
    """To whom the act of a noun is done, by one of its ``prepositions``; not one of the ``doers``."""
    phrases = [n for n in children(noun, "nmod") if preposition(n) and n not in doers]
    fitting = [n for n in phrases if preposition(n)[0].lower_ in prepositions]
    return [n for n in fitting if is_party(n) or n.ent_type_ in ("GPE", "LOC", "FAC")][:1]


def _held(noun: Token, discourse: Discourse) -> Status | None:
    """Whether the act has happened, as far as the words around its noun tell; None where they deny it."""
    held = granted(noun, discourse)
    entry = entry_of(noun.head) if noun.head.i != noun.i else None
    if held is None or is_scarce(noun) or (entry is not None and {entry[0], entry[1]} & _PREVENTED):
        return None
    clause = next((h for _, h in ancestors(noun) if is_predicate(h)), None)
    if clause is not None:
        held = held.told_by(status(clause, discourse).attribution)
    if entry is None or lemma(noun.head) in words("responding_verbs"):
        return held
    wanted = next((_OPEN[stance] for stance in (entry[1], entry[0]) if stance in _OPEN), None)
    return held.weakened(wanted) if wanted else held if entry[0] in _SETTLED else held.weakened("possible")
