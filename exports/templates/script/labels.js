// Names and relations, at one size on the screen whatever the zoom, the most connected first; one that
// would cover another is left out until there is room, as on a map.
const FONT = "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', sans-serif";
const widths = new Map();
const widthOf = (context, text, font) => {
  const key = font + text;
  if (!widths.has(key)) {
    context.font = font;
    widths.set(key, context.measureText(text).width);
  }
  return widths.get(key);
};
const clip = (text, most = 26) => (text.length > most ? text.slice(0, most - 1).trimEnd() + "…" : text);
let hovered = null;
let walker = null; // the node under keyboard focus
let labelBoxes = [];

const drawLabels = (context) => {
  const scale = network.getScale();
  const canvas = $("canvas"), wide = canvas.clientWidth, high = canvas.clientHeight;
  const out = standingOut();
  const taken = [];
  labelBoxes = [];
  const screen = (point) => network.canvasToDOM(point);
  const free = (box, over) => box.left >= 0 && box.right <= wide && taken.every((other) => (over && other.dot)
    || box.right + 5 < other.left || box.left - 5 > other.right || box.bottom < other.top || box.top > other.bottom);
  // Writes at the first of the spots that is free; an important one over small dots, if it must at the first.
  const write = (id, text, size, weight, colour, spots, must) => {
    const font = `${weight} ${size}px ${FONT}`;
    const half = widthOf(context, text, font) / 2 + 2;
    const boxes = spots.map(([middle, level, side = 0]) => {
      const x = side || middle < 0 || middle > wide ? middle + side * half : Math.min(Math.max(middle, half), wide - half);
      return { id, x, y: level, left: x - half, right: x + half, top: level - size * 0.65, bottom: level + size * 0.65 };
    });
    const box = boxes.find((one) => free(one)) || (weight > 600 && boxes.find((one) => free(one, true))) || (must && boxes[0]);
    if (!box) return;
    const { x, y } = box;
    if (x < -half || y < -size || x > wide + half || y > high + size) return;
    taken.push(box);
    labelBoxes.push(box);
    context.font = font;
    context.lineWidth = 4;
    context.lineJoin = "round";
    context.strokeStyle = ink.ground;
    context.fillStyle = colour;
    context.strokeText(text, x, y);
    context.fillText(text, x, y);
  };
  context.save();
  const ratio = canvas.querySelector("canvas").width / wide;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.textAlign = "center";
  context.textBaseline = "middle";
  const rank = (node) => (node.id === walker || node.id === hovered ? 0 : out?.nodes.has(node.id) ? 1 : 2);
  const named = nodes.filter((node) => shown.drawn.has(node.id) && (rank(node) < 2 || !out))
    .map((node) => ({ node, at: screen(network.getPosition(node.id)), radius: node.size * boost * scale }))
    .sort((a, b) => rank(a.node) - rank(b.node));
  for (const { at, radius } of named) {
    if (radius > 7) taken.push({ dot: true, left: at.x - radius, right: at.x + radius, top: at.y - radius, bottom: at.y + radius * 0.8 });
  }
  for (const { node, at, radius } of named) {
    const chosen = rank(node) < 2;
    const size = Math.round((wide < 500 ? 10 : 11) + Math.min(4, node.count / 5));
    const text = clip(node.label, chosen && rank(node) === 0 ? 60 : 26);
    write(node.id, text, size, node.count > 5 || selection?.id === node.id ? 650 : 450, ink.text, [
      [at.x, at.y + radius + size * 0.8], [at.x, at.y - radius - size * 0.7], [at.x + radius + 2, at.y, 1], [at.x - radius - 2, at.y, -1],
    ], rank(node) === 0);
  }
  const lettered = shown.edges.filter((edge) => shown.drawn.has(edge.from) && shown.drawn.has(edge.to)
    && (edge.id === hovered || !out || out.edges.has(edge.id)))
    .sort((a, b) => (tone(a) === "plain") - (tone(b) === "plain"));
  for (const edge of lettered) {
    const from = screen(network.getPosition(edge.from)), to = screen(network.getPosition(edge.to));
    const text = clip(edge.label, 32) + (edge.evidence.length > 1 ? ` ×${edge.evidence.length}` : "");
    const length = Math.hypot(from.x - to.x, from.y - to.y);
    const sure = edge.id === hovered || selection?.id === edge.id;
    if (!sure && !out && scale < 0.3) continue;
    if (!sure && edge.from !== edge.to && length < text.length * (out ? 3.5 : tone(edge) === "plain" ? 6 : 4.5)) continue;
    const spots = [0.5, 0.6, 0.4, 0.68, 0.32].map((share) => screen(place(edge.id, share))).map(({ x, y }) => [x, y]);
    write(edge.id, text, 11, tone(edge) === "plain" ? 450 : 550, ink[tone(edge)], spots, sure);
  }
  for (const [id, colour, dash] of [[walker, ink.accent, [4, 3]], [selection?.kind === "node" && selection.id, ink.accent, []]]) {
    if (!id || !shown.drawn.has(id)) continue;
    const at = screen(network.getPosition(id));
    context.beginPath();
    context.setLineDash(dash);
    context.lineWidth = 2.5;
    context.strokeStyle = colour;
    context.arc(at.x, at.y, nodeById.get(id).size * boost * scale * 1.08 + 5, 0, 2 * Math.PI);
    context.stroke();
  }
  context.restore();
};
