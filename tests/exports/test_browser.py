"""The page in a real browser, with networking off: what people see, click and type.

Skipped only where Debian's chromium and chromedriver are not installed.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from exports.html import to_html
from graph.model import KnowledgeGraph
from tests.exports.drawn import HOSTILE

webdriver = pytest.importorskip(
    "selenium.webdriver", reason="selenium is not installed (pip install -e .[dev])"
)
from selenium.webdriver.common.by import By  # noqa: E402
from selenium.webdriver.common.keys import Keys  # noqa: E402
from selenium.webdriver.support.ui import WebDriverWait  # noqa: E402

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
pytestmark = pytest.mark.skipif(
    not (CHROMIUM and DRIVER),
    reason="no chromium or chromedriver: apt-get install -y chromium chromium-driver",
)
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1280,800",
)
OWN = ("file://", "data:")


class Tab:
    """A browser tab on one page; it remembers what the console said and what was asked of the network."""

    def __init__(self, driver: Any) -> None:
        self.driver = driver

    def js(self, script: str, *values: Any) -> Any:
        return self.driver.execute_script(script, *values)

    def one(self, selector: str) -> Any:
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector: str) -> list[Any]:
        return list(self.driver.find_elements(By.CSS_SELECTOR, selector))

    def texts(self, selector: str) -> list[str]:
        return [element.text for element in self.all(selector)]

    def press(self, *keys: str) -> None:
        for key in keys:
            webdriver.ActionChains(self.driver).send_keys(key).perform()

    def click_at(self, name: str) -> None:
        """A real click where a node or an edge is drawn, once the picture stands still."""
        spot = None
        for _ in range(40):
            again = self.js(
                "const {x, y} = newsgraph.position(arguments[0]); return [x, y].map(Math.round)", name
            )
            if again == spot:
                break
            spot = again
            self.js("return new Promise(done => setTimeout(done, 60))")
        assert spot is not None
        for kind in ("mouseMoved", "mousePressed", "mouseReleased"):
            button = {} if kind == "mouseMoved" else {"button": "left", "clickCount": 1}
            self.driver.execute_cdp_cmd(
                "Input.dispatchMouseEvent", {"type": kind, "x": spot[0], "y": spot[1], **button}
            )

    def until(self, condition: Callable[[], Any]) -> Any:
        return WebDriverWait(self.driver, 30, poll_frequency=0.05).until(lambda _: condition())

    def panel(self) -> str:
        return str(self.one("#panel h2").text)

    def focused(self) -> str:
        return str(self.js("const e = document.activeElement; return e.id || e.className || e.tagName"))

    def media(self, **features: str) -> None:
        listed = [{"name": name.replace("_", "-"), "value": value} for name, value in features.items()]
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": listed})

    def size(self, wide: int, high: int) -> None:
        metrics = {"width": wide, "height": high, "deviceScaleFactor": 1, "mobile": wide < 500}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)

    def requests(self) -> list[str]:
        events = [json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance")]
        sent = [event for event in events if event["method"] == "Network.requestWillBeSent"]
        return [event["params"]["request"]["url"] for event in sent]


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    options = webdriver.ChromeOptions()
    options.binary_location = str(CHROMIUM)
    for flag in (*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(str(DRIVER)))
    driver.execute_cdp_cmd("Network.enable", {})
    off = {"offline": True, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0}
    driver.execute_cdp_cmd("Network.emulateNetworkConditions", off)
    yield driver
    driver.quit()


@pytest.fixture
def opened(chromium: Any, tmp_path: Path) -> Iterator[Callable[..., Tab]]:
    """Open a graph's page; afterwards nothing may have been logged or asked for."""
    tab = Tab(chromium)

    def visit(graph: KnowledgeGraph, address: str = "", wide: int = 1280, high: int = 800) -> Tab:
        file = tmp_path / "graph.html"
        file.write_bytes(to_html(graph))
        chromium.get("about:blank")
        tab.size(wide, high)
        tab.media(prefers_color_scheme="light", prefers_reduced_motion="reduce")
        chromium.get_log("browser")
        tab.requests()
        chromium.get(file.as_uri() + address)
        return tab

    yield visit
    assert [entry["message"] for entry in chromium.get_log("browser")] == []
    assert [url for url in tab.requests() if not url.startswith(OWN)] == []


