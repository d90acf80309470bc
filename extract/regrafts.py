"""Clauses and phrases that parsers hang on the wrong word, hung on the right one before anything is read.

Each rule knows one misreading whose right reading the lexicon or the word order settles.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.complements import entry_of
from extract.lexicon import classes, stances, words
from extract.regrafts_nouns import NOUN_RULES
from extract.regrafts_subjects import SUBJECT_RULES
from extract.regrafts_words import WORD_RULES, move
from extract.syntax import child, children, has_relation, is_infinitive, is_passive, lemma

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_CAUSATIVES = frozenset({"let", "make", "have", "help", "see", "hear", "watch"})
"""Verbs whose object acts in a bare infinitive: ``let officers leave``."""
_OPENING, _CLOSING = frozenset("\"'“‘«`") | {"``"}, frozenset("\"'”’»") | {"''"}


def regraft(doc: Doc) -> None:
    """Moves what hangs on the wrong word; heads and relations of ``doc`` change."""
    rules = (*WORD_RULES, *NOUN_RULES, *SUBJECT_RULES, *_CLAUSE_RULES)
    for token in [t for t in doc if not (t.is_punct or t.is_space)]:
        for rule in rules:
            rule(token)


def _to_passive_verb(gerund: Token) -> None:
    """``accused by monitors of letting …``, ``fined €5m by the court for …``: of the one acted on."""
    noun, verb = gerund.head, gerund.head.head
    if gerund.dep_ != "acl" or gerund.tag_ != "VBG" or not has_relation(noun, "obl", "obj"):
        return
    keys = (f"{lemma(verb)}_{mark.lower_}" for mark in children(gerund, "mark"))
    if is_passive(verb) and any(key in stances() for key in keys):
        move(gerund, verb, "advcl")


def _to_accused_act(gerund: Token) -> None:
    """``accused Tesk of opening fire, killing two``: who fired killed them, not who accuses."""
    verb = gerund.head
    loose = gerund.dep_ == "advcl" and gerund.tag_ == "VBG" and not children(gerund, "mark")
    if not loose or verb.i >= gerund.i or lemma(gerund) in words("speech_verbs"):
        return
    for act in children(verb, "advcl", "xcomp"):
        keys = (f"{lemma(verb)}_{mark.lower_}" for mark in children(act, "mark"))
        if verb.i < act.i < gerund.i and any(key in stances() for key in keys):
            move(gerund, act, "advcl")
            return


def _to_caused_verb(verb: Token) -> None:
    """``let police search homes``: who is let stands before the infinitive, whatever follows is its own."""
    act = child(verb, "xcomp")
    if lemma(verb) not in _CAUSATIVES or act is None or act.pos_ != "VERB" or is_infinitive(act):
        return
    if act.tag_ not in ("VB", "VBP", "NN"):
        return
    between = [c for c in children(verb, "obj", "iobj", "nsubj") if verb.i < c.i < act.i]
    if len(between) != 1:
        return
    between[0].dep_ = "obj"
    act.tag_ = "VB"
    act.set_morph("VerbForm=Inf")  # type: ignore[attr-defined]  # spaCy has it, its stubs do not
    for behind in (c for c in children(verb, "obj") if c.i > act.i):
        move(behind, act, "obj")


def _to_verb_of_saying(time: Token) -> None:
    """``said on Friday it would pay``: a time right behind a word of saying tells when it was said."""
    verb, speech = time.head, time.head.head
    subject = child(verb, "nsubj")
    if not (
        has_relation(time, "obl") and has_relation(verb, "ccomp") and lemma(speech) in words("speech_verbs")
    ):
        return
    told = subject is not None and subject.left_edge.i == time.right_edge.i + 1
    if told and time.left_edge.i == speech.i + 1 and time.ent_type_ in ("DATE", "TIME"):
        move(time, speech, time.dep_)


def _to_first_verb(verb: Token) -> None:
    """A clause that ``and`` or a full stop parts from a verb with an object is not what that verb says."""
    above, conjunction, start = verb.head, child(verb, "cc"), verb.left_edge.i
    if not has_relation(verb, "ccomp") or verb.i < above.i or child(above, "obj") is None:
        return
    stopped = any(t.text == "." for t in verb.doc[above.i + 1 : start])
    if stopped or (conjunction is not None and conjunction.i == start):
        verb.dep_ = "conj"


def _out_of_quotation(verb: Token) -> None:
    """``told me, 'You can stay,' and now she …``: what follows the inner quotation goes on outside it."""
    quoted, speech = verb.head, verb.head.head
    if (
        not has_relation(verb, "conj")
        or not has_relation(quoted, "ccomp")
        or not speech.i < quoted.i < verb.i
    ):
        return
    opened = [t.i for t in verb.doc[speech.i : quoted.i] if t.text in _OPENING]
    closed = [t.i for t in verb.doc[quoted.i : verb.left_edge.i] if t.text in _CLOSING and t.tag_ != "POS"]
    if len(opened) == len(closed) == 1 and child(verb, "nsubj") is not None:
        move(verb, speech, "conj")


def _to_person(relative: Token) -> None:
    """``a meeting of Hale and Reed, who had spoken``: who is told of must be somebody."""
    noun, subject = relative.head, child(relative, "nsubj")
    if not has_relation(relative, "acl:relcl") or subject is None or subject.lower_ != "who":
        return
    things = classes("noun_kinds")["event"] | words("summing_nouns")
    if noun.ent_type_ or lemma(noun) not in things:
        return
    before = [t for t in noun.doc[noun.i + 1 : subject.i] if t.ent_type_ == "PERSON" and t.ent_iob_ == "B"]
    if before:
        move(relative, before[-1], "acl:relcl")


def _to_relative_clause(verb: Token) -> None:
    """``signed a treaty that divides the sea and sets up a patrol``: verbs of one tense go together."""
    above = verb.head
    bare = has_relation(verb, "conj") and verb.tag_ == "VBZ" and above.tag_ == "VBD"
    if not bare or children(verb, "nsubj", "aux", "cop"):
        return
    relatives = [
        c for o in children(above, "obj", "obl") for c in children(o, "acl:relcl") if above.i < c.i < verb.i
    ]
    if relatives and relatives[-1].tag_ == "VBZ":
        move(verb, relatives[-1], "conj")


def _to_told_clause(phrase: Token) -> None:
    """``Without the dam, he warned, the capital could …``: what precedes the aside is told."""
    speech = phrase.head
    subject, told = child(speech, "nsubj"), child(speech, "ccomp", "parataxis")
    if not has_relation(phrase, "obl") or subject is None or told is None or child(phrase, "case") is None:
        return
    start, end = subject.left_edge.i, told.left_edge.i
    aside = lemma(speech) in words("speech_verbs") and phrase.i < start < speech.i < end
    edges = (phrase.doc[start - 1].text, phrase.doc[end - 1].text, phrase.doc[end].text)
    if aside and edges[0] == "," and "," in edges[1:]:
        move(phrase, told, "obl")


def _to_verb_before(told: Token) -> None:
    """``Hale, who asked for silence, admitted that …``: a clause is of the verb before ``that``."""
    that = next((m for m in children(told, "mark") if m.lower_ == "that"), None)
    verb = told.doc[that.i - 1] if that is not None and that.i else told
    if (
        not has_relation(told, "xcomp", "ccomp", "advcl")
        or verb.i in (told.i, told.head.i)
        or verb.pos_ != "VERB"
    ):
        return
    entry = entry_of(verb)
    tells = entry is not None and entry[0] in ("speech", "belief", "factive", "deny", "doubt")
    if tells and told.head.i < verb.i < told.i and not children(verb, "ccomp"):
        move(told, verb, "ccomp")


def _to_speech_verb(verb: Token) -> None:
    """``confirmed that a review took place but denied that …``: who confirms denies, not the review."""
    content, speech = verb.head, verb.head.head
    inside = has_relation(verb, "conj") and has_relation(content, "ccomp") and speech.i < content.i < verb.i
    if not inside or children(verb, "nsubj", "aux", "mark") or verb.tag_ != speech.tag_:
        return
    told = child(verb, "ccomp") is not None and child(speech, "obj") is None
    verbs = [entry_of(v) for v in (verb, speech)]
    telling = all(entry is not None and entry[0] in ("speech", "deny") for entry in verbs)
    reported = entry_of(content)
    if told and telling and verb.tag_ in ("VBD", "VBZ", "VBP") and reported is None:
        move(verb, speech, "conj")


_CLAUSE_RULES = (
    _to_accused_act,
    _to_passive_verb,
    _to_caused_verb,
    _to_verb_of_saying,
    _to_first_verb,
    _to_speech_verb,
    _to_verb_before,
    _out_of_quotation,
    _to_person,
    _to_relative_clause,
    _to_told_clause,
)
