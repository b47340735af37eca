"""Reads a Markdown export with GitHub's reader: no address breaks, and no text turns into a list of its own."""

import html
import json
import re
import subprocess
import sys
from urllib.parse import unquote

with open(sys.argv[2], encoding="utf-8") as file:
    whole = json.load(file)
done = subprocess.run(
    ["cmark-gfm", "--unsafe", "-e", "table", "-e", "autolink", "-e", "strikethrough", sys.argv[1]],
    capture_output=True, encoding="utf-8",
)
assert done.returncode == 0, done.stderr
page = done.stdout
links = {unquote(html.unescape(link)) for link in re.findall(r'href="([^"]*)"', page)}
sources = whole["sources"] if isinstance(whole, dict) else whole
# Addresses that are told in the text stand there as links, whole.
told = re.sub(r"<[^>]*>", "", page)
for address in re.findall(r"https?://[^\s<>\"|）。，；]+", html.unescape(told)):
    clean = unquote(address.rstrip(".,;:)"))
    assert any(link.startswith(clean) or clean.startswith(link) for link in links), address
# Every link leads to an address of the case; GitHub's reader makes links of bare names of hosts as well.
known = unquote(json.dumps(whole, ensure_ascii=False).replace("|", "%7C"))
for link in links:
    assert link.startswith("#") or link.split("://")[-1] in known, link
# A list within an entry of a list would be a text that began like one.
assert not re.search(r"<li>\s*(<p>)?\s*<[ou]l", page), "a text turned into a list"
assert "<script" not in page
