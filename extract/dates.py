"""Temporal expressions → ISO 8601 dates, read against the day the article came out.

``dateparser`` does the arithmetic; what this file adds is which part of a phrase names a date, how exactly it
does, and when it does not: a span of time (``three weeks``) and an ambiguous month are left as they are.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from functools import cache

_MONTH = (
    r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?|july?|aug(?:ust|\.)?|"
    r"sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?:1[0-9]|20)\d\d"
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_COUNT = r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_FORMS: tuple[tuple[str, str], ...] = (
    ("day", rf"\b{_YEAR}-\d\d-\d\d\b"),
    ("day", rf"\b{_DAY}(?: of)? {_MONTH}(?:,? {_YEAR})?\b"),
    ("day", rf"\b{_MONTH} {_DAY}(?:,? {_YEAR})?\b"),
    ("month", rf"\b{_MONTH},? {_YEAR}\b"),
    ("day", rf"\b(?:(?:last|next|this) )?{_WEEKDAY}\b"),
    ("day", r"\b(?:yesterday|today|tomorrow|tonight)\b"),
    ("day", rf"\b{_COUNT} (?:days?|weeks?) ago\b"),
    ("month", rf"\b{_COUNT} months? ago\b"),
    ("year", rf"\b{_COUNT} years? ago\b"),
    ("week", r"\b(?:last|next|this) week\b"),
    ("month", r"\b(?:last|next|this) month\b"),
    ("year", r"\b(?:last|next|this) year\b"),
    ("month", rf"\b(?:last |next |this )?{_MONTH}\b"),
    ("year", rf"\b{_YEAR}\b"),
)
_AMBIGUOUS = 120
"""Days from the article's date beyond which a month or day without a year may be of either year."""


def iso_date(text: str, published: str | None, *, future: bool = False) -> str | None:
    """The date that a temporal expression names.

    Args:
        text: the expression in its sentence's words (``the evening of 3 March``, ``last Tuesday``).
        published: ISO date of the article; None leaves only full dates and years resolvable.
        future: whether what is told lies ahead, so that ``Friday`` is the one to come.

    Returns:
        ``2025-03-03``, ``2025-03``, ``2025`` or ``2025-W09``; None for a span of time or an unclear date.

    """
    lowered = " ".join(text.lower().split())
    for precision, form in _FORMS:
        found = re.search(form, lowered)
        if found:
            return _resolve(found.group(), precision, published, future=future)
    return None


def _resolve(expression: str, precision: str, published: str | None, *, future: bool) -> str | None:
    if re.fullmatch(_YEAR, expression):
        return expression
    dated = re.search(rf"\b{_YEAR}\b", expression) is not None
    base = _day(published)
    if base is None:
        return _format(_parsed(expression, date(2000, 1, 1), "past"), precision) if dated else None
    if re.fullmatch(_WEEKDAY, expression):
        start = base if future else base + timedelta(days=1)
        return _format(_parsed(expression, start, "future" if future else "past"), precision)
    if re.search(_MONTH, expression) and not dated and not re.match(r"(?:last|next|this) ", expression):
        near = _nearest(expression, base)
        return _format(near or (_parsed(expression, base, "future") if future else None), precision)
    return _format(_parsed(expression, base, "past"), precision)


def _nearest(expression: str, base: date) -> date | None:
    """The occurrence closest to ``base``, if it is close enough to be meant without its year."""
    around = [_parsed(expression, base, "past"), _parsed(expression, base, "future")]
    distance = {found: abs((found - base).days) for found in around if found is not None}
    closest = min(distance, key=lambda d: (distance[d], d), default=None)
    return closest if closest is not None and distance[closest] <= _AMBIGUOUS else None


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat(published) if published else None
    except ValueError:
        return None


@cache
def _parsed(expression: str, base: date, prefer: str) -> date | None:
    import dateparser

    found = dateparser.parse(
        re.sub(r"^this ", "", expression) if re.search(_WEEKDAY, expression) else expression,
        languages=["en"],
        settings={
            "RELATIVE_BASE": datetime(base.year, base.month, base.day),
            "PREFER_DATES_FROM": prefer,
            "PREFER_DAY_OF_MONTH": "first",
            "PREFER_MONTH_OF_YEAR": "first",
        },
    )
    return found.date() if found is not None else None


def _format(found: date | None, precision: str) -> str | None:
    if found is None:
        return None
    year, week, _ = found.isocalendar()
    return {
        "day": found.isoformat(),
        "month": f"{found.year:04d}-{found.month:02d}",
        "year": f"{found.year:04d}",
        "week": f"{year:04d}-W{week:02d}",
    }[precision]
