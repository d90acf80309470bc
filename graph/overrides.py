"""The user's word on who is who: a small text file that wins over every rule.

One line each, names as the articles or the graph spell them; ``#`` begins a comment::

    same: Meta Platforms = Facebook
    different: John Harker / Jon Harker
    rename: Sergey Lavrov -> S. V. Lavrov
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from graph.errors import GraphError
from graph.keys import KNOWN, At, Key, Reason
from graph.slugs import fold
from graph.vocab import kin_of

FILE = "identity.txt"
"""The name of the overrides file inside a workspace."""

_LINE = re.compile(r"(same|different|rename)\s*:\s*(.*)")
_BETWEEN = {"same": "=", "different": "/", "rename": "->"}

NamesOf = Callable[[Key], Iterable[str]]
"""The folded names that a user may mean an entity by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overrides:
    """Pairs of names, in the order of the file: one thing, two things, a name and what to call it."""

    same: tuple[tuple[str, str], ...] = ()
    different: tuple[tuple[str, str], ...] = ()
    rename: tuple[tuple[str, str], ...] = ()

    def forbid(self, one: Iterable[str], other: Iterable[str]) -> bool:
        """Whether two entities of these folded names must stay two."""
        first, second = frozenset(one), frozenset(other)
        return any(
            (a in first and b in second) or (b in first and a in second)
            for a, b in ((fold(a), fold(b)) for a, b in self.different)
        )

    def parted(self, keys: Mapping[At, Key]) -> dict[At, Key]:
        """Own entities for the second names of pairs that are to be different but are one by their
        spelling.
        """
        by_name: dict[str, set[Key]] = defaultdict(set)
        for (_, mention), key in keys.items() if self.different else ():
            by_name[fold(mention.name)].add(key)
        moved = {}
        for one, other in self.different:
            both = by_name[fold(one)] & by_name[fold(other)]
            for at, key in keys.items() if both else ():
                if key in both and fold(at[1].name) == fold(other):
                    kin = kin_of(at[1].label) if key.kin == KNOWN else key.kin
                    moved[at] = Key(kin, fold(other), "different")
        return moved

    def united(self, keys: Iterable[Key], names_of: NamesOf) -> dict[Key, tuple[Key, Reason]]:
        """What each entity is that the user says is the same as another."""
        moved: dict[Key, tuple[Key, Reason]] = {}
        by_name: dict[str, set[Key]] = defaultdict(set)
        for key in set(keys) if self.same else ():
            for name in names_of(key):
                by_name[name].add(key)
        for one, other in self.same:
            first, second = ({_end(moved, key) for key in by_name[fold(name)]} for name in (one, other))
            if not first or not second:
                continue
            chief = min(first | second, key=lambda key: (key.kin != KNOWN, key not in first, key))
            for key in (first | second) - {chief}:
                moved[key] = (chief, Reason("overrides: same", 1.0, f"{one} = {other}"))
        return {key: (_end(moved, key), reason) for key, (_, reason) in moved.items()}

    def called(self, names: Iterable[str]) -> str | None:
        """What the user calls an entity of these folded names; the last line wins."""
        known = frozenset(names)
        return next((new for old, new in reversed(self.rename) if fold(old) in known), None)


NOTHING = Overrides()


def _end(moved: Mapping[Key, tuple[Key, Reason]], key: Key) -> Key:
    while key in moved:
        key = moved[key][0]
    return key


def read_overrides(path: Path) -> Overrides:
    """The overrides of a file, none where it is missing. Raises GraphError with file and line of a bad
    one.
    """
    if not path.exists():
        return NOTHING
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise GraphError(f"{path}: cannot be read as UTF-8 text ({error})") from error
    return parse_overrides(text, str(path))


def parse_overrides(text: str, where: str) -> Overrides:
    """The overrides of a text; ``where`` names it in errors.

    >>> parse_overrides("same: Meta = Facebook  # 2021", "identity.txt").same
    (('Meta', 'Facebook'),)
    """
    found: dict[str, list[tuple[str, str]]] = {sort: [] for sort in _BETWEEN}
    for number, line in enumerate(text.splitlines(), 1):
        said = re.sub(r"(^|\s)#.*", "", line).strip()
        if said:
            sort, pair = _pair(said, f"{where}:{number}")
            found[sort].append(pair)
    _consistent(found, where)
    return Overrides(**{sort: tuple(pairs) for sort, pairs in found.items()})


def _pair(line: str, where: str) -> tuple[str, tuple[str, str]]:
    match = _LINE.fullmatch(line)
    if not match:
        raise GraphError(f"{where}: {line!r} begins with none of same:, different:, rename:")
    sort, rest = match.groups()
    one, between, other = (part.strip() for part in rest.partition(f" {_BETWEEN[sort]} "))
    if not (between and fold(one) and fold(other)):
        raise GraphError(
            f"{where}: {line!r} should read {sort}: A {_BETWEEN[sort]} B, blanks around the sign"
        )
    if sort != "rename" and fold(one) == fold(other):
        raise GraphError(f"{where}: {one!r} and {other!r} are spelt the same; name two different names")
    return sort, (one, other)


def _consistent(found: Mapping[str, list[tuple[str, str]]], where: str) -> None:
    same = {frozenset(map(fold, pair)) for pair in found["same"]}
    for one, other in found["different"]:
        if frozenset((fold(one), fold(other))) in same:
            raise GraphError(
                f"{where}: {one!r} and {other!r} are said to be the same and different; drop one"
            )
