"""Why each mention is its entity, kept beside what was read: ``DIR/.newsgraph/merges.jsonl``.

One JSON object a line: a mention (``article``, ``start``, ``end``, ``text``) with its ``entity`` and the
``reasons`` (rule, score from 0 to 1, what it was joined to) in the order of the ladder; then the pairs of
entities that were compared and kept apart (``apart``, ``score``, ``why``).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from graph.errors import GraphError
from graph.identity import Identities
from graph.store import FOLDER

FILE = "merges.jsonl"
"""The name of the file inside a workspace's folder of readings."""


def save_merges(directory: Path, identities: Identities) -> None:
    """Write all reasons anew. Raises GraphError naming the file where it cannot be written."""
    path = directory / FOLDER / FILE
    part = path.with_name(f".{FILE}.part")
    try:
        with part.open("w", encoding="ascii") as lines:
            for record in (*_joined(identities), *_apart(identities)):
                lines.write(json.dumps(record, sort_keys=True, separators=(",", ":")) + "\n")
        part.replace(path)
    except OSError as error:
        raise GraphError(f"{path}: cannot be written ({error.strerror or error})") from error
    finally:
        part.unlink(missing_ok=True)


def _joined(identities: Identities) -> Iterator[dict[str, Any]]:
    def place(at: Any) -> tuple[str, int, int, str, str, str]:
        article, mention = at
        return article, mention.start, mention.end, mention.name, mention.label, mention.kind

    for at in sorted(identities.keys, key=place):
        article, mention = at
        yield {
            "article": article,
            "start": mention.start,
            "end": mention.end,
            "text": mention.text,
            "entity": identities.iri(identities.keys[at]),
            "reasons": [list(reason) for reason in identities.reasons.get(at, ())],
        }


def _apart(identities: Identities) -> Iterator[dict[str, Any]]:
    for (one, other), (score, why) in sorted(identities.refused.items()):
        yield {"apart": [identities.iri(one), identities.iri(other)], "score": score, "why": why}
