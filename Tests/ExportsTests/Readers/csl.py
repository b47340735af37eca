"""Renders a CSL-JSON export with citeproc: every source gets a reference of its own that tells its title."""

import json
import sys
import warnings

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON

with open(sys.argv[1], encoding="utf-8") as file:
    items = json.load(file)
with open(sys.argv[2], encoding="utf-8") as file:
    sources = json.load(file)
assert [item["id"] for item in items] == [source["id"] for source in sources]
for item in items:
    # A variable of CSL 1.0.2, which citeproc does not know yet.
    item.pop("custom", None)
with warnings.catch_warnings():
    # A field or type that citeproc does not know is a mistake of ours.
    warnings.simplefilter("error")
    data = CiteProcJSON(items)
style = CitationStylesStyle("harvard1", validate=False)
bibliography = CitationStylesBibliography(style, data, formatter.plain)
for item in items:
    bibliography.register(Citation([CitationItem(item["id"])]))
bibliography.sort()
references = [str(reference) for reference in bibliography.bibliography()]
assert len(references) == len(items), f"{len(references)} references, {len(items)} items"
