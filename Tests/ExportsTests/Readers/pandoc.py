"""Sets a CSL-JSON export with pandoc's citation processor in the styles of GB/T 7714—2015 and of APA 7."""

import json
import subprocess
import sys
import tempfile
import unicodedata

STYLES = "/usr/share/citation-style-language/styles/"
with open(sys.argv[1], encoding="utf-8") as file:
    items = json.load(file)
for style in ["china-national-standard-gb-t-7714-2015-numeric", "apa"]:
    # pandoc tells the format of a bibliography by the end of its name.
    with tempfile.NamedTemporaryFile("w", suffix=".md", encoding="utf-8") as document, tempfile.NamedTemporaryFile(
        "w", suffix=".json", encoding="utf-8"
    ) as bibliography:
        json.dump(items, bibliography)
        bibliography.flush()
        document.write('---\nnocite: "@*"\n---\n')
        document.flush()
        done = subprocess.run(
            ["pandoc", document.name, "--citeproc", "--bibliography", bibliography.name, "--csl", STYLES + style + ".csl",
             "--to", "plain", "--wrap", "none"],
            capture_output=True, encoding="utf-8",
        )
    assert done.returncode == 0 and not done.stderr, done.stderr
    plain = lambda text: "".join(c for c in unicodedata.normalize("NFKC", text).lower() if c.isalnum())
    references = [plain(line) for line in done.stdout.split("\n\n") if line.strip()]
    assert len(references) == len(items), (style, len(references), len(items))
    for item in items:
        found = [r for r in references if plain(item["title"])[:40] in r]
        assert found, (style, item["title"])
        # What a work appeared in stands in its reference, and no publisher twice.
        within = plain(item.get("container-title", ""))
        assert any(within in reference for reference in found), (style, item["id"], within)
        signed = [name.get("literal") for name in item.get("author", [])]
        assert item.get("publisher", "") not in signed, (style, item["id"])
