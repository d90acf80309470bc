"""Gold fact synsets for documents of GUM dev: ``python -m benchmarks.gum_synsets --data ../shared/data``.

The gold in tests/data/gold-gum has no words of the treebank: a wording is a row of token offsets, which this
module turns into the strings that ``benchmarks.synsets`` scores. Source and licence of the corpus:
shared/data/README.md.
"""

from __future__ import annotations

import argparse
import json
import lzma
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.gum_chains import read_gum
from benchmarks.synsets import count
from extract.model import Article, Surface

if TYPE_CHECKING:
    from spacy.language import Language

GOLD = Path(__file__).parent.parent / "tests" / "data" / "gold-gum"
SLOTS = ("subject", "relation", "object")

PIECE = re.compile(r"(?P<first>\d+)(?:-(?P<last>\d+))?|'(?P<said>[^'\s]+)'|(?P<bracket>[\[\]])|(?P<blank> )")
"""A piece of a wording: tokens (1-based, both ends included), a word that is not there, a bracket."""


def words(wording: str, tokens: Sequence[str]) -> str:
    """A wording of offsets in words, for ``synsets.pattern``.

    >>> words("[1] 2-3 'of' 5", ["The", "oldest", "bridge", "in", "Ghent"])
    '[The] oldest bridge of Ghent'
    """
    text, place = "", 0
    while place < len(wording):
        piece = PIECE.match(wording, place)
        if piece is None:
            raise ValueError(f"no piece at character {place} of {wording!r}: see 'conventions' of the gold")
        text += _said(piece, tokens)
        place = piece.end()
    return text


def _said(piece: re.Match[str], tokens: Sequence[str]) -> str:
    if piece["first"] is None:
        return piece["said"] or piece["bracket"] or piece["blank"]
    first, last = int(piece["first"]), int(piece["last"] or piece["first"])
    if not 1 <= first <= last <= len(tokens):
        raise ValueError(f"tokens {piece[0]} of {len(tokens)}: is this the treebank named in the gold?")
    return " ".join(tokens[first - 1 : last]).replace("’", "'")


def resolved(fact: dict[str, Any], tokens: Sequence[str]) -> dict[str, Any]:
    """A fact with its wordings, and its attribution if it has one, in words."""
    wordings = [
        {slot: [words(text, tokens) for text in wording[slot]] for slot in SLOTS}
        for wording in fact["wordings"]
    ]
    speaker = fact["attribution"]
    return {**fact, "wordings": wordings, "attribution": None if speaker is None else words(speaker, tokens)}


def sentences(path: Path) -> Iterator[tuple[str, str, list[str]]]:
    """Id, text and syntactic tokens of each sentence of a CoNLL-U file (``.xz``)."""
    with lzma.open(path, "rt", encoding="utf-8") as file:
        for block in file.read().strip().split("\n\n"):
            lines = block.split("\n")
            said = dict(line[2:].split(" = ", 1) for line in lines if line[:2] == "# " and " = " in line)
            rows = [line.split("\t") for line in lines if line[:1].isdigit()]
            yield said["sent_id"], said["text"], [row[1] for row in rows if row[0].isdigit()]


def documents(data: Path, folder: Path = GOLD) -> Iterator[dict[str, Any]]:
    """The annotated documents in words, by file name, as ``synsets.documents`` yields the seeds.

    ``article`` is the name of the document, ``body`` its whole text (with the sentences that have no gold).
    Raises FileNotFoundError if ``data`` is not the folder of the development data.
    """
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        treebank = data / gold["treebank"]
        found = {name: (text, tokens) for name, text, tokens in sentences(treebank)}
        body = next(d.text for d in read_gum(treebank) if d.name == gold["article"])
        annotated = [_sentence(item, *found[item["id"]]) for item in gold["sentences"]]
        yield {**gold, "body": body, "sentences": annotated}


def _sentence(item: dict[str, Any], text: str, tokens: list[str]) -> dict[str, Any]:
    return {**item, "text": text, "facts": [resolved(fact, tokens) for fact in item["facts"]]}


def sentences_of(nlp: Language, document: dict[str, Any]) -> Iterator[tuple[dict[str, Any], list[Surface]]]:
    """Each annotated sentence with the surfaces of its triples; the document is read as one article."""
    from extract.reading import read_article

    body, place = document["body"], 0
    triples = read_article(nlp, Article(id="-", title="", text=body)).triples
    for sentence in document["sentences"]:
        place = body.index(sentence["text"], place)
        end = place + len(sentence["text"])
        yield sentence, [t.surface for t in triples if place <= t.evidence.start < end]
        place = end


def main() -> None:
    """Print the score of each document."""
    from extract.language import load_language

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--language", help="a spaCy pipeline other than the shipped one")
    options = parser.parse_args()
    nlp = load_language(options.language)
    for document in documents(options.data):
        found = count(sentences_of(nlp, document))
        blind = "blind" if document["blind"] else "seen"
        print(f"fact synsets, {document['article']} ({blind}): F1 {found.f1:.3f} {found}")


if __name__ == "__main__":
    main()
