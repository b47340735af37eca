"""Reads a GraphML or node-link JSON export with NetworkX and holds it against the node-link records."""

import json
import sys

import networkx

with open(sys.argv[2], encoding="utf-8") as file:
    expected = json.load(file)


def wordings(text):
    """A text that reads the same in every language is a string in JSON and has a key for each in GraphML."""
    both = {"zh": text, "en": text}
    return both if isinstance(text, str) and sys.argv[1].endswith(".graphml") else text


if sys.argv[1].endswith(".graphml"):
    graph = networkx.read_graphml(sys.argv[1], force_multigraph=True)
else:
    with open(sys.argv[1], encoding="utf-8") as file:
        graph = networkx.node_link_graph(json.load(file))
assert graph.is_directed()
assert list(graph) == [node["id"] for node in expected["nodes"]]
for node in expected["nodes"]:
    found = graph.nodes[node["id"]]
    assert (found["kind"], found["pane"]) == (node["kind"], node["pane"]), node["id"]
    titles = found.get("title") or {k: found[f"title_{k}"] for k in ("zh", "en") if f"title_{k}" in found}
    assert titles == wordings(node["title"]), titles


def row(source, target, edge):
    because = edge.get("because") or {k: edge[f"because_{k}"] for k in ("zh", "en") if f"because_{k}" in edge}
    because = str(wordings(because))
    return (source, target, edge["relation"], edge["flow"], edge["sourced"], edge.get("source_id"), because)


found = [row(source, target, edge) for source, target, edge in graph.edges(data=True)]
links = [row(link["source"], link["target"], link) for link in expected["links"]]
assert sorted(found, key=str) == sorted(links, key=str), set(found) ^ set(links)
