"""Trains the reader: all heads together, one data set a step.

    python training/train.py PREPARED_DIR OUT_DIR [--minutes N] [--from CHECKPOINT] ...

PREPARED_DIR is what prepare.ts and make_lexicon.py wrote. OUT_DIR gets `reader.pt` (weights, label sets, options, development scores).
"""

import argparse
import json
import random
import time
from pathlib import Path

import torch

from data import Pieces, Stream, inputs, load, name_pool, targets
from evaluate import development_scores
from lexicon import Lexicon
from losses import all_losses
from model import Reader, half_precision, load_base

SHORT, LONG = [48, 80, 120, 160, 220], [160, 220, 256]
# name: (window limits, share of the steps). Shares follow size and how much each head has still to gain.
MIXTURE = {
    "ewt-train": (SHORT, 0.24), "gum-train": (LONG, 0.18), "polnear-train": (LONG, 0.27), "timeml-train": (LONG, 0.03),
    "crossner-train": ([400], 0.02), "passages": ([120, 220, 256], 0.15), "pairs": ([500], 0.03), "own-pairs": ([500], 0.02),
    "names": ([80, 160, 256], 0.06),
}
NAMED = ("ewt-train", "gum-train", "crossner-train", "polnear-train", "names", "passages")


def options():
    p = argparse.ArgumentParser()
    p.add_argument("prepared", type=Path)
    p.add_argument("out", type=Path)
    p.add_argument("--steps", type=int, default=6000)
    p.add_argument("--minutes", type=float, help="train for so long in place of so many steps")
    p.add_argument("--warmup", type=int, default=300)
    p.add_argument("--batch-pieces", type=int, default=1600)
    p.add_argument("--encoder-rate", type=float, default=2e-4)
    p.add_argument("--head-rate", type=float, default=1e-3)
    p.add_argument("--from", dest="start", type=Path)
    p.add_argument("--final", type=float, default=0.0, help="the rate at the end, as a share of the highest")
    p.add_argument("--mixture", default="", help="name=share,… in place of the usual shares")
    p.add_argument("--look-every", type=int, default=1000)
    p.add_argument("--unscored", action="store_true", help="do not score the development sets")
    p.add_argument("--memory", type=float, default=0.995, help="of the averaged weights: what they keep, every 5 steps; less in a short run")
    p.add_argument("--renamed", type=float, default=0.0, help="share of the names that are changed for others")
    p.add_argument("--masking", type=float, default=0.08, help="share of the words that are hidden")
    p.add_argument("--unhinted", type=float, default=0.1, help="share of the windows read without the lexicon")
    p.add_argument("--threads", type=int, default=2)
    p.add_argument("--seed", type=int, default=7)
    return p.parse_args()


def label_sets(prepared):
    documents = load(prepared / "ewt-train.jsonl") + load(prepared / "gum-train.jsonl")
    collect = lambda name: sorted({v for d in documents for v in d[name]})
    return [t for t in collect("tags") if t != "_"], [r for r in collect("relations") if r != "_"]


def optimizer_of(model, args):
    encoder, heads = [], []
    for name, parameter in model.named_parameters():
        inside = name.startswith(("words", "positions", "features", "hints", "norm", "layers"))
        (encoder if inside else heads).append(parameter)
    groups = [{"params": encoder, "lr": args.encoder_rate}, {"params": heads, "lr": args.head_rate}]
    return torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), fused=True)


def rate(step, share_done, args):
    """Share of the highest learning rate: rises over the warm-up, then falls in a straight line to `final`."""
    return min(1.0, step / args.warmup) * (args.final + (1 - args.final) * (1 - share_done))


class Average:
    """Exponential moving average of the weights, taken every few steps: steadier than the last weights."""

    def __init__(self, model):
        self.weights = {k: v.detach().clone() for k, v in model.state_dict().items()}

    @torch.no_grad()
    def add(self, model, keep):
        for k, v in model.state_dict().items():
            self.weights[k].lerp_(v, 1 - keep)


def main():
    args = options()
    args.out.mkdir(parents=True, exist_ok=True)
    random.seed(args.seed)
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    tags, relations = label_sets(args.prepared)
    model = Reader(tags, relations)
    folder = load_base(model)
    if args.start:
        model.load_state_dict(torch.load(args.start, weights_only=False)["weights"])
    pieces, lexicon = Pieces(folder), Lexicon(args.prepared / "lexicon.json")
    shares = {k: v[1] for k, v in MIXTURE.items()}
    if args.mixture:
        shares = {k: float(v) for k, v in (pair.split("=") for pair in args.mixture.split(","))}
    pool = name_pool(args.prepared / f"{n}.jsonl" for n in NAMED)
    streams = {
        name: Stream(
            args.prepared / f"{name}.jsonl", pieces, MIXTURE[name][0], args.batch_pieces, pool if name in NAMED else None, args.renamed,
            runs=name == "gum-train",
        )
        for name in shares
    }
    train(model, streams, shares, pieces, lexicon, tags, relations, args)


def train(model, streams, shares, pieces, lexicon, tags, relations, args):
    tag_index, relation_index = ({v: i for i, v in enumerate(s)} for s in (tags, relations))
    optimizer = optimizer_of(model, args)
    highest = [group["lr"] for group in optimizer.param_groups]
    average, seen, began = Average(model), {}, time.time()
    model.train()
    step, done = 0, 0.0
    while done < 1.0:
        step += 1
        done = (time.time() - began) / 60 / args.minutes if args.minutes else step / args.steps
        for group, top in zip(optimizer.param_groups, highest):
            group["lr"] = top * rate(step, min(1.0, done), args)
        name = random.choices(list(shares), list(shares.values()))[0]
        parts = streams[name].next()
        batch = inputs(parts, pieces, lexicon, masking=args.masking, unhinted=args.unhinted)
        gold = targets(parts, batch["starts"].shape[1], tag_index, relation_index)
        with half_precision():
            losses = all_losses(model, batch, parts, gold)
        sum(losses.values()).backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        if step % 5 == 0:
            average.add(model, min(args.memory, 1 - 1 / (1 + step / 5)))
        for k, v in losses.items():
            seen.setdefault(k, []).append(float(v.detach()))
        if step % 100 == 0:
            means = " ".join(f"{k} {sum(v) / len(v):.3f}" for k, v in sorted(seen.items()))
            print(f"{step} {time.time() - began:.0f}s {means}", flush=True)
            seen = {}
        if step % args.look_every == 0 or done >= 1.0:
            keep(model, average, tags, relations, pieces, lexicon, step, args)


def keep(model, average, tags, relations, pieces, lexicon, step, args):
    """Saves the averaged weights with their development scores, and goes on training with the others."""
    going = {k: v.detach().clone() for k, v in model.state_dict().items()}
    model.load_state_dict(average.weights)
    scores = {} if args.unscored else development_scores(model, args.prepared, pieces, lexicon, tags, relations)
    print(f"{step} " + " | ".join(f"{n}: {s}" for n, s in scores.items()), flush=True)
    saved = {
        "weights": average.weights, "tags": tags, "relations": relations, "step": step, "scores": scores,
        "options": json.loads(json.dumps(vars(args), default=str)),
    }
    torch.save(saved, args.out / "reader.pt")
    model.load_state_dict(going)


if __name__ == "__main__":
    main()
