"""Names made comparable and names made fit for IRIs."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from hashlib import sha256

from graph.tables import table

_SEPARATORS = re.compile(r"(?<=\w)[-‐-―/_]+(?=\w)|[‒-―]|\s+")
_DROPPED = re.compile(r"['’‘ʼ`\"“”„«»()\[\]{};:!?]|(?<!\d)[.,]|[.,](?!\d)")
_ASCII_WORDS = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=1 << 18)
def fold(text: str) -> str:
    """The key under which two spellings of a name are one: no case, marks, hyphens or loose points.

    >>> fold("Jean-Pierre  ŁÉVY"), fold("U.S."), fold("5.2%")
    ('jean pierre levy', 'us', '5.2%')
    """
    marked = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    plain = "".join(char for char in marked if not unicodedata.combining(char))
    latin = plain.translate(_letters())
    return " ".join(_SEPARATORS.sub(" ", _DROPPED.sub("", latin)).split())


@lru_cache(maxsize=1)
def _letters() -> dict[int, str]:
    return {ord(row["letter"]): row["latin"] for row in table("letters.tsv")}


def slug(text: str) -> str:
    """ASCII words joined by hyphens; empty where nothing of ``text`` is Latin.

    >>> slug("Recep Tayyip Erdoğan"), slug("Иван")
    ('recep-tayyip-erdogan', '')
    """
    return _ASCII_WORDS.sub("-", fold(text)).strip("-")


def digest(*parts: str, length: int) -> str:
    """The first ``length`` hex digits of the SHA-256 of the parts, each set apart by its own length."""
    text = "".join(f"{len(part)}:{part}|" for part in parts)
    return sha256(text.encode(errors="surrogatepass")).hexdigest()[:length]
