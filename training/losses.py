"""What the reader is trained to do: one loss a task, each from the labels that the batch has."""

import torch
from torch.nn import functional as F

from labels import DISTANCES, EVENT_TYPES, EVENTS, MENTION_KINDS, MENTION_REACH


def cross_entropy(logits, gold, weight=None):
    """Mean over the words with a label (gold >= 0)."""
    return F.cross_entropy(logits.flatten(0, 1), gold.flatten(), ignore_index=-1, weight=weight)


def sentence_mask(sentences):
    """(batch, words, words): True where both words stand in the same sentence."""
    return (sentences[:, :, None] == sentences[:, None, :]) & (sentences >= 0)[:, :, None]


def syntax_losses(model, syntax, gold):
    arcs = model.arcs(syntax).masked_fill(~sentence_mask(gold["sentences"]), -1e4)
    heads = gold["heads"]
    losses = {"arc": cross_entropy(arcs, heads), "tag": cross_entropy(model.tag(syntax), gold["tags"])}
    known = (heads >= 0) & (gold["relations"] >= 0)
    batch, word = known.nonzero(as_tuple=True)
    dependent = model.label_dependent(syntax)[batch, word]
    head = model.label_head(syntax)[batch, heads[batch, word]]
    losses["label"] = F.cross_entropy(model.labeler(dependent, head), gold["relations"][batch, word])
    return losses


def link_loss(scores, rows):
    """Pointer loss: each row is (batch, word, right words, candidate words); no right word means 'none' (score 0)."""
    losses = []
    for batch, word, right, candidates in rows:
        row = scores[batch, word, candidates]
        row = torch.cat([row, row.new_zeros(1)])
        good = [candidates.index(r) for r in right] or [len(candidates)]
        losses.append(torch.logsumexp(row, 0) - torch.logsumexp(row[good], 0))
    return torch.stack(losses).mean() if losses else scores.sum() * 0


def attribution_losses(model, sense, parts, gold, real):
    emissions = model.attribution(sense)
    labels = gold["attributions"].clamp(min=0)
    losses = {"attribution": 3 * model.crf(emissions, labels, real)}
    for name, kind in (("cue", "CUE"), ("source", "SOURCE")):
        rows = []
        for b, part in enumerate(parts):
            begins = [i for i, tag in enumerate(part["attributions"]) if tag == f"B-{kind}"]
            for link in part["attributionLinks"]:
                if begins and (link[name] in begins or link[name] < 0):
                    rows.append((b, link["content"], [link[name]] if link[name] >= 0 else [], begins))
        losses[f"link-{name}"] = 0.5 * link_loss(model.link(name, sense), rows)
    return losses


def mention_kind(tag):
    """0 a name, 1 a pronoun, 2 another noun: the number of MENTION_KINDS, as src/reader/decode/coreference.ts takes them."""
    return 0 if tag.startswith("NNP") else 1 if tag.startswith("PRP") else 2


def closeness(mentions):
    """(n, n) indexes into the table of the model: kinds of mention and candidate, same word or not, how far apart."""
    kinds = torch.tensor([m["kind"] for m in mentions])
    words = {w: i for i, w in enumerate({m["word"] for m in mentions})}
    same = torch.tensor([words[m["word"]] for m in mentions])
    places = torch.arange(len(mentions))
    apart = (places[:, None] - places[None, :]).clamp(min=1)
    bucket = torch.log2(apart.float()).floor().long().clamp(max=DISTANCES - 1)
    is_same = (same[:, None] == same[None, :]).long()
    return ((kinds[:, None] * len(MENTION_KINDS) + kinds[None, :]) * 2 + is_same) * DISTANCES + bucket


def mentions_in(parts):
    """The mentions of neighbouring windows in order; `known`: its chain began before these windows."""
    before = parts[0]["knownChains"]
    out = []
    for b, part in enumerate(parts):
        for head, chain in sorted(set(map(tuple, part["mentions"]))):
            word, tag = part["words"][head].lower(), part["tags"][head]
            out.append({"at": (b, head), "chain": chain, "word": word, "kind": mention_kind(tag), "known": chain in before})
    return out


def antecedent_loss(model, sense, mentions):
    """Each mention points to any earlier one of its chain, or to none (score 0) where it is the first."""
    batch, word = torch.tensor([m["at"] for m in mentions]).unbind(1)
    vectors = sense[batch, word]
    scores = model.link("antecedent", vectors[None])[0] + model.closeness[closeness(mentions)]
    chains = torch.tensor([m["chain"] for m in mentions])
    earlier = torch.ones_like(scores, dtype=torch.bool).tril(-1) & torch.ones_like(scores, dtype=torch.bool).triu(-MENTION_REACH)
    right = earlier & (chains[:, None] == chains[None, :])
    alone = ~right.any(1)
    usable = earlier.any(1) & ~(alone & torch.tensor([m["known"] for m in mentions]))
    none = scores.new_zeros(len(mentions), 1)
    whole = torch.logsumexp(torch.cat([scores.masked_fill(~earlier, -1e4), none], 1), 1)
    good = torch.logsumexp(torch.cat([scores.masked_fill(~right, -1e4), none.masked_fill(~alone[:, None], -1e4)], 1), 1)
    return (whole - good)[usable].mean() if usable.any() else scores.sum() * 0


