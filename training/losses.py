"""What the reader is trained to do: one loss a task, each from the labels that the batch has."""

import torch
from torch.nn import functional as F

from labels import EVENT_TYPES, EVENTS


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


def coreference_losses(model, sense, parts, real):
    heads = torch.zeros(real.shape)
    rows = []
    for b, part in enumerate(parts):
        mentions = sorted(set(map(tuple, part["mentions"])))
        for n, (head, chain) in enumerate(mentions):
            heads[b, head] = 1.0
            earlier = sorted({h for h, _ in mentions[:n] if h < head})
            right = sorted({h for h, c in mentions[:n] if c == chain and h < head})
            if earlier:
                rows.append((b, head, right, earlier))
    mention = F.binary_cross_entropy_with_logits(model.mention(sense).squeeze(-1)[real], heads[real])
    return {"mention": mention, "antecedent": 0.7 * link_loss(model.link("antecedent", sense), rows)}


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
    return losses


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