@pytest.fixture
def tab(opened: Callable[..., Tab], harbour: KnowledgeGraph) -> Tab:
    return opened(harbour)


def edge_id(tab: Tab, start: str, label: str) -> str:
    found = tab.js(
        "const [from, label] = arguments;"
        "return newsgraph.edges.filter(e => e.from === from && e.label === label).map(e => e.id)",
        start,
        label,
    )
    assert len(found) == 1
    return str(found[0])


def bring_into_view(tab: Tab, name: str) -> None:
    """Nearer than at the start, where a name may lie over the middle of a short line."""
    for _ in range(4):
        tab.one("#zoom-out").click()  # selecting then centres
    tab.js("newsgraph.select(arguments[0]); location.hash = ''", name)
    tab.until(lambda: tab.panel() == "What the articles say")
    for _ in range(2):
        tab.one("#zoom-in").click()


def test_the_check_for_requests_can_fail(chromium: Any, tmp_path: Path) -> None:
    """A page that does ask for something is noticed."""
    file = tmp_path / "asks.html"
    file.write_text("<img src='http://newsgraph.invalid/x.png'>", "utf-8")
    tab = Tab(chromium)
    tab.requests()
    chromium.get(file.as_uri())
    assert "http://newsgraph.invalid/x.png" in tab.requests()
    chromium.get_log("browser")


def test_it_draws_and_explains(tab: Tab, harbour: KnowledgeGraph) -> None:
    assert tab.js("return newsgraph.nodes.length") == len(harbour.entities)
    assert tab.js("return newsgraph.edges.length") == len(harbour.statements)
    painted = tab.js(
        "const c = document.querySelector('#canvas canvas');"
        "const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;"
        "return new Set(new Uint32Array(d.buffer)).size"
    )
    assert painted > 50, "the canvas is blank"
    legend = tab.texts("#filters .legend span:not(.stroke)")
    assert {"Stated as fact", "Reported", "Negated", "Demanded", "Person", "Organization"} <= set(legend)
    assert tab.panel() == "What the articles say"


def test_a_click_on_an_edge_shows_its_sentence_with_the_words_marked(tab: Tab) -> None:
    edge = edge_id(tab, "milo-stenn", "demands")
    bring_into_view(tab, edge)
    tab.click_at(edge)
    tab.until(lambda: tab.panel() == "Milo Stenn demands recount")
    assert tab.texts("#panel blockquote") == ["Milo Stenn lost the Velmora election and demands a recount."]
    assert tab.texts("#panel mark") == ["Milo Stenn", "demands", "a recount"]
    assert [mark.get_attribute("class") for mark in tab.all("#panel mark")] == [
        "subject",
        "trigger",
        "object",
    ]
    link = tab.one("#panel cite a")
    assert link.get_attribute("href") == "https://gazette.example/election"
    assert "noopener" in link.get_attribute("rel")
    assert "The Velmora Gazette · 20 Jan 2025" in tab.one("#panel cite").text


def test_a_reported_negation_cannot_be_taken_for_a_fact(tab: Tab) -> None:
    assert tab.js("return newsgraph.select(arguments[0])", edge_id(tab, "karelund", "does not break"))
    assert tab.texts("#panel > .kind .badge") == ["Reported", "Negated"]
    assert "said by Davo Merek (“said”)" in tab.one("#panel figcaption").text
    assert "Also between these two" in tab.one("#panel").text


