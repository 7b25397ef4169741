"""Which words stand in the lexicon's lists: one hint number a word. src/reader/lexicon.ts does the same."""

import json
import re

PLACES = {"none": 0, "small": 1, "big": 2, "inside": 3}
HINTS = 4 * 2 * 2 * 3
LONGEST = 8


class Lexicon:
    """Hints for words, from the lists that make_lexicon.py wrote."""

    def __init__(self, path):
        lists = json.loads(path.read_text(encoding="utf8"))
        place = {key_of(name): PLACES["small"] for name in lists["smallPlaces"]}
        place |= {key_of(name): PLACES["big"] for name in lists["bigPlaces"]}
        self.place, self.body = place, {key_of(name): 1 for name in lists["bodies"]}
        self.given, self.family = set(lists["given"]), set(lists["family"])
        self.openings = {part for key in ("smallPlaces", "bigPlaces", "bodies") for name in lists[key] for part in openings(name)}

    def hints(self, words):
        """One number below HINTS a word."""
        low = [word.lower().replace("’", "'") for word in words]
        places, bodies = self.longest(low, self.place, PLACES["inside"]), self.longest(low, self.body, 2)
        return [
            ((place * 2 + (word in self.given)) * 2 + (word in self.family)) * 3 + body
            for word, place, body in zip(low, places, bodies)
        ]

    def longest(self, low, table, inside):
        """From left to right the longest entries: the entry's number on its first word, `inside` on the others."""
        out, i = [0] * len(low), 0
        while i < len(low):
            size = self.size_at(low, i, table) if low[i] in self.openings else 0
            for j in range(i, i + size):
                out[j] = table[key_of(" ".join(low[i : i + size]))] if j == i else inside
            i += max(1, size)
        return out

    def size_at(self, low, first, table):
        for size in range(min(LONGEST, len(low) - first), 0, -1):
            if key_of(" ".join(low[first : first + size])) in table:
                return size
        return 0


def key_of(name):
    """Names are compared without white space about marks: how a text's words are split there does not matter."""
    return re.sub(r" ?([-'.]) ?", r"\1", name)


def openings(name):
    """What the first word of a name may be."""
    first = name.split(" ")[0]
    return (first, re.split(r"[-'.]", first)[0], first.rstrip("."))
