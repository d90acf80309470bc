"""The label sets the network learns, with their indices; written beside the model as JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from extract.encoder_lemmas import IDENTITY, edit_script
from extract.encoder_names import name_tags
from training.encoder.sentences import LABELS, Example

RARE_SCRIPT = 3
"""A lemma script is learned if so many words need it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inventory:
    """Sorted label sets; ``scripts`` begins with the identity."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    feats: tuple[str, ...]
    scripts: tuple[str, ...]
    deprels: tuple[str, ...]
    names: tuple[str, ...]

    def index(self, field: str) -> dict[str, int]:
        """Label → its place in ``field``."""
        return {label: place for place, label in enumerate(getattr(self, field))}


def build_inventory(examples: Iterable[Example]) -> Inventory:
    """The labels that occur in the parsed examples."""
    tokens = [token for example in examples if example.parsed for token in example.tokens]
    scripts = Counter(edit_script(token.text, token.lemma) for token in tokens)
    frequent = sorted(script for script, count in scripts.items() if count >= RARE_SCRIPT)
    return Inventory(
        upos=tuple(sorted({token.upos for token in tokens})),
        xpos=tuple(sorted({token.xpos for token in tokens})),
        feats=tuple(sorted({token.feats for token in tokens})),
        scripts=(IDENTITY, *(script for script in frequent if script != IDENTITY)),
        deprels=tuple(sorted({token.deprel for token in tokens})),
        names=name_tags(LABELS),
    )


def save_inventory(inventory: Inventory, path: Path) -> None:
    """Writes the label sets as JSON."""
    text = json.dumps(asdict(inventory), ensure_ascii=False, indent=0, sort_keys=True)
    path.write_text(text + "\n", encoding="utf-8")


def load_inventory(path: Path) -> Inventory:
    """Reads what ``save_inventory`` wrote."""
    fields = json.loads(path.read_text(encoding="utf-8"))
    return Inventory(**{name: tuple(labels) for name, labels in fields.items()})
