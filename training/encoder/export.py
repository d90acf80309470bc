"""A trained network → ONNX in eight bits: ``python -m training.encoder.export TARGET``.

The weights of matrix products become 8-bit integers, one scale a column; activations are scaled when
they occur (dynamically), window by window. The table of word pieces is stored in 8 bits, one scale a row.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch
from torch import Tensor, nn

from training.encoder.inventory import Inventory, load_inventory, save_inventory
from training.encoder.lexicon import treebank_lexicon
from training.encoder.network import LABEL, LabelScorer, Network, pretrained_folder

WORK = Path("training/work/encoder")
OUTPUTS = ("upos", "xpos", "feats", "scripts", "starts", "names", "arcs", "dependents", "heads", "vectors")
OPSET = 20
DATA = Path("../shared/data")

CANDIDATES = 3
"""Lemma scripts proposed for each word, the best first."""


class SmallTable(nn.Module):
    """An embedding in 8 bits with a scale for each row."""

    def __init__(self, table: Tensor) -> None:
        super().__init__()
        scale = table.abs().amax(1, keepdim=True).clamp_min(1e-8) / 127
        self.register_buffer("rows", torch.round(table / scale).to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        return self.rows[ids].to(torch.float32) * self.scale[ids]


class Reader(nn.Module):
    """The network as it runs: one window, the best tags instead of their scores."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, forms: Tensor, words: Tensor, first: Tensor, last: Tensor) -> list[Tensor]:
        scores = self.network(ids, forms, words, None, first, last)
        for task in ("upos", "xpos", "feats"):
            scores[task] = scores[task].argmax(-1)
        scores["scripts"] = scores["scripts"].topk(CANDIDATES).indices
        return [scores[name] for name in OUTPUTS]


def export(network: Network, target: Path, *, small: bool) -> None:
    """Writes ``encoder.onnx`` and ``labels.onnx``; ``small``: in eight bits."""
    network.eval()
    if small:
        network.embedding.pieces = SmallTable(network.embedding.pieces.weight.detach())  # type: ignore[assignment]
    _export_reader(Reader(network), target / "encoder.onnx")
    _export_labels(network.label_scorer, target / "labels.onnx")
    if small:
        for name in ("encoder.onnx", "labels.onnx"):
            quantize(target / name)


def _export_reader(reader: Reader, path: Path) -> None:
    pieces, words = torch.export.Dim("pieces", min=4, max=512), torch.export.Dim("count", min=2, max=510)
    rows = [torch.zeros(1, 9, dtype=torch.long) for _ in range(3)]  # one tensor thrice would be one input
    inputs = (*rows, torch.arange(1, 6)[None], torch.arange(2, 7)[None])
    shapes = ({1: pieces}, {1: pieces}, {1: pieces}, {1: words}, {1: words})
    names = ["ids", "forms", "words", "first", "last"]
    _write(reader, inputs, shapes, names, list(OUTPUTS), path)


def _export_labels(scorer: LabelScorer, path: Path) -> None:
    class Best(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.scorer = scorer

        def forward(self, dependents: Tensor, heads: Tensor) -> Tensor:
            return self.scorer(dependents, heads).argmax(-1)

    arcs = torch.export.Dim("arcs", min=2, max=510)
    ends = (torch.zeros(7, LABEL), torch.zeros(7, LABEL))
    _write(Best().eval(), ends, ({0: arcs}, {0: arcs}), ["dependents", "heads"], ["labels"], path)


def _write(module, inputs, shapes, names, outputs, path: Path) -> None:  # type: ignore[no-untyped-def]
    import onnx

    with torch.no_grad():
        program = torch.onnx.export(
            module, inputs, dynamo=True, dynamic_shapes=shapes, input_names=names, output_names=outputs,
            opset_version=OPSET, external_data=False,
        )  # fmt: skip
    assert program is not None
    program.save(str(path), external_data=False)
    model = onnx.load(path)
    for node in model.graph.node:
        node.ClearField("doc_string")
        del node.metadata_props[:]
    del model.graph.value_info[:]
    onnx.save(model, path)


def quantize(path: Path) -> None:
    """Replaces the model by its 8-bit version, the first layer's way back from its widest part aside.

    That one matrix in 32 bits is 1.8 MB and takes back all that EWT dev loses in attachment by 8 bits.
    """
    from onnxruntime.quantization import QuantType, quantize_dynamic

    small = path.with_suffix(".small.onnx")
    quantize_dynamic(
        path, small, weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=["MatMul"],
        nodes_to_exclude=_narrowing(path)[:1], extra_options={"MatMulConstBOnly": True},
    )  # fmt: skip
    small.replace(path)


def _narrowing(path: Path) -> list[str]:
    """The products that lead from each layer's widest part back to its width, first layer first."""
    import onnx

    model = onnx.load(path)
    shapes = {i.name: tuple(i.dims) for i in model.graph.initializer}
    products = (node for node in model.graph.node if node.op_type == "MatMul")
    weights = ((node.name, shapes[i]) for node in products for i in node.input if i in shapes)
    return [name for name, (rows, columns) in weights if rows == 4 * columns]


def load_network(folder: Path, *, raw: bool = False) -> tuple[Network, Inventory]:
    """The network of a training folder: averaged weights, or the raw ones."""
    inventory = load_inventory(folder / "labels.json")
    network = Network(inventory)
    state = torch.load(folder / "checkpoint.pt", map_location="cpu")
    network.load_state_dict(state["network" if raw else "average"])
    return network, inventory


def write_model(folder: Path, target: Path, *, small: bool = True, raw: bool = False) -> None:
    """All files of a model (``extract.encoder_model.FILES``) into ``target``."""
    from tokenizers import Tokenizer

    target.mkdir(parents=True, exist_ok=True)
    network, inventory = load_network(folder, raw=raw)
    export(network, target, small=small)
    save_inventory(inventory, target / "labels.json")
    tokenizer = Tokenizer.from_file(str(pretrained_folder() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    tokenizer.save(str(target / "tokenizer.json"), pretty=False)
    (target / "lemmas.tsv").write_text(treebank_lexicon(DATA), encoding="utf-8")


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", type=Path, help="the pipeline's folder")
    parser.add_argument("--name", default="run", help="the training's name")
    parser.add_argument("--float", action="store_true", help="32-bit floats, to measure the loss")
    parser.add_argument("--raw", action="store_true", help="the last weights instead of their average")
    arguments = parser.parse_args()
    from training.encoder.assemble import assemble

    size = assemble(WORK / arguments.name, arguments.target, small=not arguments.float, raw=arguments.raw)
    print(f"{arguments.target}: {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
