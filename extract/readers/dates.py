"""Dates as news pages write them → ISO 8601, without a clock or a locale."""

from __future__ import annotations

import re
from datetime import date

from extract.errors import ExtractError

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_ISO = re.compile(r"(?P<y>\d{4})[-/.]?(?P<m>\d{2})[-/.]?(?P<d>\d{2})(?!\d)")
_DAY_FIRST = re.compile(r"(?P<d>\d{1,2})(?:st|nd|rd|th)?[ .-]+(?P<m>[a-z]{3,9})\.?,?[ -]+(?P<y>\d{4})(?!\d)")
_MONTH_FIRST = re.compile(r"(?P<m>[a-z]{3,9})\.? (?P<d>\d{1,2})(?:st|nd|rd|th)?,? (?P<y>\d{4})(?!\d)")
_WEEKDAY = re.compile(r"^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? ")


def iso_date(text: str) -> str:
    """Return ``YYYY-MM-DD`` for a full date; time of day and zone are dropped, not converted.

    Raises ``ExtractError`` for anything else, ambiguous numeric forms (01/12/2024) among it.

    >>> [iso_date(t) for t in ("2024-12-01T23:30:00Z", "Sunday, 1 December 2024", "Dec. 1st, 2024")]
    ['2024-12-01', '2024-12-01', '2024-12-01']
    """
    plain = _WEEKDAY.sub("", " ".join(text.split()).lower())
    for form in (_ISO, _DAY_FIRST, _MONTH_FIRST):
        if found := form.match(plain):
            month = found["m"] if found["m"].isdigit() else _month(found["m"])
            try:
                return date(int(found["y"]), int(month), int(found["d"])).isoformat()
            except ValueError:
                break
    raise ExtractError(f"date “{text.strip()[:40]}” not understood; write it like 2024-12-01")


def _month(word: str) -> int:
    """Return the number of a month from its name or a beginning of three letters or more, else 0."""
    return next((n for n, name in enumerate(_MONTHS, 1) if name.startswith(word)), 0)
