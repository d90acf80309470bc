"""The user's word on who is who, kept in the workspace so that every later build and command hears it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extract.gazetteer import Gazetteer
    from extract.names_listed import Listed
    from graph.explain import Explained, Told
    from graph.overrides import Overrides


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """What the user says: names to find, what they mean, and who is who."""

    listed: Listed
    gazetteer: Gazetteer
    overrides: Overrides


def word_in(*, overrides: str | Path | None, gazetteer: str | Path | None) -> Word:
    """The user's word in files, where there is no workspace to keep it in.

    Raises GraphError naming file and line of a bad one, or a file that is not there.
    """
    from graph import overrides as said
    from graph import userlist
    from graph.known import shipped

    _all_there(overrides, gazetteer)
    return Word(
        listed=userlist.names_of(Path(gazetteer)) if gazetteer else {},
        gazetteer=userlist.with_list(shipped(), Path(gazetteer)) if gazetteer else shipped(),
        overrides=said.read_overrides(Path(overrides)) if overrides else said.NOTHING,
    )


def _all_there(*given: str | Path | None) -> None:
    from graph.errors import GraphError

    for path in given:
        if path is not None and not Path(path).is_file():
            raise GraphError(f"{path}: no such file")


def keep_word(folder: Path, *, overrides: Path | None, gazetteer: Path | None) -> None:
    """Copy the user's files into the workspace, once they are known to be good.

    Raises GraphError naming file and line of a bad one, or a file that is not there.
    """
    from graph import overrides as said
    from graph import userlist
    from graph.known import shipped
    from newsgraph.pipeline import write_whole

    _all_there(overrides, gazetteer)
    if overrides:
        said.read_overrides(overrides)
        write_whole(folder / said.FILE, overrides.read_bytes())
    if gazetteer:
        userlist.with_list(shipped(), gazetteer)
        write_whole(folder / userlist.FILE, gazetteer.read_bytes())


def explained(folder: Path, name: str) -> Iterator[str]:
    """Lines that tell why the mentions of a name are one entity. Raises GraphError where nothing bears it."""
    from graph.explain import explain
    from graph.identity import identify
    from graph.store import readings
    from graph.workspace import word_of

    read = list(readings(folder))
    for found in explain(read, identify(read, *word_of(folder)), name):
        yield from _lines(found)


def _lines(found: Explained) -> Iterator[str]:
    entity = found.entity
    links = "".join(f", {relation} {iri}" for relation, iri in entity.links)
    yield f"{entity.name} ({entity.type}, {entity.iri}{links})"
    for same in entity.same_as:
        yield f"  same as {same}"
    yield from (line for mention in found.mentions for line in _mention(mention))
    yield "  not joined with:" if found.others else "  nothing else is near"
    for other in found.others:
        yield f"    {other.name} ({other.iri}), {other.score:.2f} alike: {other.why}"
    yield ""


def _mention(told: Told) -> Iterator[str]:
    day = told.published or "no date"
    yield f"  {told.article} {day} {told.title}".rstrip()
    yield f"    {told.snippet}"
    for reason in told.reasons:
        to = f" ({reason.to})" if reason.to else ""
        yield f"    - {reason.rule}{to}, {reason.score:.2f}"
