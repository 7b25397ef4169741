"""Training documents (made by prepare.ts) cut into windows and put together in batches."""

import json
import random

import torch

from labels import ATTRIBUTIONS, EVENTS, FACTUALITIES, GAPS, NAMES, TIMES, shape_of, to_bioes

MAX_PIECES_A_WORD = 8
LINK_KINDS = ("cue", "source", "antecedent", "actor", "recipient")


class Pieces:
    """Wordpieces of single words, remembered."""

    def __init__(self, folder):
        from tokenizers import Tokenizer

        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()
        self.known = {}
        self.cls, self.sep, self.unknown, self.mask = (
            self.tokenizer.token_to_id(t) for t in ("[CLS]", "[SEP]", "[UNK]", "[MASK]")
        )

    def of(self, word):
        if word not in self.known:
            ids = self.tokenizer.encode(word, add_special_tokens=False).ids[:MAX_PIECES_A_WORD]
            self.known[word] = ids or [self.unknown]
        return self.known[word]


def load(path):
    with open(path, encoding="utf8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def breaks(doc):
    """Word indexes at which a window may begin: sentence starts where known, else line breaks and likely ends."""
    words, gaps = doc["words"], doc["gaps"]
    if "sentences" in doc:
        s = doc["sentences"]
        return [i for i in range(len(words)) if i == 0 or s[i] != s[i - 1]]
    return [
        i for i in range(len(words))
        if i == 0 or gaps[i] == 2 or (i > 1 and words[i - 1] in ".!?”\"" and gaps[i] == 1 and words[i][:1].isupper() and words[i - 2] != ".")
    ]


def windows(doc, pieces, limit, paragraphs=True):
    """(first, last) word ranges of at most `limit` pieces, cut at `breaks`; a longer sentence is cut hard."""
    counts = [len(pieces.of(w)) for w in doc["words"]]
    starts = breaks(doc)
    soft = [i for i in starts if doc["gaps"][i] == 2] if paragraphs and "sentences" not in doc else starts
    out, first = [], 0
    total = len(counts)
    while first < total:
        used, last, best = 0, first, None
        while last < total and used + counts[last] <= limit - 2:
            used += counts[last]
            last += 1
        if last < total:
            inside = [i for i in soft if first < i <= last] or [i for i in starts if first < i <= last]
            best = inside[-1] if inside else last
        else:
            best = total
        out.append((first, best))
        first = best
    return out


def cut(doc, first, last):
    """The part of a document between two words, its indexes made relative."""
    part = {"words": doc["words"][first:last], "gaps": doc["gaps"][first:last]}
    inside = lambda i: first <= i < last
    for name in ("sentences", "tags", "relations", "names", "attributions", "times"):
        if name in doc:
            part[name] = doc[name][first:last]
    if "heads" in doc:
        part["heads"] = [h - first if inside(h) else -1 for h in doc["heads"][first:last]]
    if "attributionLinks" in doc:
        keep = [l for l in doc["attributionLinks"] if inside(l["content"])]
        part["attributionLinks"] = [
            {k: (v - first if inside(v) else -1) for k, v in l.items()} for l in keep
        ]
    if "mentions" in doc:
        part["mentions"] = [(m["head"] - first, m["chain"]) for m in doc["mentions"] if inside(m["head"])]
        part["knownChains"] = {m["chain"] for m in doc["mentions"] if m["head"] < first}
    if "events" in doc:
        part["events"] = [
            {**e, "word": e["word"] - first, "actors": [a - first for a in e["actors"] if inside(a)],
             "recipients": [a - first for a in e["recipients"] if inside(a)]}
            for e in doc["events"] if inside(e["word"])
        ]
    if "pair" in doc:
        part["pair"] = doc["pair"]
    return part


def inputs(parts, pieces, lexicon, masking=0.0, unhinted=0.0):
    """Input tensors of a batch of parts: pieces, features, hints, mask, starts, and which words are real.

    `masking`: share of the words that are hidden; `unhinted`: share of the parts whose words get no hints.
    """
    rows = []
    for part in parts:
        ids, features, hints, starts = [pieces.cls], [0], [0], []
        told = lexicon.hints(part["words"]) if random.random() >= unhinted else [0] * len(part["words"])
        for word, gap, hint in zip(part["words"], part["gaps"], told):
            shape = shape_of(word)
            own = pieces.of(word)
            if masking and random.random() < masking:
                own, hint = [pieces.mask] * len(own), 0
            starts.append(len(ids))
            ids += own
            features += [shape * GAPS + gap] + [shape * GAPS + 3] * (len(own) - 1)
            hints += [hint] * len(own)
        rows.append((ids + [pieces.sep], features + [0], hints + [0], starts))
    length, words = max(len(r[0]) for r in rows), max(len(r[3]) for r in rows)
    pad = lambda row, size: row + [0] * (size - len(row))
    return {
        "pieces": torch.tensor([pad(r[0], length) for r in rows]),
        "features": torch.tensor([pad(r[1], length) for r in rows]),
        "hints": torch.tensor([pad(r[2], length) for r in rows]),
        "mask": torch.tensor([pad([1.0] * len(r[0]), length) for r in rows]),
        "starts": torch.tensor([pad(r[3], words) for r in rows]),
        "real": torch.tensor([pad([1] * len(r[3]), words) for r in rows]).bool(),
    }


def padded(parts, size, values):
    """(batch, words) of label numbers, -1 where nothing is to be learnt."""
    return torch.tensor([(row := values(part)) + [-1] * (size - len(row)) for part in parts])


def targets(parts, size, tag_index, relation_index):
    """Label tensors of a batch; only those that every part has."""
    has = lambda name: all(name in part for part in parts)
    out = {}
    if has("sentences"):
        out["sentences"] = padded(parts, size, lambda p: p["sentences"])
        out["ends"] = padded(parts, size, lambda p: [int(i + 1 == len(p["sentences"]) or p["sentences"][i + 1] != s) for i, s in enumerate(p["sentences"])])
    if has("tags"):
        out["tags"] = padded(parts, size, lambda p: [tag_index.get(t, -1) for t in p["tags"]])
        out["heads"] = padded(parts, size, lambda p: p["heads"])
        out["relations"] = padded(parts, size, lambda p: [relation_index.get(r, -1) for r in p["relations"]])
    for name, labels in (("names", NAMES), ("attributions", ATTRIBUTIONS), ("times", TIMES)):
        if has(name):
            out[name] = padded(parts, size, lambda p: to_bioes(p[name], labels))
    if has("events"):
        events = [{e["word"]: e for e in p["events"]} for p in parts]
        out["events"] = torch.tensor([[EVENTS.index(ev[i]["type"]) if i in ev else (0 if i < len(p["words"]) else -1) for i in range(size)] for p, ev in zip(parts, events)])
        out["factualities"] = torch.tensor([[FACTUALITIES.index(ev[i]["factuality"]) if i in ev else -1 for i in range(size)] for ev in events])
    return out


def mentions_of(names):
    """(first, last, type) of IOB2 tags."""
    out = []
    for i, tag in enumerate(names):
        if tag.startswith("B-"):
            last = i + 1
            while last < len(names) and names[last] == f"I-{tag[2:]}":
                last += 1
            out.append((i, last, tag[2:]))
    return out


def name_pool(paths):
    """Names of the training sets by type and number of words, each once."""
    pool = {}
    for path in paths:
        for doc in load(path):
            for first, last, kind in mentions_of(doc.get("names", [])):
                pool.setdefault((kind, last - first), set()).add(tuple(doc["words"][first:last]))
    return {key: sorted(names) for key, names in pool.items()}


def with_other_names(part, pool, share):
    """A part in which some names give way to others of the same type and length: names are learnt by their place."""
    words = list(part["words"])
    for first, last, kind in mentions_of(part.get("names", [])):
        others = pool.get((kind, last - first))
        if others and random.random() < share:
            words[first:last] = random.choice(others)
    return {**part, "words": words}


class Stream:
    """Endless batches of one data set: every epoch the windows are cut anew, of random lengths.

    `runs`: a batch is a run of neighbouring windows of one document, so that mentions can be linked across windows.
    """

    def __init__(self, path, pieces, limits, batch_pieces, pool=None, renamed=0.0, runs=False):
        self.runs = runs
        self.path, self.pieces = path, pieces
        self.pool, self.renamed = pool, renamed
        self.limits, self.batch_pieces = limits, batch_pieces
        self.queue = []

    def refill(self):
        documents = [self.parts_of(doc) for doc in load(self.path)]
        self.queue = []
        if self.runs:
            for parts in documents:
                self.queue += self.batches_of(parts)
        else:
            parts = [part for document in documents for part in document]
            random.shuffle(parts)
            for at in range(0, len(parts), 400):
                self.queue += self.batches_of(sorted(parts[at : at + 400], key=lambda p: p["size"]))
        random.shuffle(self.queue)

    def parts_of(self, doc):
        """A document's windows, in order; those that the network cannot take are left out."""
        parts = []
        for first, last in windows(doc, self.pieces, random.choice(self.limits)):
            part = cut(doc, first, last)
            if self.pool and "names" in part:
                part = with_other_names(part, self.pool, self.renamed)
            part["size"] = sum(len(self.pieces.of(w)) for w in part["words"]) + 2
            if part["size"] <= 510:
                parts.append(part)
        return parts

    def batches_of(self, parts):
        """Neighbouring parts together, as many as make `batch_pieces` when filled up to the longest."""
        batches, batch, longest = [], [], 0
        for part in parts:
            longest = max(longest, part["size"])
            if batch and longest * (len(batch) + 1) > self.batch_pieces:
                batches.append(batch)
                batch, longest = [], part["size"]
            batch.append(part)
        return batches + [batch] if batch else batches

    def next(self):
        if not self.queue:
            self.refill()
        return self.queue.pop()
