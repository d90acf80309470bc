"""What speaks for and against a chain as the antecedent of a pronoun or description, as named features.

The features follow the salience factors of Lappin & Leass 1994 and the mention-ranking models after
Durrett & Klein 2013; each is written ``class feature``, the class being that of the anaphor (``he``,
``it``, ``they``, ``the``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from extract.coref_chains import Chain
from extract.coref_constraints import in_name, modifiers, same_noun, sort_of
from extract.coref_local import clause_of
from extract.coref_phrases import Phrase
from extract.gender import gender_of, kinds_of
from extract.subjects import subject_of
from extract.syntax import has_relation


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A chain that a phrase might belong to, with its last phrase before that one and its place in the queue.

    ``rank`` counts the candidates whose last phrase is nearer.
    """

    chain: Chain
    last: Phrase
    before: tuple[Phrase, ...]
    rank: int


def bucket(number: int, *bounds: int) -> str:
    """The first bound that the number does not exceed, ``more`` beyond them."""
    return next((str(b) for b in bounds if number <= b), "more")


def antecedent_features(
    phrase: Phrase, candidate: Candidate, rivals: Sequence[Candidate], quoted: Mapping[int, int]
) -> list[str]:
    """Features of one candidate among its rivals; ``quoted``: token index → number of its quotation."""
    sort = sort_of(phrase)
    found = [
        *_distance(phrase, candidate, quoted),
        *_salience(phrase, candidate, rivals),
        *_form(phrase, candidate),
        *(_description(phrase, candidate) if sort == "the" else _grammar(phrase, candidate)),
    ]
    return [f"{sort} {feature}" for feature in found]


def nothing_features(phrase: Phrase, rivals: Sequence[Candidate]) -> list[str]:
    """Features of leaving the phrase as it is."""
    sort, head = sort_of(phrase), phrase.head
    found = ["nothing", f"nothing rivals={bucket(len(rivals), 0, 1, 2, 4, 8)}", f"nothing role={phrase.role}"]
    if sort == "the":
        found.append(f"nothing det={phrase.determiner}")
        found.append(f"nothing modifiers={bucket(len(modifiers(phrase)), 0, 1, 2)}")
        found += [f"nothing kind={kind}" for kind in sorted(kinds_of(head))]
    else:
        found.append(f"nothing form={head.lower_}")
        near = any(c.last.sentence >= phrase.sentence - 1 for c in rivals)
        found.append(f"nothing near={near}")
        adjective = has_relation(head, "nsubj") and head.head.pos_ == "ADJ"
        found.append(f"nothing adjective={adjective}")
    return [f"{sort} {feature}" for feature in found]


def _distance(phrase: Phrase, candidate: Candidate, quoted: Mapping[int, int]) -> Iterator[str]:
    last = candidate.last
    apart = phrase.sentence - last.sentence
    yield f"apart={bucket(apart, 0, 1, 2, 3, 6, 12)}"
    yield f"rank={bucket(candidate.rank, 0, 1, 2, 4, 8)}"
    yield f"apart={bucket(apart, 0, 1)} role={last.role}"
    if quoted.get(phrase.head.i) != quoted.get(last.head.i):
        yield "other voice"
    if phrase.paragraph != last.paragraph:
        yield f"other paragraph apart={bucket(apart, 1, 2)}"


def _salience(phrase: Phrase, candidate: Candidate, rivals: Sequence[Candidate]) -> Iterator[str]:
    size = len(candidate.before)
    yield f"size={bucket(size, 1, 2, 4, 8)}"
    if size > 1 and size == max(len(r.before) for r in rivals):
        yield "largest"
    for back in (0, 1, 2):
        there = [p for p in candidate.before if p.sentence == phrase.sentence - back]
        if any(p.role == "subject" for p in there):
            yield f"subject back={back}"
        elif there:
            yield f"mentioned back={back}"
    pronouns = sum(p.kind == "pronoun" for p in candidate.before)
    yield f"pronouns={bucket(pronouns, 0, 1, 3)}"
    if len(rivals) == 1:
        yield "only one"
    first = [p for p in candidate.before if p.sentence == candidate.last.sentence]
    if first and first[0].head.sent.start + 3 > first[0].start:
        yield "begins its sentence"


def _form(phrase: Phrase, candidate: Candidate) -> Iterator[str]:
    last, chain = candidate.last, candidate.chain
    yield f"last={last.kind}"
    yield f"label={chain.label or '-'}"
    yield f"named={chain.named}"
    if not chain.named:
        yield f"unnamed kinds={'/'.join(sorted(chain.kinds)) or '-'}"
        indefinite = any(p.determiner in ("a", "an") for p in candidate.before)
        yield f"unnamed indefinite={indefinite}"
        yield f"unnamed size={bucket(len(candidate.before), 1, 2, 4)}"
    if last.kind == "pronoun" and last.head.lower_ == phrase.head.lower_:
        yield "same pronoun"


def _grammar(phrase: Phrase, candidate: Candidate) -> Iterator[str]:
    head, last = phrase.head, candidate.last
    mine, its = phrase.role, last.role
    yield f"roles={mine}/{its}" if phrase.sentence - last.sentence <= 1 else f"roles={mine}/far"
    yield f"gender={'known' if candidate.chain.gender else 'unknown'}"
    yield f"plural={candidate.chain.plural}"
    clause = clause_of(head)
    if clause is None:
        return
    if has_relation(head, "nmod:poss") and subject_of(clause)[0] == last.head:
        yield "owner is subject"
    outer = clause_of(clause) if has_relation(clause, "ccomp", "advcl", "xcomp", "conj") else None
    if outer is not None and mine == "subject" and subject_of(outer)[0] == last.head:
        yield f"subject of outer {clause.dep_.split(':')[0]}"


def _description(phrase: Phrase, candidate: Candidate) -> Iterator[str]:
    chain = candidate.chain
    fit = "noun" if same_noun(phrase, chain) else "name" if in_name(phrase, chain) else "sort"
    named = "named" if chain.named else "unnamed"
    yield f"fit={fit} {named}"
    own = modifiers(phrase)
    known = {t.lower_ for p in candidate.before for t in p.head.subtree} if own else frozenset()
    extra = len(own - known)
    yield f"fit={fit} extra={bucket(extra, 0, 1)}"
    yield f"fit={fit} shared={bucket(len(own & known), 0, 1)}"
    yield f"fit={fit} det={phrase.determiner}"
    if fit == "sort":
        for kind in sorted(kinds_of(phrase.head)):
            yield f"kind={kind} label={chain.label}"
    if gender_of(phrase) and chain.gender:
        yield "gender agrees"
    modifiers_of_last = modifiers(candidate.last) if candidate.last.kind == "nominal" else frozenset()
    if fit == "noun" and modifiers_of_last - own and own:
        yield "other modifiers"
