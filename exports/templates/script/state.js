// What is wanted (filters, selection) and what follows from it (what is shown, what stands out).
const partly = nodes.some((node) => node.core);
const wanted = { hiddenTypes: new Set(), hiddenStatus: new Set(), text: "", publisher: "", from: "", to: "" };
const shown = { nodes, edges, drawn: new Set(), guests: [], whole: true, hits: null };
let selection = null; // {kind: "node" | "edge" | "path", id | nodes, edges}
let drawAll = false;

const words = new Map();
const haystack = (item) => {
  if (!words.has(item)) {
    const parts = item.evidence
      ? [name(item.from), item.label, name(item.to), ...item.evidence.map((quote) => quote.sentence)]
      : [item.label, ...item.aliases];
    words.set(item, fold(parts.join("\n")));
  }
  return words.get(item);
};

const inSource = (quote) => {
  const { publisher, date } = quote.article;
  return (!wanted.publisher || publisher === wanted.publisher)
    && (!wanted.from || (date || "") >= wanted.from)
    && (!wanted.to || (date && date <= wanted.to));
};

const recompute = () => {
  const typeOn = (id) => !wanted.hiddenTypes.has(nodeById.get(id).type);
  shown.edges = edges.filter((edge) => typeOn(edge.from) && typeOn(edge.to)
    && !edge.status.some((word) => wanted.hiddenStatus.has(word)) && edge.evidence.some(inSource));
  const linked = new Set(shown.edges.flatMap((edge) => [edge.from, edge.to]));
  const sourced = wanted.publisher || wanted.from || wanted.to || wanted.hiddenStatus.size;
  shown.nodes = nodes.filter((node) => typeOn(node.id)
    && (linked.has(node.id) || (!sourced && !around.get(node.id).length)));
  const text = fold(wanted.text.trim());
  shown.hits = text && {
    nodes: shown.nodes.filter((node) => haystack(node).includes(text)),
    edges: shown.edges.filter((edge) => haystack(edge).includes(text)),
  };
  const core = shown.nodes.filter((node) => node.core);
  shown.whole = !partly || drawAll || shown.nodes.length <= core.length;
  shown.drawn = new Set((shown.whole ? shown.nodes : core).map((node) => node.id));
  shown.guests = [];
  const kept = new Set(shown.nodes.map((node) => node.id));
  for (const id of (selection && standingOut().nodes) || []) {
    if (!kept.has(id) || shown.drawn.has(id)) continue;
    shown.drawn.add(id);
    shown.guests.push(id);
  }
};

// The ids that stand out from the rest, or null when all are alike.
const standingOut = () => {
  if (selection?.kind === "node") {
    const mine = around.get(selection.id);
    return { nodes: new Set([selection.id, ...mine.flatMap((e) => [e.from, e.to])]), edges: new Set(mine.map((e) => e.id)) };
  }
  if (selection?.kind === "edge") {
    const { id, from, to } = edgeById.get(selection.id);
    return { nodes: new Set([from, to]), edges: new Set([id]) };
  }
  if (selection?.kind === "path") return { nodes: new Set(selection.nodes), edges: new Set(selection.edges) };
  if (shown.hits) {
    const found = shown.hits.nodes.length ? [] : shown.hits.edges;
    return {
      nodes: new Set([...shown.hits.nodes.map((n) => n.id), ...found.flatMap((e) => [e.from, e.to])]),
      edges: new Set(found.map((e) => e.id)),
    };
  }
  return null;
};

// Fewest statements from one name to another, in either direction, over what the filters leave.
const shortest = (start, goal) => {
  const open = new Set(shown.edges);
  const cameBy = new Map([[start, null]]);
  const queue = [start];
  for (let at = 0; at < queue.length && !cameBy.has(goal); at++) {
    for (const edge of around.get(queue[at])) {
      const next = edge.from === queue[at] ? edge.to : edge.from;
      if (cameBy.has(next) || !open.has(edge)) continue;
      cameBy.set(next, edge);
      queue.push(next);
    }
  }
  if (!cameBy.has(goal)) return null;
  const path = { nodes: [goal], edges: [] };
  for (let edge = cameBy.get(goal); edge; edge = cameBy.get(path.nodes[0])) {
    path.edges.unshift(edge.id);
    path.nodes.unshift(edge.from === path.nodes[0] ? edge.to : edge.from);
  }
  return path;
};
