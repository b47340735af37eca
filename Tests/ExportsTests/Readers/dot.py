"""Has Graphviz read a DOT export and tell it again as JSON, to be held against the node-link records."""

import json
import subprocess
import sys

with open(sys.argv[2], encoding="utf-8") as file:
    expected = json.load(file)
done = subprocess.run(
    ["dot", "-Tdot_json", sys.argv[1]], capture_output=True, encoding="utf-8"
)
assert done.returncode == 0, done.stderr
graph = json.loads(done.stdout)
nodes = {thing["_gvid"]: thing for thing in graph["objects"] if "nodes" not in thing and "kind" in thing}
assert sorted(node["name"] for node in nodes.values()) == sorted(node["id"] for node in expected["nodes"])
found = [
    (nodes[e["tail"]]["name"], nodes[e["head"]]["name"], e["relation"], e["flow"], e["sourced"])
    for e in graph["edges"]
]
links = [
    (e["source"], e["target"], e["relation"], e["flow"], "true" if e["sourced"] else "false")
    for e in expected["links"]
]
assert sorted(found) == sorted(links), set(found) ^ set(links)
