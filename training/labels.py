"""The label sets of the reader's heads, in the order that the model numbers them. Written into the manifest."""

EVENT_TYPES = (
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE "
    "COERCE ASSAULT"
).split()
FACTUALITIES = ["actual", "ongoing", "planned", "possible", "denied"]
TIME_TYPES = ["DATE", "TIME", "DURATION", "SET"]


def bioes(types):
    """O, then B I E S of each type."""
    return ["O"] + [f"{position}-{kind}" for kind in types for position in "BIES"]


NAMES = bioes(["PER", "ORG", "LOC"])
ATTRIBUTIONS = bioes(["SOURCE", "CUE", "CONTENT"])
TIMES = bioes(TIME_TYPES)
EVENTS = ["NONE"] + EVENT_TYPES

# What a mention is linked by beside its vectors: the kinds of both mentions, the same word or not, how many mentions
# apart (1, 2–3, 4–7, … 32 and more).
MENTION_KINDS = ["name", "pronoun", "noun"]
DISTANCES = 6
MENTION_REACH = 60

SHAPES = ["lower", "Title", "UPPER", "mIxed", "digits", "alnum", "sign", "Initial"]
GAPS = 4  # nothing, white space, line break, inside a word


def shape_of(word):
    """Number of the word's shape in SHAPES; src/reader/shapes.ts does the same."""
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return 4 if any(c.isnumeric() for c in word) else 6
    if any(c.isnumeric() for c in word):
        return 5
    upper = [c.isupper() for c in letters]
    if not any(upper):
        return 0
    if all(upper):
        return 2 if len(letters) > 1 else 7
    return 1 if upper[0] and not any(upper[1:]) else 3


def to_bioes(tags, names):
    """IOB2 tags to label numbers; '?' becomes -1 (not to be learnt)."""
    index = {name: i for i, name in enumerate(names)}
    out = []
    for i, tag in enumerate(tags):
        if tag == "?":
            out.append(-1)
        elif tag == "O":
            out.append(0)
        else:
            kind = tag[2:]
            goes_on = i + 1 < len(tags) and tags[i + 1] == f"I-{kind}"
            begins = tag[0] == "B" or i == 0 or tags[i - 1][2:] != kind
            position = ("B" if goes_on else "S") if begins else ("I" if goes_on else "E")
            out.append(index[f"{position}-{kind}"])
    return out
