"""Putting a triple together: the one place where words, offsets, status and evidence meet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from extract.arguments import Argument, Clause
from extract.confidence import confidence, features
from extract.contested import contested_by
from extract.cues import Status, is_cue
from extract.dates import iso_date
from extract.extents import phrase
from extract.lexicon import words
from extract.mentions import Discourse, mention, span_mention
from extract.model import Evidence, Mention, Predicate, Surface, Triple
from extract.naming import core
from extract.syntax import child, children, copula, has_relation, with_particle, words_of
from extract.timing import looks_ahead

if TYPE_CHECKING:
    from spacy.tokens import Token


def fact(
    subject: Mention,
    predicate: Predicate,
    target: Mention,
    *,
    anchor: Token,
    held: Status,
    discourse: Discourse,
    extractor: str,
    surface: Surface | None = None,
    adjuncts: Sequence[str] = (),
) -> Triple:
    """A triple with the sentence of ``anchor`` as its evidence and ``held`` as its factual status."""
    ahead = held.certainty == "planned" or looks_ahead(anchor, predicate.lemma.rpartition(" ")[2])
    subject, target = (_dated(m, discourse, future=ahead) for m in (subject, target))
    sentence = anchor.sent
    text = sentence.text.strip()
    start = sentence.start_char + sentence.text.index(text[0]) if text else sentence.start_char
    worded = surface or Surface(subject=subject.text, predicate=predicate.text, object=target.text)
    return Triple(
        subject=subject,
        predicate=predicate,
        object=target,
        evidence=Evidence(article=discourse.article.id, start=start, end=start + len(text), sentence=text),
        surface=worded,
        polarity=held.polarity,
        certainty=held.certainty,
        attribution=held.attribution,
        adjuncts=tuple(adjuncts),
        extractor=extractor,
        confidence=confidence(features(extractor, subject, target, anchor, worded, adjuncts)),
    )


def _dated(mentioned: Mention, discourse: Discourse, *, future: bool) -> Mention:
    """A time named by its ISO date, where it names one."""
    if mentioned.kind != "time":
        return mentioned
    date = iso_date(mentioned.text, discourse.article.published, future=future)
    return replace(mentioned, name=date, label="DATE") if date else mentioned


def verbal_group(token: Token, *, infinitive: bool = False) -> list[Token]:
    """A predicate's own words: auxiliaries, copula, negation, particles; ``to`` where ``infinitive``."""
    verb_be = copula(token)
    group = [token, *children(token, "aux", "compound:prt"), *([verb_be] if verb_be is not None else [])]
    first = min(t.i for t in group if not has_relation(t, "compound:prt") or t.i == token.i)
    group += [a for a in children(token, "advmod") if _stands_in(a, first, token.i)]
    if infinitive:
        group += [m for m in children(token, "mark") if m.lower_ == "to"]
    group += [no for a in group if a.lower_ == "longer" for no in a.children]
    return [t for t in group if infinitive or t.lower_ != "to" or t.i == token.i]


def _stands_in(adverb: Token, first: int, last: int) -> bool:
    """Whether the adverb is one of the verb's own words: a negation, or one alone before the verb."""
    negation = adverb.lower_ in ("not", "n't", "n’t", "never", "no")
    negation = negation or (adverb.lower_ == "longer" and any(c.lower_ == "no" for c in adverb.children))
    alone = adverb.left_edge.i == adverb.right_edge.i and adverb.pos_ == "ADV" and adverb.tag_ != "WRB"
    return negation or (alone and first - 1 <= adverb.i < last)


def relation_words(clause: Clause, argument: Argument | None) -> str:
    """The relation as the sentence words it: ``did not agree to``, ``wants to buy``."""
    tokens = [t for g in clause.governors for t in verbal_group(g, infinitive=True)]
    tokens += verbal_group(clause.predicate, infinitive=bool(clause.governors))
    if argument is not None and argument.case and argument.case[0].i > clause.predicate.i:
        tokens += argument.case
    text = words_of(tokens)
    fronted = argument is not None and argument.case and argument.case[0].i < clause.predicate.i
    return f"{text} {words_of(argument.case).lower()}" if fronted and argument is not None else text


def relation_lemma(clause: Clause, argument: Argument | None) -> str:
    """The verb's lemma with particle and preposition; a passive without agent keeps its form."""
    verb = clause.predicate
    base = with_particle(verb)
    if clause.passive and (argument is None or argument.role != "agent"):
        base = " ".join(["be", verb.lower_, *(p.lower_ for p in children(verb, "compound:prt"))])
    case = words_of(argument.case).lower() if argument is not None else ""
    return f"{base} {case}".strip()