def coreference_losses(model, sense, parts, real):
    """The parts are neighbouring windows of one document (Stream's `runs`)."""
    heads = torch.zeros(real.shape)
    for b, part in enumerate(parts):
        for head, _ in part["mentions"]:
            heads[b, head] = 1.0
    mention = F.binary_cross_entropy_with_logits(model.mention(sense).squeeze(-1)[real], heads[real])
    mentions = mentions_in(parts)
    antecedent = antecedent_loss(model, sense, mentions) if mentions else sense.sum() * 0
    return {"mention": mention, "antecedent": antecedent}


def event_losses(model, sense, parts, gold, real):
    logits = model.event(sense)
    losses = {"event": 3 * cross_entropy(logits, gold["events"])}
    if (gold["factualities"] >= 0).any():
        losses["factuality"] = 0.5 * cross_entropy(model.factuality(sense), gold["factualities"])
    for name, field in (("actor", "actors"), ("recipient", "recipients")):
        scores = model.link(name, sense)
        found, wanted = [], []
        for b, part in enumerate(parts):
            for event in part["events"]:
                row = torch.zeros(len(part["words"]))
                row[event[field]] = 1.0
                found.append(scores[b, event["word"], : len(part["words"])])
                wanted.append(row)
        if found:
            losses[f"link-{name}"] = 5 * F.binary_cross_entropy_with_logits(torch.cat(found), torch.cat(wanted))
    pairs = passage_pairs(parts)
    if pairs:
        rows, names = zip(*pairs)
        index = torch.tensor([b for b, _ in rows])
        scores = pair_log_probabilities(model, sense[index], [{"pair": pair} for _, pair in rows], real[index])
        losses["passage-pair"] = 0.5 * -scores[range(len(names)), [EVENT_TYPES.index(n) for n in names]].mean()
    return losses


def passage_pairs(parts):
    """(((part number, pair), type)) of events whose two sides do one thing only: they are read as marked pairs are."""
    out = []
    for b, part in enumerate(parts):
        sides = [(tuple(e["actors"]), tuple(e["recipients"])) for e in part["events"]]
        for event, (actors, recipients) in zip(part["events"], sides):
            if actors and recipients and sides.count((actors, recipients)) == 1:
                out.append(((b, {"source": list(actors), "target": list(recipients)}), event["type"]))
    return out


def pair_log_probabilities(model, sense, parts, real):
    """(batch, types): log-probability of each event type between a marked actor and recipient.

    The predicate is not marked: each word is weighed by how well it links both and how likely it is a predicate.
    """
    logits = model.event(sense)
    actor, recipient = model.link("actor", sense), model.link("recipient", sense)
    types = torch.log_softmax(logits[..., 1:], -1)
    some = torch.logsumexp(logits[..., 1:], -1) - logits[..., 0]
    rows = []
    for b, part in enumerate(parts):
        weight = F.logsigmoid(some[b])
        for scores, words in ((actor[b], part["pair"]["source"]), (recipient[b], part["pair"]["target"])):
            if words:
                weight = weight + F.logsigmoid(scores[:, words].max(-1).values)
        weight = torch.log_softmax(weight.masked_fill(~real[b], -1e4), 0)
        rows.append(torch.logsumexp(weight[:, None] + types[b], 0))
    return torch.stack(rows)


def pair_losses(model, sense, parts, real):
    """PLOVER's older set has YIELD for what is now CONCEDE and RETREAT together."""
    scores = pair_log_probabilities(model, sense, parts, real)
    losses = []
    for row, part in zip(scores, parts):
        names = ["CONCEDE", "RETREAT"] if part["pair"]["type"] == "YIELD" else [part["pair"]["type"]]
        losses.append(-torch.logsumexp(row[[EVENT_TYPES.index(n) for n in names]], 0))
    return {"pair": torch.stack(losses).mean()}


def all_losses(model, batch, parts, gold):
    syntax, sense = model.encode(batch["pieces"], batch["features"], batch["hints"], batch["mask"], batch["starts"])
    syntax, sense = syntax.float(), sense.float()
    with torch.autocast("cpu", enabled=False):
        losses = {}
        if "ends" in gold:
            end = model.end(syntax).squeeze(-1)
            losses["end"] = F.binary_cross_entropy_with_logits(end[batch["real"]], gold["ends"][batch["real"]].float())
        if "tags" in gold:
            losses |= syntax_losses(model, syntax, gold)
        if "names" in gold and (gold["names"] >= 0).any():
            # Names of the attribution set are another program's: they count half.
            losses["name"] = (1 if "attributions" in gold and "events" not in gold else 2) * cross_entropy(model.name(sense), gold["names"])
        if "times" in gold:
            losses["time"] = 2 * cross_entropy(model.time(sense), gold["times"])
        if all("attributionLinks" in p for p in parts):
            losses |= attribution_losses(model, sense, parts, gold, batch["real"])
        if all("mentions" in p for p in parts):
            losses |= coreference_losses(model, sense, parts, batch["real"])
        if "events" in gold:
            losses |= event_losses(model, sense, parts, gold, batch["real"])
        if all("pair" in p for p in parts):
            losses |= pair_losses(model, sense, parts, batch["real"])
    return losses
