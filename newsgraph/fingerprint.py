"""Which program read an article: a key that changes whenever the reading could."""

from __future__ import annotations

import hashlib
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import extract
from extract.names_listed import NONE, Listed


def pipeline_key(language: str | None = None, listed: Listed = NONE) -> str:
    """Return the key of the extraction that would run now: 16 hexadecimal digits.

    It covers every file of ``extract`` (rules, tables, the shipped pipeline), spaCy's version, and the
    version of another pipeline where ``language`` names one, and the user's ``listed`` names.
    """
    digest = hashlib.sha256(f"spacy {version('spacy')}\n{_version_of(language)}\n".encode())
    room = Path(extract.__file__).parent
    for path in sorted(room.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            digest.update(f"{path.relative_to(room).as_posix()}\n".encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    for name, label in sorted(listed.items()):
        digest.update(f"{len(name)} {name} {label}\n".encode())
    return digest.hexdigest()[:16]


def _version_of(language: str | None) -> str:
    """Return name and version of an installed pipeline, or what a pipeline's folder says of itself."""
    if language is None:
        return ""
    meta = Path(language) / "meta.json"
    if meta.is_file():
        return hashlib.sha256(meta.read_bytes()).hexdigest()
    try:
        return f"{language} {version(language)}"
    except PackageNotFoundError:
        return language
