"""Quick looks at the development sets while training; the figures that count are `chancery eval`'s."""

import torch

from data import cut, inputs, load, targets, windows
from labels import ATTRIBUTIONS, NAMES, TIMES
from losses import sentence_mask
from model import half_precision

DEVELOPMENT = ("ewt-dev", "gum-dev", "polnear-dev", "timeml-dev", "crossner-dev")


def development_scores(model, prepared, pieces, lexicon, tags, relations):
    """{set: line of scores} for the development sets in the folder that prepare.ts wrote."""
    tag_index, relation_index = ({v: i for i, v in enumerate(s)} for s in (tags, relations))
    sets = {name: load(prepared / f"{name}.jsonl") for name in DEVELOPMENT}
    return {n: evaluate(model, d, pieces, lexicon, tag_index, relation_index) for n, d in sets.items()}


def spans_of(labels, names):
    """{(first, last, type)} of a BIOES label sequence."""
    out, first = set(), None
    for i, label in enumerate(labels):
        name = names[label]
        if name[0] in "BS":
            first = i
        if name[0] in "ES" and first is not None and names[labels[first]][2:] == name[2:]:
            out.add((first, i + 1, name[2:]))
        if name == "O":
            first = None
    return out


def viterbi(emissions, crf):
    score, back = crf.first + emissions[0], []
    for step in emissions[1:]:
        best = (score[:, None] + crf.transitions).max(0)
        back.append(best.indices)
        score = best.values + step
    path = [int((score + crf.last).argmax())]
    for pointers in reversed(back):
        path.append(int(pointers[path[-1]]))
    return path[::-1]


class F1:
    def __init__(self):
        self.right = self.found = self.gold = 0

    def add(self, found, gold):
        self.right += len(found & gold)
        self.found += len(found)
        self.gold += len(gold)

    def __str__(self):
        return f"{200 * self.right / max(1, self.found + self.gold):.1f}"


@torch.no_grad()
def evaluate(model, documents, pieces, lexicon, tag_index, relation_index, limit=200):
    """One line of scores for a set, from the labels that it has."""
    model.eval()
    parts = [cut(doc, a, b) for doc in documents for a, b in windows(doc, pieces, limit)]
    parts = sorted(parts, key=lambda p: len(p["words"]))
    counts = {"las": 0, "uas": 0, "tag": 0, "words": 0}
    scores = {}
    for at in range(0, len(parts), 16):
        group = parts[at : at + 16]
        batch = inputs(group, pieces, lexicon)
        gold = targets(group, batch["starts"].shape[1], tag_index, relation_index)
        with half_precision():
            syntax, sense = model.encode(batch["pieces"], batch["features"], batch["hints"], batch["mask"], batch["starts"])
        syntax, sense = syntax.float(), sense.float()
        if "tags" in gold:
            count_syntax(model, syntax, gold, counts)
        for name, labels, head in (("names", NAMES, model.name), ("times", TIMES, model.time), ("attributions", ATTRIBUTIONS, model.attribution)):
            if name in gold:
                logits = head(sense)
                for row, want, part in zip(logits, gold[name], group):
                    n = len(part["words"])
                    path = viterbi(row[:n], model.crf) if name == "attributions" else row[:n].argmax(-1).tolist()
                    found, right = spans_of(path, labels), spans_of(want[:n].clamp(min=0).tolist(), labels)
                    for kind in {x[2:] for x in labels if x != "O"} if name == "attributions" else {None}:
                        keep = lambda s: {x for x in s if kind is None or x[2] == kind}
                        scores.setdefault(kind or name, F1()).add(keep(found), keep(right))
    model.train()
    n = max(1, counts["words"])
    line = [f"{k} {100 * counts[k] / n:.2f}" for k in ("uas", "las", "tag") if counts["words"]]
    return " ".join(line + [f"{k} {v}" for k, v in scores.items()])


def count_syntax(model, syntax, gold, counts):
    known = gold["heads"] >= 0
    heads = model.arcs(syntax).masked_fill(~sentence_mask(gold["sentences"]), -1e4).argmax(-1)
    batch, word = known.nonzero(as_tuple=True)
    dependent = model.label_dependent(syntax)[batch, word]
    head = model.label_head(syntax)[batch, heads[batch, word]]
    relations = model.labeler(dependent, head).argmax(-1)
    right = (heads == gold["heads"])[known]
    counts["words"] += int(known.sum())
    counts["uas"] += int(right.sum())
    counts["las"] += int((right & (relations == gold["relations"][known])).sum())
    counts["tag"] += int((model.tag(syntax).argmax(-1) == gold["tags"])[known].sum())
