"""Turns a shipped model back into a checkpoint, to train on from there without the checkpoint that it came from.

    python training/reload.py MODEL_DIR CHECKPOINT

The weights are the 8-bit ones multiplied out: within half a step of 8 bits of those that were trained. What the network
has and the shipped one lacks begins at zero.
"""

import json
import sys
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from model import LABEL, LAYERS, Reader

EMBEDDINGS = ("words", "features", "hints")
# The graph's nameless matrices, in its order: these of each layer.
LAYER_MATRICES = ("qkv", "out", "up", "down")


def arrays_of(path):
    return {i.name: numpy_helper.to_array(i) for i in onnx.load(path).graph.initializer}


def multiplied_out(arrays, name):
    """A quantised array as floating-point numbers: (number - zero point) * scale, by column where scales are."""
    number, zero = (arrays[f"{name}_{part}"].astype(np.float32) for part in ("quantized", "zero_point"))
    return (number - zero) * arrays[f"{name}_scale"]


def numbered(arrays, start, end=""):
    """Names like `onnx::MatMul_598…` in the order of their numbers, without what follows the number."""
    found = {n.removesuffix(end) for n in arrays if n.startswith(start) and n.endswith(end)}
    return sorted(found, key=lambda name: int(name.rsplit("_", 1)[1]))


def words_graph(arrays):
    """(name of a parameter, its values) for everything that `reader.onnx` holds."""
    for name, value in arrays.items():
        if name.startswith("reader.") and not name.endswith(("_scale", "_zero_point", "_quantized")):
            yield name.removeprefix("reader."), value
        elif name.startswith("reader.") and name.endswith("_quantized"):
            held = name.removesuffix("_quantized")
            # The exporter names a matrix that it turned so.
            own = held.removeprefix("reader.").removesuffix("_Transposed")
            value = multiplied_out(arrays, held)
            yield own, value if own == "arc" or own.split(".")[0] in EMBEDDINGS else value.T
    for i, name in enumerate(numbered(arrays, "onnx::MatMul_", "_quantized")):
        part = LAYER_MATRICES[i % len(LAYER_MATRICES)]
        yield f"layers.{i // len(LAYER_MATRICES)}.{part}.weight", multiplied_out(arrays, name).T
    shares = np.array([float(arrays[name]) for name in numbered(arrays, "onnx::Mul_")], np.float32)
    yield "syntax_mix.weights", np.log(shares[: LAYERS + 1])
    yield "sense_mix.weights", np.log(shares[LAYERS + 1 :])


def labeler_graph(arrays, relations):
    for name in (n.removesuffix("_quantized") for n in arrays if n.endswith("_quantized")):
        value = multiplied_out(arrays, name)
        whole = value.shape == (LABEL, relations * LABEL)
        yield ("labeler.weight", value) if whole else ("labeler.single.weight", value.T)
    yield "labeler.single.bias", arrays["single.bias"]


def manifest_weights(manifest):
    for name, value in manifest["crf"].items():
        yield f"crf.{name}", np.array(value, np.float32)
    for name, value in manifest["linkBiases"].items():
        yield f"biases.{name}", np.array([value], np.float32)
    yield "closeness", np.array(manifest["closeness"], np.float32)


def main():
    folder, out = Path(sys.argv[1]), Path(sys.argv[2])
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf8"))
    tags, relations = manifest["labels"]["tags"], manifest["labels"]["relations"]
    weights = Reader(tags, relations).state_dict()
    left = set(weights)
    parts = (
        *words_graph(arrays_of(folder / "reader.onnx")),
        *labeler_graph(arrays_of(folder / "labeler.onnx"), len(relations)),
        *manifest_weights(manifest),
    )
    for name, value in parts:
        weights[name].copy_(torch.tensor(np.array(value)).reshape(weights[name].shape))
        left.discard(name)
    if left:
        sys.exit(f"{folder} has no weights for: {', '.join(sorted(left))}")
    torch.save({"weights": weights, "tags": tags, "relations": relations, "step": 0, "scores": {}, "options": {}}, out)


if __name__ == "__main__":
    main()
