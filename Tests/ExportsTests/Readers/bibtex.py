"""Reads a BibTeX export with bibtexparser and looks for every source, its names and its address."""

import json
import sys

from bibtexparser import loads
from bibtexparser.bparser import BibTexParser

with open(sys.argv[1], encoding="utf-8") as file:
    text = file.read()
with open(sys.argv[2], encoding="utf-8") as file:
    sources = json.load(file)
parser = BibTexParser(common_strings=True, ignore_nonstandard_types=False)
entries = loads(text, parser=parser).entries_dict
assert list(entries) == [source["id"] for source in sources], "the keys are not the ids of the sources"
for source in sources:
    entry = entries[source["id"]]
    assert entry["title"], source["id"]
    # The year of a date that is about right is in words.
    told = entry.get("year") or entry.get("date", "")
    assert not source.get("date") or source["date"][:4] in told, source["id"]
    if source.get("authors"):
        assert len(entry["author"].split(" and ")) == len(source.get("authors")), entry["author"]
    if source.get("url") and not set("{}\\") & set(source.get("url")):
        assert entry["url"] == source.get("url"), entry["url"]
