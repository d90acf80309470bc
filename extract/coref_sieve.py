"""The sieve in order of precision: names, what grammar says outright, then pronouns and descriptions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.coref_chains import Chains
from extract.coref_constraints import agrees
from extract.coref_descriptions import join_descriptions
from extract.coref_local import by_head, join_local, reflexives
from extract.coref_names import join_names
from extract.coref_order import join_cataphors, join_ordered
from extract.coref_phrases import phrases
from extract.coref_ranking import Chooser, join_anaphors, quotation_of
from extract.coref_speakers import join_introduced

if TYPE_CHECKING:
    from spacy.tokens import Doc


def chains_of(doc: Doc, choose: Chooser | None = None) -> Chains:
    """All chains of an annotated article; ``choose`` replaces the trained choice of antecedents."""
    chains = Chains(phrases(doc))
    join_names(chains)
    join_local(chains)
    join_descriptions(chains)
    for pronoun, subject in reflexives(by_head(chains)):
        if agrees(pronoun, chains.of(subject)):
            chains.join(pronoun, subject, "reflexive")
    join_ordered(chains)
    join_cataphors(chains)
    quoted = quotation_of(doc)
    join_introduced(chains, quoted)
    join_anaphors(chains, quoted, choose)
    return chains
