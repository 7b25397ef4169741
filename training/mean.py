"""The mean of checkpoints that were trained on from the same weights, with its development scores.

    python training/mean.py PREPARED_DIR OUT_DIR CHECKPOINT CHECKPOINT ...

Weights of runs with unlike mixtures, none of which is best at everything, are in their mean nearly as good at each as the
better one (Wortsman and others 2022, "Model soups"). OUT_DIR gets `reader.pt`, as from train.py.
"""

import argparse
from pathlib import Path

import torch

from data import Pieces
from evaluate import development_scores
from export import recipe_of
from lexicon import Lexicon
from model import Reader, load_base


def options():
    p = argparse.ArgumentParser()
    p.add_argument("prepared", type=Path)
    p.add_argument("out", type=Path)
    p.add_argument("checkpoints", type=Path, nargs="+")
    return p.parse_args()


def mean_of(runs):
    """Weights by name, each the mean of that in all runs."""
    return {name: sum(run["weights"][name] for run in runs) / len(runs) for name in runs[0]["weights"]}


def main():
    args = options()
    runs = [torch.load(path, weights_only=False) for path in args.checkpoints]
    tags, relations = runs[0]["tags"], runs[0]["relations"]
    model = Reader(tags, relations)
    model.load_state_dict(mean_of(runs))
    pieces, lexicon = Pieces(load_base(Reader(tags, relations))), Lexicon(args.prepared / "lexicon.json")
    scores = development_scores(model, args.prepared, pieces, lexicon, tags, relations)
    args.out.mkdir(parents=True, exist_ok=True)
    saved = {
        "weights": model.state_dict(), "tags": tags, "relations": relations, "step": sum(run["step"] for run in runs),
        "scores": scores, "options": {"meanOf": [recipe_of(run["options"]) for run in runs]},
    }
    torch.save(saved, args.out / "reader.pt")
    print(" | ".join(f"{n}: {s}" for n, s in scores.items()))


if __name__ == "__main__":
    main()
