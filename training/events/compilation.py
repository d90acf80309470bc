"""The CAMEO dictionary and our overrides → the rows of the event lexicon."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from training.events.cameo import Block
from training.events.codes import class_of
from training.events.reduction import conditions, verb_key

NO_RULE = "×"


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """A verb (with particle) and the conditions under which a class holds of it."""

    verb: str
    conditions: tuple[str, ...]


def rules(blocks: list[Block], classes: dict[str, str]) -> dict[Key, str]:
    """One class per key: what most patterns say, of those first written for the verb itself."""
    votes: dict[Key, Counter[str]] = defaultdict(Counter)
    for block in blocks:
        for key, name in _votes(block, classes):
            votes[key][name] += 1
    return {key: min(counts, key=lambda name: (-counts[name], name)) for key, counts in votes.items()}


def _votes(block: Block, classes: dict[str, str]) -> Iterator[tuple[Key, str]]:
    for name, code in block.verbs.items():
        verb = verb_key(name)
        default = class_of(code, classes)
        if verb is None:
            continue
        if default:
            yield Key(verb[0], tuple(sorted(verb[1]))), default
        for pattern in block.patterns:
            wanted = conditions(pattern.left, pattern.right)
            found = class_of(pattern.code, classes)
            if wanted and found and pattern.origin.startswith(name):
                yield Key(verb[0], tuple(sorted(wanted | verb[1]))), found


def read_overrides(path: Path) -> Iterator[tuple[Key, str]]:
    """Rows of class, conditions (apart by blanks; ``*`` the default, ``**`` all rules), verbs, reason."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            name, wanted, verbs, _ = line.split("\t")
            for verb in verbs.split():
                conditions_ = () if wanted == "*" else tuple(sorted(wanted.split()))
                yield Key(verb.replace("_", " "), conditions_), name


def overridden(compiled: dict[Key, str], overrides: Iterator[tuple[Key, str]]) -> dict[Key, str]:
    """The compiled rules with the overrides in their place."""
    merged = dict(compiled)
    for key, name in overrides:
        if key.conditions == ("**",):
            merged = {known: c for known, c in merged.items() if known.verb != key.verb}
            key = Key(key.verb, ())
        merged[key] = name
    return {key: name for key, name in merged.items() if name != NO_RULE}


def without_empty(merged: dict[Key, str]) -> dict[Key, str]:
    """The rules without defaults of no class, which say nothing."""
    return {key: name for key, name in merged.items() if key.conditions or name != "-"}


def rows(merged: dict[Key, str]) -> Iterator[str]:
    """Lines of class, conditions and verbs (particle after ``_``), sorted."""
    grouped: dict[tuple[str, tuple[str, ...]], list[str]] = defaultdict(list)
    for key, name in merged.items():
        grouped[name, key.conditions].append(key.verb.replace(" ", "_"))
    for (name, wanted), verbs in sorted(grouped.items()):
        yield f"{name}\t{' '.join(wanted) or '*'}\t{' '.join(sorted(verbs))}"
