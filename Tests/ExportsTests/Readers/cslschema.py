"""Checks a CSL-JSON export against the types and variables of CSL 1.0.2, no other being allowed."""

import json
import sys

import jsonschema

TYPES = """article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection
    dataset document entry entry-dictionary entry-encyclopedia figure graphic hearing interview legal_case legislation
    manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical
    personal_communication post post-weblog regulation report review review-book software song speech standard thesis
    treaty webpage""".split()
NAMES = """author chair collection-editor compiler composer container-author contributor curator director editor
    editorial-director executive-producer guest host illustrator interviewer narrator organizer original-author
    performer producer recipient reviewed-author script-writer series-creator translator""".split()
DATES = "accessed available-date event-date issued original-date submitted".split()
NUMBERS = """chapter-number citation-number collection-number edition issue locator number number-of-pages
    number-of-volumes page page-first part-number printing-number supplement-number volume""".split()
TEXTS = """abstract annote archive archive_collection archive_location archive-place authority call-number
    collection-title container-title container-title-short dimensions division DOI event-title event-place genre ISBN
    ISSN jurisdiction keyword language license medium note original-publisher original-publisher-place original-title
    part-title PMCID PMID publisher publisher-place references reviewed-genre reviewed-title scale section source status
    title title-short URL version volume-title year-suffix""".split()

text, number = {"type": "string", "minLength": 1}, {"type": ["string", "number"]}
name = {
    "type": "object",
    "properties": {key: text for key in
                   ["family", "given", "dropping-particle", "non-dropping-particle", "suffix", "literal"]},
    "additionalProperties": False,
    # A name is whole or divided, and not both.
    "oneOf": [{"required": ["literal"], "maxProperties": 1}, {"required": ["family"]}],
}
date = {
    "type": "object",
    "properties": {
        "date-parts": {
            "type": "array", "minItems": 1, "maxItems": 2,
            "items": {"type": "array", "minItems": 1, "maxItems": 3, "items": {"type": "integer"}},
        },
        "season": {"enum": [1, 2, 3, 4]}, "circa": {"type": "boolean"}, "literal": text, "raw": text,
    },
    "additionalProperties": False,
}
schema = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["id", "type"],
        "additionalProperties": False,
        "properties": {
            "id": text, "type": {"enum": TYPES}, "custom": {"type": "object"},
            **{key: {"type": "array", "minItems": 1, "items": name} for key in NAMES},
            **{key: date for key in DATES}, **{key: number for key in NUMBERS}, **{key: text for key in TEXTS},
        },
    },
}
with open(sys.argv[1], encoding="utf-8") as file:
    items = json.load(file)
with open(sys.argv[2], encoding="utf-8") as file:
    assert [item["id"] for item in items] == [source["id"] for source in json.load(file)]
mistakes = [f"{list(m.path)}: {m.message}" for m in jsonschema.Draft7Validator(schema).iter_errors(items)]
assert not mistakes, mistakes[:5]
