"""Converts a RIS export to MODS with bibutils and looks for every source and its titles."""

import json
import subprocess
import sys
import xml.etree.ElementTree as tree

with open(sys.argv[2], encoding="utf-8") as file:
    sources = json.load(file)
done = subprocess.run(
    ["ris2xml", "-i", "utf8", "-o", "utf8", "-un", sys.argv[1]], capture_output=True, encoding="utf-8"
)
assert done.returncode == 0, done.stderr
names = {"m": "http://www.loc.gov/mods/v3"}
records = tree.fromstring(done.stdout.lstrip("\ufeff").encode()).findall("m:mods", names)
assert [r.get("ID") for r in records] == [s["id"] for s in sources], [r.get("ID") for r in records]
for record, source in zip(records, sources):
    assert record.find("m:titleInfo/m:title", names).text, source["id"]
    # An address at a DOI resolver is told as the DOI alone.
    told = [place.text for place in record.iterfind(".//m:url", names)]
    told += ["https://doi.org/" + i.text for i in record.iterfind("m:identifier[@type='doi']", names)]
    assert not source.get("url") or source.get("doi") or source.get("url") in told, (source.get("url"), told)
    if source.get("authors"):
        # Editors of proceedings stand beside the authors.
        people = [person for person in record.findall("m:name", names)
                  if "editor" not in [role.text for role in person.iterfind("m:role/m:roleTerm", names)]]
        assert len(people) == len(source.get("authors")), (source["id"], people)
