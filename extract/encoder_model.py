"""The ONNX sessions, and the files they come from: the one place that meets onnxruntime and tokenizers."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extract.encoder_lemmas import Lexicon
from extract.encoder_pieces import PieceReader, Pieces
from extract.errors import ExtractError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FILES = ("encoder.onnx", "labels.onnx", "tokenizer.json", "labels.json", "lemmas.tsv")
"""What a model consists of: the network, the scorer of arc labels, the word pieces, the label sets,
the lemmas of words it was trained on."""


@dataclass(frozen=True, slots=True)
class Scores:
    """What the network says of one window; rows are words.

    ``upos``, ``xpos``, ``feats``: indices of the best labels; ``scripts``: of several, the best first,
    one column each. ``starts``: above 0 where a
    sentence begins. ``names``: tag scores. ``arcs``: scores of heads, the root in column 0.
    ``dependents`` and ``heads`` (the root in row 0) are for ``EncoderModel.label``. ``vectors``: what the
    last layer and the middle one make of each word, side by side.
    """

    upos: NDArray[np.int64]
    xpos: NDArray[np.int64]
    feats: NDArray[np.int64]
    scripts: NDArray[np.int64]
    starts: NDArray[np.float32]
    names: NDArray[np.float32]
    arcs: NDArray[np.float32]
    dependents: NDArray[np.float32]
    heads: NDArray[np.float32]
    vectors: NDArray[np.float32]


class EncoderModel:
    """A network read from ``files`` (name → bytes; see ``FILES``).

    The sessions open at first use, in the process that uses them, with as many threads as
    ``OMP_NUM_THREADS`` says, or one.
    """

    def __init__(self, files: dict[str, bytes]) -> None:
        absent = sorted(set(FILES) - set(files))
        if absent:
            raise ExtractError(f"the encoder's model lacks {', '.join(absent)}; train and export it again")
        self.files = files
        self.labels: dict[str, tuple[str, ...]] = {
            name: tuple(values) for name, values in json.loads(files["labels.json"]).items()
        }
        self.lexicon = Lexicon(files["lemmas.tsv"].decode())
        self._process = -1
        self._sessions: tuple[Any, Any] | None = None
        self._reader: PieceReader | None = None

    def __getstate__(self) -> dict[str, bytes]:
        return self.files

    def __setstate__(self, files: dict[str, bytes]) -> None:
        self.__init__(files)  # type: ignore[misc]

    @property
    def reader(self) -> PieceReader:
        """Splits words into pieces."""
        if self._reader is None:
            from tokenizers import Tokenizer

            self._reader = PieceReader(Tokenizer.from_buffer(self.files["tokenizer.json"]))
        return self._reader

    def _open(self) -> tuple[Any, Any]:
        """The sessions of this process: one made before a fork may not be used after it."""
        if self._sessions is None or self._process != os.getpid():
            self._sessions = (_session(self.files["encoder.onnx"]), _session(self.files["labels.onnx"]))
            self._process = os.getpid()
        return self._sessions

    def read(self, pieces: Sequence[Pieces], breaks: Sequence[bool]) -> Scores:
        """Scores of one window of words; ``breaks`` tells which follow a paragraph break."""
        import numpy as np

        window = self.reader.window(pieces, breaks)
        inputs = {
            "ids": [window.ids],
            "forms": [window.forms],
            "words": [window.words],
            "first": [window.first],
            "last": [window.last],
        }
        arrays = {name: np.array(rows, dtype=np.int64) for name, rows in inputs.items()}
        return Scores(*(output[0] for output in self._open()[0].run(list(Scores.__slots__), arrays)))

    def label(self, scores: Scores, words: Sequence[int], heads: Sequence[int]) -> NDArray[np.int64]:
        """The best label of each arc from ``words[i]`` to ``heads[i]`` (0: the root)."""
        inputs = {"dependents": scores.dependents[list(words)], "heads": scores.heads[list(heads)]}
        best: NDArray[np.int64] = self._open()[1].run(["labels"], inputs)[0]
        return best


def read_files(folder: Path) -> dict[str, bytes]:
    """The files of a model in ``folder``."""
    absent = [name for name in FILES if not (folder / name).is_file()]
    if absent:
        raise ExtractError(f"{folder}: no {', '.join(absent)}; it is no model of the encoder")
    return {name: (folder / name).read_bytes() for name in FILES}


def _session(model: bytes) -> Any:
    import onnxruntime  # type: ignore[import-untyped]

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = _threads()
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.enable_mem_pattern = False
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def _threads() -> int:
    asked = os.environ.get("OMP_NUM_THREADS", "1").split(",")[0]
    return max(1, int(asked)) if asked.isdigit() else 1
