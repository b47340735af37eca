"""Parses a tour's page as HTML: every element is closed, every reference leads to its source, nothing is missing."""

import json
import sys
from html.parser import HTMLParser

VOID = {"meta", "br"}


class Page(HTMLParser):
    def __init__(self):
        super().__init__()
        self.open, self.seen, self.ids, self.references = [], [], [], []

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        assert not any(name.startswith("on") or name == "src" for name in attributes), attributes
        assert tag not in {"script", "link", "img", "iframe"}, tag
        self.seen.append(tag)
        self.ids += [attributes["id"]] if "id" in attributes else []
        self.references += [attributes["href"]] if "href" in attributes else []
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open and self.open.pop() == tag, f"{tag} is closed, and was not open"


with open(sys.argv[2], encoding="utf-8") as file:
    tours = json.load(file)["tours"]
page = Page()
with open(sys.argv[1], encoding="utf-8") as file:
    page.feed(file.read())
page.close()
assert not page.open, page.open
assert len(page.ids) == len(set(page.ids)), "an id stands twice"
within = [reference[1:] for reference in page.references if reference.startswith("#")]
assert all(reference in page.ids for reference in within), within
assert all(reference.startswith(("#", "http://", "https://")) for reference in page.references)
assert page.seen.count("h1") == len(tours)
steps = [step for tour in tours for step in tour["steps"]]
assert page.seen.count("section") - page.seen.count("ol") == len(steps)
points = sum(len(step.get("points", [])) for step in steps)
sources = sum(name.startswith("t") and "s" in name for name in page.ids if name not in {t["id"] for t in tours})
assert page.seen.count("li") == points + sources, (page.seen.count("li"), points, sources)
