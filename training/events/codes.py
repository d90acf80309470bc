"""CAMEO codes → PLOVER classes: the published conversion table, with the differences in ``classes.tsv``."""

from __future__ import annotations

from pathlib import Path

NONE = "-"


def read_classes(conversion: Path) -> dict[str, str]:
    """Code prefix → class name or ``-``: the conversion table with the differences beside this module."""
    classes: dict[str, str] = {}
    for line in conversion.read_text(encoding="utf-8").splitlines():
        code, separator, rest = line.partition(":")
        if separator and code.strip().isdigit():
            classes.setdefault(code.strip(), rest.split(",")[0].strip())
    differences = [row.split("\t") for row in _lines(Path(__file__).parent / "classes.tsv")]
    for prefix, name, _ in differences:
        classes = {code: known for code, known in classes.items() if not code.startswith(prefix)}
        classes[prefix] = name
    return classes


def class_of(code: str, classes: dict[str, str]) -> str | None:
    """The class of a code by its longest known prefix; ``-`` for ``---``; None for the patient's codes."""
    acting = code.partition(":")[0].strip()
    if acting == "---":
        return NONE
    return next((classes[acting[:n]] for n in range(len(acting), 1, -1) if acting[:n] in classes), None)


def _lines(path: Path) -> list[str]:
    return [
        line
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip() and not line.startswith("#")
    ]
