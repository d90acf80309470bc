// vis-network draws points and lines; names and relations are ours (labels.js), so that they never collide.
const dark = matchMedia("(prefers-color-scheme: dark)");
const still = matchMedia("(prefers-reduced-motion: reduce)");
let ink = {};
let boost = 1;
const readInk = () => {
  const style = getComputedStyle(document.documentElement);
  for (const key of ["plain", "reported", "negated", "unsure", "text", "ground", "accent"]) {
    ink[key] = style.getPropertyValue(`--${key}`).trim();
  }
};
readInk();

const lineOf = (edge) => ({
  id: edge.id, from: edge.from, to: edge.to, dashes: edge.dashes, width: edge.width, arrows: edge.arrows,
  smooth: edge.bend
    ? { enabled: true, type: edge.bend > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(edge.bend) }
    : { enabled: false },
  selfReference: { size: 16 + 22 * Math.abs(edge.bend || 0.1), angle: Math.PI / 4 + 2 * edge.bend, renderBehindTheNode: false },
});
const REACH = { square: 0.92, star: 1.35, hexagon: 1.08, diamond: 1.15, triangle: 1.15, triangleDown: 1.15 };
const pointOf = ({ id, shape }) => ({ id, shape });

const painted = new Map();
const points = new vis.DataSet();
const lines = new vis.DataSet();
const network = new vis.Network($("canvas"), { nodes: points, edges: lines }, {
  ...data.options,
  autoResize: true,
  layout: { improvedLayout: false },
  interaction: { hover: true, selectConnectedEdges: false, hideEdgesOnDrag: edges.length > 3000, hideEdgesOnZoom: edges.length > 3000 },
  nodes: { chosen: false, borderWidth: 1.5, labelHighlightBold: false },
  edges: {
    chosen: false, hoverWidth: 0, selectionWidth: 0, color: { inherit: false }, smooth: false,
    arrows: { to: { enabled: true, scaleFactor: 0.5 } }, arrowStrikethrough: false,
  },
});

$("canvas").querySelector(".vis-network").removeAttribute("tabindex"); // its keys are ours, on #canvas

const apply = (set, prefix, base, looks) => {
  const update = [];
  for (const [item, look] of looks) {
    const key = prefix + item.id, text = JSON.stringify(look);
    if (painted.get(key) === text) continue;
    update.push(painted.has(key) ? { id: item.id, ...look } : { ...base(item), ...look });
    painted.set(key, text);
  }
  if (update.length) set.update(update);
};

const paint = () => {
  settlePlaces();
  const out = standingOut();
  const open = new Set(shown.edges.map((edge) => edge.id));
  apply(points, "n", pointOf, nodes.map((node) => {
    const bright = !out || out.nodes.has(node.id);
    return [node, {
      x: node.x, y: node.y, size: node.size * boost * (REACH[node.shape] || 1), hidden: !shown.drawn.has(node.id), opacity: bright ? 1 : 0.16,
      color: { background: node.color, border: ink.ground, hover: { background: node.color, border: ink.text } },
    }];
  }));
  apply(lines, "e", lineOf, edges.map((edge) => {
    const bright = !out || out.edges.has(edge.id);
    return [edge, {
      hidden: !open.has(edge.id) || !shown.drawn.has(edge.from) || !shown.drawn.has(edge.to),
      color: { color: ink[tone(edge)], hover: ink[tone(edge)], opacity: bright ? (out ? 1 : 0.75) : 0.07 },
      width: (edge.width + (out && bright ? 0.8 : 0)) * boost,
    }];
  }));
  $("note").hidden = shown.whole && !drawAll;
  const core = shown.drawn.size - shown.guests.length;
  $("note").replaceChildren(
    drawAll ? `All ${plural(shown.nodes.length, "name")}.` : `The ${core.toLocaleString("en")} best connected of ${plural(shown.nodes.length, "name")}.`,
    el("span", { hidden: drawAll }, " Select one to see all its statements."), " ",
    button(drawAll ? "Best connected only" : "Draw all", () => { drawAll = !drawAll; refresh(); fit(); }),
  );
};

// Seen from afar dots and lines are drawn larger than they would be.
const enlarge = (factor) => {
  const next = Math.min(1.8, Math.max(1, Math.round(factor * 10) / 10));
  if (next === boost) return;
  boost = next;
  paint();
};
const motion = () => (still.matches ? false : { duration: 320, easingFunction: "easeInOutQuad" });
const measure = () => network.setSize("100%", "100%");
const fit = (ids) => {
  measure();
  const seen = ids ? [...ids].filter((id) => shown.drawn.has(id)) : [...shown.drawn];
  if (!seen.length) return;
  const corners = seen.map((id) => nodeById.get(id));
  const reach = (key, way) => Math.max(...corners.map((node) => way * node[key] + node.size + 20));
  const [right, left, low, high] = [reach("x", 1), reach("x", -1), reach("y", 1), reach("y", -1)];
  const { clientWidth, clientHeight } = $("canvas"), below = $("note").hidden ? 0 : 36;
  const scale = Math.min((clientWidth - 90) / (right + left), (clientHeight - 40 - below) / (low + high), ids ? 1 : 1.4);
  enlarge(0.5 / scale);
  network.moveTo({ position: { x: (right - left) / 2, y: (low - high) / 2 + below / 2 / scale }, scale: Math.max(scale, 0.02), animation: ids ? motion() : false });
};
// Bring names into view, moving no more than needed.
const reveal = (ids) => {
  measure();
  const { clientWidth: wide, clientHeight: high } = $("canvas");
  const seen = network.getScale() > 0.5 && [...ids].every((id) => {
    const at = network.canvasToDOM(place(id));
    return at.x > 60 && at.y > 40 && at.x < wide - 60 && at.y < high - 40;
  });
  if (!seen) fit(ids);
};
const zoom = (factor) => network.moveTo({ scale: Math.min(4, Math.max(0.05, network.getScale() * factor)), animation: motion() });
const place = (id, share = 0.5) => {
  if (nodeById.has(id)) return network.getPosition(id);
  const edge = network.body.edges[id];
  if (edge.from !== edge.to) return edge.edgeType.getPoint(share);
  const [x, y, radius] = edge.edgeType._getCircleData(network.canvas.getContext());
  const { angle } = edge.options.selfReference;
  return { x: x + Math.cos(angle) * radius, y: y - Math.sin(angle) * radius };
};
