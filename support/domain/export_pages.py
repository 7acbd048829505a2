"""The HTML page of an analysis as a browser takes it: its elements, its policy, and what its script does."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from support.findings import Finding

SECTIONS = ["Summary", "Detected Technologies", "Dependencies", "Code Metrics", "Research Gaps"]
CHARTS = {"techChart": "technologies", "depChart": "dependencies"}
# Attributes by which an element has something loaded, and what needs no loading.
_LOADING = ("src", "srcset", "href", "data", "poster", "action", "formaction", "background", "xlink:href")
_RUNS_CODE = re.compile(r"^on")
_LOADED_BY_STYLE = re.compile(r"url\(|@import", re.IGNORECASE)

# As much of a browser as a page needs that draws and switches: what is drawn is kept.
_BROWSER = """
const drawn = {}, listeners = {}, root = {dataset: {}, style: {}, attributes: {}};
root.setAttribute = (name, value) => { if (name === 'data-theme') root.dataset.theme = value; };
root.getAttribute = (name) => name === 'data-theme' ? (root.dataset.theme || null) : null;
const pen = (id) => new Proxy({}, {
  get: (own, name) => name in own ? own[name] : (...given) => {
    if (name === 'fillText') drawn[id].texts.push(String(given[0]));
    if (['fillRect', 'fill', 'arc', 'stroke', 'rect'].includes(name)) drawn[id].shapes += 1;
    return name === 'measureText' ? {width: 8 * String(given[0]).length} : undefined;
  }, set: (own, name, value) => { own[name] = value; return true; }});
const canvas = ({id, attributes}) => {
  const dataset = {};
  for (const [name, value] of Object.entries(attributes))
    if (name.startsWith('data-')) dataset[name.slice(5).replace(/-(.)/g, (_, letter) => letter.toUpperCase())] = value;
  return {id, dataset, style: {}, clientWidth: 640, clientHeight: 260, width: 640, height: 260,
    getAttribute: (name) => attributes[name] ?? null,
    getContext: () => { drawn[id] = {texts: [], shapes: 0}; return pen(id); }};
};
const button = (id) => ({id, dataset: {}, style: {}, textContent: '', setAttribute: () => {},
  addEventListener: (type, does) => { listeners[`${id} ${type}`] = does; }});
const elements = Object.fromEntries([...CANVASES.map((each) => [each.id, canvas(each)]),
  ...BUTTONS.map((id) => [id, button(id)])]);
var window = {devicePixelRatio: 1, addEventListener: () => {},
  matchMedia: () => ({matches: false, addEventListener: () => {}})};
window.window = window;
var matchMedia = window.matchMedia, devicePixelRatio = 1;
var getComputedStyle = window.getComputedStyle = () => ({getPropertyValue: () => '#000'});
var document = {documentElement: root, body: root, addEventListener: (type, does) => does({}),
  getElementById: (id) => elements[id] ?? null,
  querySelector: (what) => elements[what.replace('#', '')] ?? null,
  querySelectorAll: (what) => what.startsWith('canvas') ? CANVASES.map((each) => elements[each.id]) : []};
