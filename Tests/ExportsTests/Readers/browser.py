"""Opens the page of a case in headless Chromium at the width of a desk and of a phone: the columns, the switch between
the languages, the anchors, no error on the console, and pictures of the size asked for."""

import json
import os
import re
import struct
import subprocess
import sys
import tempfile

PROBE = """
<script>
window.addEventListener("load", () => {
  const visible = (tag) => [...document.querySelectorAll("main span[lang]")]
    .filter((span) => span.lang === tag && span.getClientRects().length > 0).length;
  const result = {columns: new Set([...document.querySelectorAll(".panes>section")]
    .map((pane) => Math.round(pane.getBoundingClientRect().left))).size,
    overflow: document.documentElement.scrollWidth > window.innerWidth + 1, languages: {}};
  result.broken = [...document.querySelectorAll("a[href^='#']")].map((link) => link.getAttribute("href").slice(1))
    .filter((id) => !document.getElementById(id));
  const tags = [...new Set([...document.querySelectorAll("main span[lang]")].map((span) => span.lang))];
  for (const choice of document.querySelectorAll("input[name=language]")) {
    document.querySelector(`label[for='${choice.id}']`).click();
    const tag = document.querySelector(`label[for='${choice.id}']`).lang;
    result.languages[tag] = Object.fromEntries(tags.map((other) => [other, visible(other)]));
  }
  const told = document.createElement("pre");
  told.id = "probe";
  told.textContent = JSON.stringify(result);
  document.body.append(told);
});
</script>
"""

with open(sys.argv[2], encoding="utf-8") as file:
    case = json.load(file)
with open(sys.argv[1], encoding="utf-8") as file:
    page = file.read()
assert "<script" not in page, "the page needs a script"
ids = re.findall(r'id="([^"]+)"', page)
assert len(ids) == len(set(ids)), "an id stands twice"
for kind in ["items", "places", "actors", "sources"]:
    for entity in case.get(kind, []):
        assert entity["id"] in ids, entity["id"]
for entity in [entity for kind in ["items", "places", "actors"] for entity in case.get(kind, [])]:
    article = re.search(f'<article id="{entity["id"]}">.*?</article>', page, re.S).group()
    for claim in entity.get("evidence", []):
        assert f'<a href="#{claim["source"]}">' in article, (entity["id"], "a claim has no source")
assert "@media print" in page


def chromium(folder, *arguments):
    return subprocess.run(
        ["chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
         "--user-data-dir=" + folder, "--enable-logging=stderr", "--virtual-time-budget=20000", *arguments],
        capture_output=True, encoding="utf-8", timeout=240,
    )


with tempfile.TemporaryDirectory() as folder:
    probed = os.path.join(folder, "page.html")
    with open(probed, "w", encoding="utf-8") as file:
        file.write(page.replace("</body>", PROBE + "</body>"))
    for width, columns in [(1400, len(case["panes"])), (500, 1)]:
        done = chromium(folder, f"--window-size={width},900", "--dump-dom", "file://" + probed)
        found = re.search(r'<pre id="probe">(.*?)</pre>', done.stdout, re.S)
        assert found, done.stderr[-2000:]
        result = json.loads(found.group(1).replace("&amp;", "&"))
        assert "CONSOLE" not in done.stderr, [line for line in done.stderr.splitlines() if "CONSOLE" in line]
        assert result["columns"] == columns, (width, result["columns"])
        assert not result["overflow"], f"the page is wider than {width} pixels"
        assert not result["broken"], result["broken"][:5]
        for chosen, counts in result["languages"].items():
            assert counts[chosen] > 0, counts
            assert all(count == 0 for tag, count in counts.items() if tag != chosen), (chosen, counts)
        picture = os.path.join(folder, f"{width}.png")
        chromium(folder, f"--window-size={width},900", "--screenshot=" + picture, "file://" + os.path.abspath(sys.argv[1]))
        with open(picture, "rb") as file:
            assert struct.unpack(">II", file.read(24)[16:]) == (width, 900), "the picture has another size"
        # A blank page takes some kilobytes.
        assert os.path.getsize(picture) > 10_000, os.path.getsize(picture)
    # No window is as narrow as a phone, but a frame is.
    framed = os.path.join(folder, "phone.html")
    with open(framed, "w", encoding="utf-8") as file:
        file.write('<iframe src="page.html" style="width:390px;height:800px;border:0"></iframe><script>'
                   'addEventListener("message", event => document.title = event.data)</script>')
    with open(probed, "w", encoding="utf-8") as file:
        file.write(page.replace("</body>", """<script>addEventListener("load", () => parent.postMessage(
            "wide " + document.documentElement.scrollWidth, "*"))</script></body>"""))
    done = chromium(folder, "--allow-file-access-from-files", "--dump-dom", "file://" + framed)
    wide = re.search(r"<title>wide (\d+)</title>", done.stdout)
    assert wide and int(wide.group(1)) <= 390, (wide and wide.group(1), done.stdout[-300:])
