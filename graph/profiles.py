"""What the articles call an entity: its names and labels, counted over all mentions."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from graph.keys import LABEL_OF_KIND, ORGANIZATION, PLACE, Key
from graph.sightings import Sighting
from graph.slugs import fold
from graph.vocab import kin_of

_TRIMMINGS = re.compile(r"^(?:the|a|an)\s+|['’]s?$", re.IGNORECASE)
_ACRONYM = 5
"""Letters from which on a place's name in capitals is a word and no acronym."""

_LABELS = {ORGANIZATION: "ORG", PLACE: "GPE"}


@dataclass(frozen=True, slots=True)
class Profile:
    """What the articles call one entity: names and labels, counted, and further spellings."""

    names: Counter[str] = field(default_factory=Counter)
    labels: Counter[str] = field(default_factory=Counter)
    spellings: set[str] = field(default_factory=set)


def count(profile: Profile, sighting: Sighting) -> None:
    """Take a mention into account."""
    mention = sighting.mention
    profile.names[" ".join(mention.name.split())] += 1
    profile.labels[LABEL_OF_KIND[mention.kind] or mention.label] += 1
    if sighting.spelt:
        profile.spellings.add(_TRIMMINGS.sub("", " ".join(mention.text.split())))


def preferred(profile: Profile, key: Key) -> str:
    """The name to go by. Short names never win over a full one, however frequent they are."""
    names = [
        name for name in profile.names if fold(name) == key.name or (key.kin == ORGANIZATION and key.scope)
    ]
    names = names or list(profile.names)
    names = [name for name in names if not (name.isupper() and len(name) > _ACRONYM)] or names
    if key.kin == PLACE and all(name.isupper() for name in names):  # a dateline
        names = [name for name in names if len(name) < _ACRONYM] or [min(names).title()]
    return min(names, key=lambda name: (-profile.names[name], -len(name), name))


def usual_label(profile: Profile, key: Key) -> str:
    """The most frequent label of its kin, or else of any; where no mention has one, that of its kin."""
    labels = [label for label in profile.labels if label]
    own = [label for label in labels if kin_of(label) == key.kin]
    labels = own or labels or [_LABELS.get(key.kin, "")]
    return min(labels, key=lambda label: (-profile.labels[label], label))