"""


class Page:
    """One page, parsed by the rules of HTML as a browser parses it."""

    def __init__(self, body: bytes):
        self._tree = LexborHTMLParser(body.decode("utf-8"))

    @property
    def title(self) -> str:
        return self._tree.css_first("title").text()

    @property
    def sections(self) -> list[str]:
        return [each.text() for each in self._tree.css("h2")]

    @property
    def canvases(self) -> list[str | None]:
        return [each.attributes.get("id") for each in self._tree.css("canvas")]

    @property
    def switches(self) -> int:
        return len(self._tree.css("button"))

    @property
    def scripts(self) -> list[str]:
        return [each.text() for each in self._tree.css("script")]

    def section(self, title: str) -> LexborNode:
        """The part of the page below a heading.

        :raises Finding: when there is no such heading.
        """
        for each in self._tree.css("h2"):
            if each.text() == title:
                return each.parent
        raise Finding(f"the page should have the section {title}, and has {self.sections}")

    def counts(self) -> dict[str, int]:
        """The numbers of the summary, by their names."""
        part = self.section("Summary")
        return {name.text(): int(number.text().replace(",", ""))
                for name, number in zip(part.css("dt"), part.css("dd"), strict=True)}

    def table(self, title: str, number: int = 0) -> list[list[str]]:
        """The rows below the header of a table of this section; none where there is no table."""
        tables = self.section(title).css("table")
        rows = tables[number].css("tbody tr") if len(tables) > number else []
        return [["" if cell.css_first(".quiet") else cell.text() for cell in row.css("td, th")] for row in rows]

    def badges(self) -> dict[str, str]:
        """The word of each technology's confidence badge."""
        return {row.css_first("td").text(): row.css_first(".badge").text().split()[0]
                for row in self.section("Detected Technologies").css("tbody tr")}

    def says(self, section: str) -> str:
        """All that can be read in a section."""
        return " ".join(self.section(section).text(separator=" ").split())

    def require_loads_nothing(self) -> None:
        """:raises Finding: naming what would have something loaded from elsewhere."""
        loading = [f"<{node.tag} {name}={value!r:.60}>" for node in self._tree.css("*")
                   for name, value in node.attributes.items()
                   if name in _LOADING and not (value or "").startswith(("data:", "#"))]
        loading += [f"style: {text[:60]}" for text in (
            *(each.text() for each in self._tree.css("style")),
            *(each.attributes.get("style") or "" for each in self._tree.css("[style]"))) if _LOADED_BY_STYLE.search(text)]
        if loading:
            raise Finding(f"the page should load nothing from elsewhere, and would: {', '.join(loading)}")

    def require_no_code_but(self, scripts: int) -> None:
        """Nothing in the page is code but so many scripts of its own: no further one, and no attribute that runs.

        :raises Finding: naming what is.
        """
        running = [f"<{node.tag} {name}>" for node in self._tree.css("*") for name in node.attributes
                   if _RUNS_CODE.match(name)]
        foreign = [node.tag for node in self._tree.css("iframe, object, embed, img, link, base, form")]
        if running or foreign or len(self.scripts) != scripts:
            raise Finding(f"of the page only {scripts} of its own scripts should be code, and there are "
                          f"{len(self.scripts)} scripts, and {running + foreign or 'nothing else'}")

    def policy(self) -> str:
        """The one policy under which the page's own scripts run, and no others."""
        digests = " ".join(f"'sha256-{base64.b64encode(hashlib.sha256(each.encode()).digest()).decode()}'"
                           for each in self.scripts)
        return f"default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src {digests}"

    def run(self) -> dict[str, Any]:
        """Run the page's scripts, then press its switch twice: what was drawn first, and each theme in turn.

        :raises Finding: when a script fails, or nothing listens to the switch.
        """
        from py_mini_racer import JSEvalException, MiniRacer  # Chromium's own engine for scripts; 100 ms

        canvases = [{"id": node.attributes.get("id"), "attributes": node.attributes} for node in self._tree.css("canvas")]
        buttons = [node.attributes.get("id") for node in self._tree.css("button")]
        engine = MiniRacer()
        try:
            engine.eval(f"const CANVASES = {json.dumps(canvases)}, BUTTONS = {json.dumps(buttons)};{_BROWSER}")
            for script in self.scripts:
                engine.eval(script)
            first = json.loads(engine.eval("JSON.stringify({drawn, theme: root.dataset.theme})"))
            press = "for (const [name, does] of Object.entries(listeners)) if (name.endsWith(' click')) does({})"
            themes = [first["theme"]]
            for _ in range(2):
                engine.eval(press)
                themes.append(engine.eval("root.dataset.theme"))
            return {"drawn": first["drawn"], "themes": themes}
        except JSEvalException as fault:
            raise Finding(f"the page's scripts should run, and fail: {str(fault)[:300]}") from None
