"""Who held which office when: the gazetteer's dated roles."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from extract.gazetteer import fold, load_gazetteer, table


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """One term of office.

    ``body`` is the gazetteer key of the state or organization. ``office`` is its name (``foreign minister``),
    or for the officials of the Phoenix dictionaries only their sector (``GOV``, ``GOVMIL``…). ``start`` and
    ``end`` are ISO 8601 dates, shortened to month or year where the day is not known; ``end`` is empty for
    those in office at the end of 2025 and ``?`` where the source, of 2014, does not tell.
    """

    name: str
    office: str
    body: str
    start: str
    end: str

    def covers(self, day: str) -> bool:
        """Whether the term surely includes ``day`` (an ISO date, or its year or month), ends included."""
        if self.end == "?" or not day:
            return False
        return _upto(self.start, day) and (not self.end or _upto(day, self.end))


def _upto(first: str, second: str) -> bool:
    width = min(len(first), len(second))
    return first[:width] <= second[:width]


def roles_of(name: str) -> tuple[Role, ...]:
    """Return the terms of office of a person, by full name in any of its spellings, oldest first."""
    known = load_gazetteer().lookup(name, "PERSON")
    return _by_name().get(fold(known.name if known else name), ())


def holders(office: str, body: str, day: str) -> tuple[Role, ...]:
    """Return who held ``office`` of the entry with key ``body`` on ``day``: two on the day of a handover.

    >>> [role.name for role in holders("foreign minister", "russia", "2024-12-26")]
    ['Sergey Lavrov']
    """
    return tuple(role for role in _by_office().get((office.lower(), body), ()) if role.covers(day))


def chiefs(body: str, day: str) -> tuple[Role, ...]:
    """Return who held any listed office of the entry with key ``body`` on ``day``.

    >>> [role.name for role in chiefs("nato", "2024-12-26")]
    ['Mark Rutte']
    """
    return tuple(role for role in _by_body().get(body, ()) if role.covers(day))


@cache
def _by_body() -> Mapping[str, tuple[Role, ...]]:
    found: dict[str, list[Role]] = defaultdict(list)
    for role in _known():
        found[role.body].append(role)
    return {body: _in_order(roles) for body, roles in found.items()}


@cache
def _known() -> tuple[Role, ...]:
    return _roles("roles.tsv")


@cache
def _by_office() -> Mapping[tuple[str, str], tuple[Role, ...]]:
    found: dict[tuple[str, str], list[Role]] = defaultdict(list)
    for role in _known():
        found[role.office, role.body].append(role)
    return {key: _in_order(roles) for key, roles in found.items()}


@cache
def _by_name() -> Mapping[str, tuple[Role, ...]]:
    found: dict[str, list[Role]] = defaultdict(list)
    for role in (*_known(), *_roles("officials.tsv")):
        found[fold(role.name)].append(role)
    return {key: _in_order(roles) for key, roles in found.items()}


@cache
def bearers_of() -> Mapping[str, int]:
    """How many listed officials bear each folded surname: how frequent it is, at least.

    >>> bearers_of()["smith"] > 10, bearers_of().get("lavrov", 0) > 10
    (True, False)
    """
    return Counter(name.rpartition(" ")[2] for name in _by_name())


def _in_order(roles: Iterable[Role]) -> tuple[Role, ...]:
    return tuple(sorted(roles, key=lambda role: (role.start, role.end, role.office, role.body)))


def _roles(name: str) -> tuple[Role, ...]:
    return tuple(
        Role(name=person, office=office, body=body, start=start, end=end)
        for person, office, body, start, end in table(name)
    )
