"""The sieve in order of precision: names, what grammar says outright, then pronouns and descriptions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from extract.coref_aliases import join_aliases
from extract.coref_antecedents import join_antecedents
from extract.coref_chains import Chains
from extract.coref_constraints import agrees
from extract.coref_descriptions import join_descriptions
from extract.coref_inner_names import join_inner
from extract.coref_interviews import join_interviewed
from extract.coref_local import by_head, join_local, reflexives
from extract.coref_names import join_names
from extract.coref_order import join_cataphors, join_ordered
from extract.coref_phrases import Phrase, phrases
from extract.coref_speakers import join_introduced
from extract.quotations import quotations

if TYPE_CHECKING:
    from spacy.tokens import Doc


def chains_of(doc: Doc) -> Chains:
    """All chains of an annotated article."""
    quoted = quotation_of(doc)
    chains = sure_chains(doc, quoted=quoted)
    join_antecedents(chains, quoted)
    return chains


def sure_chains(
    doc: Doc, found: Sequence[Phrase] | None = None, quoted: Mapping[int, int] | None = None
) -> Chains:
    """What names and grammar tell for sure.

    ``found`` and ``quoted``: the phrases and quotations of ``doc``, where they are known already.
    """
    chains = Chains(phrases(doc) if found is None else found)
    quoted = quotation_of(doc) if quoted is None else quoted
    join_names(chains)
    join_inner(chains)
    join_aliases(chains)
    join_local(chains)
    join_descriptions(chains, quoted)
    for pronoun, subject in reflexives(by_head(chains)):
        if agrees(pronoun, chains.of(subject)):
            chains.join(pronoun, subject, "reflexive")
    join_ordered(chains)
    join_cataphors(chains)
    join_introduced(chains, quoted)
    join_interviewed(chains, quoted)
    return chains


def quotation_of(doc: Doc) -> dict[int, int]:
    """Token index → the number of the quotation it stands in."""
    return {i: n for n, q in enumerate(quotations(doc)) for i in range(q.start, q.end)}