def test_a_click_on_a_node_shows_its_statements(tab: Tab) -> None:
    tab.click_at("elio-fasth")
    tab.until(lambda: tab.panel() == "Elio Fasth")
    assert [text.split("\n")[0] for text in tab.texts("#panel summary")] == [
        "Elio Fasth runs Red Lantern Relief",
        "Karelund blocks tents",
    ]
    assert tab.js("return location.hash") == "#name=elio-fasth"
    tab.press(Keys.ESCAPE)
    assert tab.panel() == "What the articles say"
    assert tab.js("return location.hash") == ""


def test_search_finds_walks_and_opens(tab: Tab) -> None:
    tab.press("/")
    assert tab.js("return document.activeElement.getAttribute('role')") == "searchbox"
    tab.press(*"ansel")
    hits = tab.texts("#hits [role=option]")
    assert hits[0].split("\n") == ["Ruta Ansel", "Person"]
    assert hits[1].split("\n") == ["Port Anselm", "Place"]
    tab.press(Keys.ARROW_DOWN, Keys.ARROW_DOWN)
    assert tab.texts("#hits [aria-selected=true]") == [hits[1]]
    tab.press(Keys.ARROW_UP, Keys.ENTER)
    assert tab.panel() == "Ruta Ansel"
    assert tab.focused() == "H2"


def test_search_finds_aliases_and_sentences(tab: Tab) -> None:
    tab.one("#search").send_keys("lighthouse and shook")
    assert tab.texts("#hits [role=option]") == [
        "Tern Island earthquake damages lighthouse",
        "Tern Island earthquake shakes Tern Island",
    ]
    tab.one("#search").clear()
    tab.one("#search").send_keys("Baltwind AG")
    assert tab.texts("#hits [role=option]")[0].startswith("Baltwind")
    tab.one("#search").send_keys(" nowhere")
    assert tab.one("#hits").text == "Nothing found."


