"""The page: one HTML file that asks for nothing, with vis-network as pyvis bundles it.

The only file that knows pyvis. Its own template is not used: it loads Bootstrap from a CDN and does
not escape. What a graph says reaches the page as JSON in a data block and is shown as text only; the
content security policy lets nothing run or load but the style sheet and the two scripts written here.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import asdict
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any

from exports.model import Page, PageEdge, PageNode
from exports.view import page
from graph.model import KnowledgeGraph

TEMPLATES = Path(__file__).parent / "templates"
SCRIPT = (
    *("data", "state", "canvas", "places", "labels"),
    *("panel", "overview", "search", "filters", "table", "main"),
)
"""The parts of our script in the order in which they are joined."""
DASHES: Mapping[str, bool | list[int]] = {"plain": False, "reported": [9, 6], "unsure": [2, 5]}
UNSAFE = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def to_html(graph: KnowledgeGraph) -> bytes:
    """Draw a graph as a page that opens in any browser, offline.

    Args:
        graph: any graph, also an empty one.

    Returns:
        The HTML file, UTF-8; the same bytes for the same graph.

    """
    import jinja2

    view = page(graph)
    style = (TEMPLATES / "page.css").read_text("utf-8")
    script = _script()
    library = _library()
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES), autoescape=True, undefined=jinja2.StrictUndefined
    )
    html = environment.get_template("page.html.j2").render(
        counts=(len(view.nodes), len(view.edges), len(view.articles)),
        data=_data(view),
        style=style,
        scripts=[library, script],
        style_hash=_digest(style),
        script_hashes=[_digest(library), _digest(script)],
    )
    return html.encode("utf-8", "replace")


def network(view: Page) -> Any:
    """Fill a pyvis ``Network`` with the page data, physics off.

    Args:
        view: the page data.

    Returns:
        The ``pyvis.network.Network``; its nodes and edges carry what the panel and the table show.

    """
    from pyvis.network import Network

    net = Network(directed=True)
    net.toggle_physics(False)
    for node in view.nodes:
        net.add_node(node.id, **_node(node))
    for edge in view.edges:
        net.add_edge(edge.source, edge.target, **_edge(edge))
    return net


def _node(node: PageNode) -> dict[str, Any]:
    options = asdict(node)
    options["color"] = options.pop("colour")
    del options["id"]
    return options


def _edge(edge: PageEdge) -> dict[str, Any]:
    options = asdict(edge)
    del options["source"], options["target"]
    unsure = edge.certainty != "asserted"
    options["dashes"] = DASHES["unsure" if unsure else "reported" if edge.attributed else "plain"]
    options["width"] = round(min(1.2 + 0.5 * len(edge.evidence), 4.5), 1)
    return options


def _data(view: Page) -> str:
    """The page data as JSON in which no character can end a script element or a line."""
    net = network(view)
    content = {
        "nodes": net.nodes,
        "edges": net.edges,
        "options": json.loads(net.options.to_json()),
        "articles": [asdict(article) for article in view.articles],
        "types": [asdict(kind) for kind in view.types],
    }
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return text.translate(UNSAFE)


def _script() -> str:
    parts = [(TEMPLATES / "script" / f"{name}.js").read_text("utf-8") for name in SCRIPT]
    return "\n(() => {\n" + "".join(parts) + "})();\n"


def _library() -> str:
    """vis-network, without the line that sends developer tools after a source map."""
    bundled = files("pyvis") / "templates" / "lib" / "vis-9.1.2" / "vis-network.min.js"
    lines = bundled.read_text("utf-8").split("\n")
    return "\n".join(line for line in lines if not line.startswith("//# sourceMappingURL")) + "\n"


def _digest(content: str) -> str:
    """What a content security policy calls an inline script or style."""
    return "sha256-" + b64encode(sha256(content.encode("utf-8")).digest()).decode("ascii")
