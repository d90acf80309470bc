"""Which chains count as those of named entities, as GUM has them."""

from __future__ import annotations

import pytest

from benchmarks.coreference import predicted_chains
from extract.coref_sieve import chains_of
from extract.language import load_language
from extract.names import trim_entities

# Text, and the phrases of its named chains.
NAMED = [
    ("The storm destroyed Vienna.", ["Vienna"]),
    ("The Austrian army marched.", []),
    ("Good morning, Madam Speaker.", ["Madam Speaker"]),
    ("The president left.", []),
    ("Anna Novak and Paul Reed left.", ["Anna Novak", "Paul Reed"]),
    ("Anna Novak and Paul Reed said they left.", ["Anna Novak", "Anna Novak and Paul Reed", "Paul Reed"]),
]


@pytest.mark.parametrize(("text", "spans"), NAMED)
def test_chains_of_named_entities(text: str, spans: list[str]) -> None:
    doc = load_language()(text)
    trim_entities(doc)
    found = {text[start:end] for chain in predicted_chains(chains_of(doc), 0.0) for start, end in chain}
    assert sorted(found - {"they"}) == spans
