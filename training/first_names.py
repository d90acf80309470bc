"""First names that only men or only women bear: ``extract/lexicon/first_names.tsv``.

Taken from the lists of names by country that Faker (MIT) has for 80 languages, those in Cyrillic, Greek,
Georgian and Armenian letters as AnyAscii (ISC) writes them in Latin ones. Left out is what either list of
another country gives to the other sex or to both, what is a surname anywhere, what may be a title
(``General``), and what ``gender_names.tsv`` knows.

Run with ``pip install faker==40.54.0 anyascii==0.3.3 && python -m training.first_names``; nothing else needs
these packages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from extract.gender import plain
from extract.lexicon import classes, words

LEXICON = Path(__file__).parent.parent / "extract" / "lexicon"
_TRANSCRIBED = frozenset({"bg_BG", "el_GR", "hy_AM", "ka_GE", "mk_MK", "ru_RU", "uk_UA"})
_MEN = ("first_names_male", "male_first_names", "first_male_names")
_WOMEN = ("first_names_female", "female_first_names")
_BOTH = ("first_names_unisex",)
_SURNAMES = ("last_names", "last_names_male", "last_names_female")
_WORD = re.compile(r"[a-z][a-z']{2,}")


def listed(attributes: Iterable[str]) -> set[str]:
    """All names of these lists, in lower-case letters without diacritics."""
    return {name for attribute in attributes for name in _names(attribute)}


def _names(attribute: str) -> Iterator[str]:
    import faker.providers.person as persons
    from anyascii import anyascii

    for module in iter_modules(persons.__path__):
        if not module.ispkg:
            continue
        provider = import_module(f"faker.providers.person.{module.name}").Provider
        for name in getattr(provider, attribute, None) or ():
            if module.name in _TRANSCRIBED:
                name = re.sub("['`]", "", anyascii(name))
            name = plain(name)
            if _WORD.fullmatch(name):
                yield name


def titles() -> set[str]:
    """Words that stand before names and are none, and the first names that the other table has."""
    tables = ("gender_names", "gender_nouns", "names_evidence", "noun_kinds")
    found = set(words("honorifics") | words("position_nouns") | words("events_agents"))
    return found.union(*(members for table in tables for members in classes(table).values()))


def main() -> None:
    """Write the table."""
    men, women = listed(_MEN), listed(_WOMEN)
    out = listed(_BOTH) | listed(_SURNAMES) | titles() | (men & women)
    rows = [
        "# First names borne by men (m) or by women (f) only, beyond gender_names.tsv: for gender alone.",
        "# Source: Faker 40.54.0 (MIT), compiled by training/first_names.py.",
        f"m\t{' '.join(sorted(men - out))}",
        f"f\t{' '.join(sorted(women - out))}",
    ]
    (LEXICON / "first_names.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    print({name: len(names) for name, names in classes("first_names").items()})


if __name__ == "__main__":
    main()
