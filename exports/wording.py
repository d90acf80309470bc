"""Canonical relations put into words for people."""

from __future__ import annotations

from graph.relations import third_person

LONGEST = 26
"""Characters of a name that are drawn beside its node; the panel and the table show all of it."""


def relation_label(lemma: str, negated: bool = False) -> str:
    """Say a canonical relation of one subject in the present tense.

    Args:
        lemma: the canonical relation (``agree to``).
        negated: whether it is said not to hold.

    Returns:
        The words to show.

    >>> relation_label("agree to"), relation_label("be"), relation_label("deny")
    ('agrees to', 'is', 'denies')
    >>> relation_label("demand", negated=True), relation_label("be part of", negated=True)
    ('does not demand', 'is not part of')

    """
    if not negated:
        return third_person(lemma)
    verb, space, rest = lemma.partition(" ")
    return f"is not{space}{rest}" if verb == "be" else f"does not {lemma}"


def status_label(lemma: str, polarity: str, certainty: str) -> str:
    """Say a relation together with what keeps it from being a fact.

    >>> status_label("relinquish", "affirmed", "demanded"), status_label("sign", "negated", "possible")
    ('demanded: relinquish', 'possible: not sign')
    >>> status_label("sign", "negated", "asserted")
    'does not sign'
    """
    negated = polarity == "negated"
    if certainty == "asserted":
        return relation_label(lemma, negated)
    return f"{certainty}: not {lemma}" if negated else f"{certainty}: {lemma}"


def clip(name: str) -> str:
    """The name as drawn beside a node, cut to a length that leaves room for others."""
    return name if len(name) <= LONGEST else name[: LONGEST - 1].rstrip() + "…"