def test_everything_by_keyboard_alone(tab: Tab) -> None:
    """Into the drawing, along a name, into the panel, to a statement, and back out again."""
    for _ in range(60):
        tab.press(Keys.TAB)
        if tab.focused() == "canvas":
            break
    assert tab.focused() == "canvas"
    tab.press(Keys.ARROW_RIGHT)
    first = tab.one("#live").text
    tab.press(Keys.ARROW_RIGHT)
    assert tab.one("#live").text not in ("", first)
    name = tab.js("return document.getElementById('live').textContent").split(",")[0]
    tab.press(Keys.ENTER)
    assert tab.panel() == name
    assert tab.focused() == "H2"
    for _ in range(12):
        tab.press(Keys.TAB)
        if tab.js("return document.activeElement.tagName") == "SUMMARY":
            break
    outline = tab.js("return getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid", "the focus must be visible"
    if not tab.js("return document.activeElement.parentElement.open"):
        tab.press(Keys.ENTER)
    assert tab.js("return document.activeElement.parentElement.querySelector('mark').getClientRects().length")
    tab.press(Keys.ESCAPE)
    assert tab.panel() == "What the articles say"
    assert tab.focused() == "canvas"


def test_the_tables_sort_and_open(tab: Tab, harbour: KnowledgeGraph) -> None:
    tab.one("#show-statements").click()
    assert len(tab.all("tbody tr")) == len(harbour.statements)

    def column(at: int) -> list[str]:
        script = "return [...document.querySelectorAll(arguments[0])].map(cell => cell.textContent)"
        return list(tab.js(script, f"tbody td:nth-child({at})"))

    tab.one("th:first-child button").send_keys(Keys.ENTER)
    assert tab.one("th:first-child").get_attribute("aria-sort") == "ascending"
    up = column(1)
    assert up == sorted(up, key=str.casefold)
    tab.press(Keys.ENTER)  # the focus is still on the same heading
    assert tab.one("th:first-child").get_attribute("aria-sort") == "descending"
    assert column(1) == sorted(up, key=str.casefold, reverse=True)
    tab.one("th:last-child button").click()
    assert [int(count) for count in column(8)] == sorted(int(count) for count in column(8))
    tab.one("tbody tr:last-child td:nth-child(2) button").send_keys(Keys.ENTER)
    assert tab.texts("#panel blockquote")
    tab.one("#show-names").click()
    assert len(tab.all("tbody tr")) == len(harbour.entities)


def test_legend_lines_are_switches(tab: Tab) -> None:
    tab.one("#show-statements").click()
    before = len(tab.all("tbody tr"))
    negated = tab.one("#filters [data-key=negated]")
    assert negated.get_attribute("aria-pressed") == "true"
    negated.send_keys(Keys.ENTER)
    after = tab.texts("tbody td:nth-child(2)")
    assert 0 < len(after) < before
    assert not [label for label in after if "not" in label.split()]
    assert tab.focused() == "legend"
    assert tab.js("return document.activeElement.getAttribute('aria-pressed')") == "false"
    tab.one("#filters .quiet").click()
    assert len(tab.all("tbody tr")) == before


@pytest.mark.parametrize(
    ("choice", "test"),
    [
        ({"types": ["Person"]}, "ends.every(n => n.type === 'Person')"),
        ({"status": ["negated"]}, "e.status.every(s => s === 'negated')"),
        ({"publisher": "Strait Post"}, "e.evidence.some(q => q.article.publisher === 'Strait Post')"),
        ({"from": "2025-01-20", "to": "2025-01-22"}, "e.evidence.some(q => /-2[012]$/.test(q.article.date))"),
        ({"text": "dredging"}, "e.evidence.some(q => q.sentence.includes('dredging'))"),
    ],
)
def test_filter_leaves_what_it_says(tab: Tab, choice: dict[str, Any], test: str) -> None:
    script = (
        "const left = newsgraph.filter(arguments[0]).edges;"
        "const ok = e => { const ends = [e.from, e.to].map(id => newsgraph.nodes.find(n => n.id === id));"
        f"return {test}; }};"
        "const should = newsgraph.edges.filter(ok).map(e => e.id);"
        "return [left.slice().sort(), should.sort(), newsgraph.filter({}).edges.length]"
    )
    left, should, all_again = tab.js(script, choice)
    assert left == should
    assert 0 < len(left) < all_again


def test_path_is_shortest_and_shown(tab: Tab) -> None:
    path = tab.js("return newsgraph.path('yara-quill', 'orrin-bank')")
    assert path["nodes"] == ["yara-quill", "velmora-rovers", "orrin-bank"]
    assert len(path["edges"]) == 2
    assert tab.panel() == "Yara Quill → Orrin Bank"
    assert len(tab.all("#panel .card")) == 2
    assert tab.js("return location.hash") == "#path=yara-quill,orrin-bank"
    assert tab.js("return newsgraph.path('yara-quill', 'nobody')") is None
    assert tab.js("return newsgraph.select('nobody')") is False


def test_a_path_from_the_panel(tab: Tab) -> None:
    tab.js("newsgraph.select('yara-quill')")
    tab.one("#panel .path input").send_keys("Orrin Bank", Keys.ENTER)
    assert tab.panel() == "Yara Quill → Orrin Bank"


@pytest.mark.parametrize(
    ("address", "title"),
    [
        ("#name=davo-merek", "Davo Merek"),
        ("#path=yara-quill,velmora-rovers", "Yara Quill → Velmora Rovers"),
        ("#name=nobody", "What the articles say"),
        ("#name=%E0%A4%A", "What the articles say"),
    ],
)
def test_the_address_keeps_the_selection(
    opened: Callable[..., Tab], harbour: KnowledgeGraph, address: str, title: str
) -> None:
    assert opened(harbour, address).panel() == title


def test_back_goes_back(tab: Tab) -> None:
    tab.js("newsgraph.select('davo-merek')")
    tab.js("newsgraph.select('karelund')")
    tab.driver.back()
    tab.until(lambda: tab.panel() == "Davo Merek")


def test_a_narrow_screen_has_it_all(opened: Callable[..., Tab], harbour: KnowledgeGraph) -> None:
    tab = opened(harbour, "#name=baltwind", wide=360, high=740)
    assert tab.js("return document.documentElement.scrollWidth") <= 360
    assert tab.panel() == "Baltwind"
    tab.one("#show-filters").click()
    assert tab.one("#filters").is_displayed()
    tab.one("#show-filters").click()
    tab.one("#show-names").click()
    assert tab.one("tbody tr").is_displayed()


def test_dark_is_dark(tab: Tab) -> None:
    ground = "return getComputedStyle(document.body).backgroundColor"
    light = tab.js(ground)
    tab.media(prefers_color_scheme="dark")
    assert tab.js(ground) != light
    assert sum(int(part) for part in tab.js(ground)[4:-1].split(",")) < 120


def test_hostile_text_is_only_text(opened: Callable[..., Tab], hostile: KnowledgeGraph) -> None:
    tab = opened(hostile)
    for key, text in HOSTILE.items():
        assert tab.js("return newsgraph.select(arguments[0])", key)
        shown = tab.js("return document.querySelector('#panel h2').textContent")
        assert shown == text
    for view in ("statements", "names"):
        tab.one(f"#show-{view}").click()
    tab.one("#search").send_keys("<img")
    assert tab.all("#hits [role=option]")
    assert tab.js("return window.pwned === undefined")
    assert tab.js("return document.querySelectorAll('img, b b, #panel script, #tables script').length") == 0
    assert not [a for a in tab.all("a") if not a.get_attribute("href").startswith("https://example.org/")]
    edge = tab.js("return newsgraph.edges.find(e => e.evidence[0].sentence.length > 10000).id")
    assert tab.js("return newsgraph.select(arguments[0])", edge)
    assert tab.one("#panel blockquote").size["height"] < 800
    assert tab.one("#panel mark.trigger").get_attribute("textContent") == "<i>at</i>"


def test_loops_can_be_clicked_apart(opened: Callable[..., Tab], hostile: KnowledgeGraph) -> None:
    tab = opened(hostile)
    loops = tab.js("return newsgraph.edges.filter(e => e.from === e.to).map(e => e.id)")
    assert len(loops) == 2
    click_each(tab, loops)


def test_parallel_edges_can_be_clicked_apart(tab: Tab) -> None:
    click_each(tab, [edge_id(tab, "karelund", label) for label in ("breaks", "does not break")])


def click_each(tab: Tab, edges: list[str]) -> None:
    for edge in edges:
        bring_into_view(tab, edge)
        tab.click_at(edge)
        tab.until(lambda edge=edge: edge in tab.js("return decodeURIComponent(location.hash)"))


def test_an_empty_graph_says_what_to_do(opened: Callable[..., Tab]) -> None:
    tab = opened(KnowledgeGraph())
    assert "newsgraph build" in tab.one("#canvas .message").text
    for view in ("statements", "names", "graph"):
        tab.one(f"#show-{view}").click()
    tab.one("#search").send_keys("x")


def test_a_large_graph_starts_with_its_most_connected_part(
    opened: Callable[..., Tab], large: KnowledgeGraph
) -> None:
    tab = opened(large)
    assert tab.one("#note").text.startswith("The 90 best connected of 1,000 names.")
    beside = "return newsgraph.nodes.find(n => !n.core && newsgraph.edges.some(e => e.from === n.id)).id"
    hidden = tab.js(beside)
    tab.js("newsgraph.select(arguments[0])", hidden)
    tab.click_at(hidden)  # it is drawn now, where it says it is
    assert tab.panel() == f"Name {int(hidden[1:])}"
    tab.press(Keys.ESCAPE)
    tab.one("#note button").click()
    assert tab.one("#note").text.startswith("All 1,000 names.")
    tab.one("#note button").click()
    assert tab.one("#note").text.startswith("The 90 best connected")
    tab.one("#show-names").click()
    assert len(tab.all("tbody tr")) == len(large.entities)
