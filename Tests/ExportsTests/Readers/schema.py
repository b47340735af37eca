"""Judges case files by the JSON Schema of triptych: python3-jsonschema and python3-yaml of Debian.

usage: schema.py SCHEMA FILE... ; prints the plainest mistake of each file that the schema refuses, and fails on one.
"""

import json
import sys

import jsonschema
import yaml


class Loader(yaml.SafeLoader):
    """Leaves dates as they are written: in JSON they are texts."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, form) for tag, form in forms if tag != "tag:yaml.org,2002:timestamp"]
    for first, forms in yaml.SafeLoader.yaml_implicit_resolvers.items()
}

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)
refused = False
for name in sys.argv[2:]:
    with open(name, encoding="utf-8") as file:
        case = yaml.load(file, Loader)
    mistake = jsonschema.exceptions.best_match(validator.iter_errors(case))
    if mistake:
        refused = True
        print("/".join(map(str, mistake.absolute_path)) + ": " + mistake.message[:300])
sys.exit(refused)
