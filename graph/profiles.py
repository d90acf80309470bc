"""What the articles call an entity: its names and labels, counted over all mentions."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from graph.keys import LABEL_OF_KIND, Key
from graph.sightings import Sighting
from graph.slugs import fold

_TRIMMINGS = re.compile(r"^(?:the|a|an)\s+|['’]s?$", re.IGNORECASE)


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
    names = [name for name in profile.names if fold(name) == key.name] or list(profile.names)
    return min(names, key=lambda name: (-profile.names[name], -len(name), name))


def usual_label(profile: Profile) -> str:
    """The most frequent label; none counts only where no mention has one."""
    labels = [label for label in profile.labels if label] or [""]
    return min(labels, key=lambda label: (-profile.labels[label], label))