def conjuncts(head: Token) -> list[Token]:
    """``head`` and all that is coordinated with it, in text order."""
    named = core(head)
    beside = has_relation(named, "appos", "flat", "nmod:desc")
    if named.i != head.i and beside and child(named, "conj") is not None:
        return conjuncts(named)
    others = [o for o in children(head, "conj") if not is_clause_head(o) and not is_further_office(o)]
    others = sorted([*others, *filter(is_listed, children(head, "appos"))], key=lambda o: o.i)
    contrast = any(c.lower_ == "but" for o in others for c in children(o, "cc"))
    found = [] if contrast and _is_denied(head) else [head]
    for other in others:
        if not _is_denied(other):
            found += conjuncts(other)
    return found


def meant(clause: Clause, head: Token) -> list[Token]:
    """``head`` and what is coordinated with it, without what stands behind a clause that describes ``head``.

    Of ``an apology, which he promised, and his costs`` the costs are no part of what was promised.
    """
    place = clause.predicate.i
    described = head.i == clause.predicate.head.i and head.i < place
    return [c for c in conjuncts(head) if not (described and c.i > place)]


def is_denied_beside(conjunct: Token, first: Token) -> bool:
    """``promised savings and no closures``: a later conjunct that is denied where the first is not."""
    denied = [any(is_cue(d, "negative_determiner") for d in children(t, "det")) for t in (conjunct, first)]
    return conjunct.i != first.i and denied == [True, False]


def _is_denied(conjunct: Token) -> bool:
    """A conjunct that is set aside: ``not Sudan``, ``rather than Sudan``; not ``not only Sudan``."""
    before = [t for t in children(conjunct, "advmod", "cc", "cc:preconj") if t.i < conjunct.i]
    return any(
        t.lower_ in ("rather", "instead")
        or (t.lower_ in ("not", "never") and t.doc[t.i + 1].lower_ != "only")
        for t in before
    )


def is_further_office(other: Token) -> bool:
    """A second office that the parser coordinated with the name: ``Reed, head of X, and chairman of Y``."""
    bare = other.lower_ in words("position_nouns") and not other.ent_type_ and not children(other, "det")
    name = other.head
    singular = has_relation(name, "nsubj") and "Sing" in name.head.morph.get("Number", [])
    described = name.ent_type_ == "PERSON" and any(a.i < other.i for a in children(name, "appos"))
    comma = other.i > 1 and other.nbor(-1).lower_ == "and" and other.nbor(-2).text == ","
    return bare and described and (singular or comma)


def is_listed(other: Token) -> bool:
    """A further item of a list that the parser took for an apposition: ``a clinic, both schools and …``."""
    if not has_relation(other, "appos") or child(other, "conj") is None:
        return False
    numbers = [t.morph.get("Number", ["?"])[0] for t in (other.head, other)]
    common = other.pos_ == "NOUN" and other.head.pos_ == "NOUN"
    both_new = all(any(d.lower_ in ("a", "an") for d in children(t, "det")) for t in (other.head, other))
    unlike = common and (both_new or numbers == ["Sing", "Plur"])
    return child(other, "cc:preconj") is not None or unlike


def is_clause_head(token: Token) -> bool:
    """Whether a conjunct is a clause of its own rather than a further argument."""
    return token.pos_ in ("VERB", "AUX") or copula(token) is not None or child(token, "nsubj") is not None


def argument_text(argument: Argument, *, with_case: bool = False) -> str:
    """The argument with all that is coordinated with it, verbatim; ``with_case`` keeps its preposition."""
    start, end = phrase(argument.head, conjuncts=True)
    if with_case and argument.case:
        start = min(start, argument.case[0].i)
    return str(argument.head.doc[start:end].text)


def clause_mention(head: Token, discourse: Discourse) -> Mention:
    """A whole clause as an argument, without quotation marks and outer punctuation."""
    tokens = [t for t in head.subtree if not (t.is_punct and has_relation(t, "punct") and t.head.i == head.i)]
    denials = {t.i for clause in tokens if contested_by(clause) == head for t in clause.subtree}
    marks = {m.i for m in children(head, "mark") if m.lower_ == "that"}
    marks |= denials
    kept = sorted(t.i for t in tokens if t.i not in marks and not t.is_space)
    joined = {c.i for c in children(head, "cc")}
    fronted = any(o.left_edge.i <= kept[0] for o in children(head, "obl"))
    if fronted and kept[0] < head.head.i < head.i:  # "Without it, he warned, they would fail"
        kept = [i for i in kept if i > head.head.i] or kept
    while len(kept) > 1 and (head.doc[kept[0]].text in (",", ":", "-", "–", "—") or kept[0] in joined):
        kept.pop(0)
    while len(kept) > 1 and head.doc[kept[-1]].text == ",":
        kept.pop()
    return span_mention(kept[0], kept[-1] + 1, discourse)


def argument_mention(argument: Argument, head: Token, discourse: Discourse) -> Mention:
    """The mention of one conjunct of an argument."""
    return clause_mention(head, discourse) if argument.role == "clause" else mention(head, discourse)


def surfaces(texts: Iterable[str]) -> list[str]:
    """Texts with line breaks and runs of blanks made one blank, empty ones dropped."""
    return [joined for joined in (" ".join(t.split()) for t in texts) if joined]
