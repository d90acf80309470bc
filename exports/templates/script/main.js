// Selecting, keys, the address bar and the script object.
let cameFrom = null;
const say = (text) => { $("live").textContent = text; };

const refresh = () => {
  recompute();
  paint();
  if (view !== "graph") drawTable();
  if (!selection) drawPanel();
};

const HASH = /^#(name|statement|path)=([^,]*)(?:,(.*))?$/;
const address = () => {
  if (!selection) return "";
  if (selection.kind === "path") return `#path=${[selection.nodes[0], selection.nodes.at(-1)].map(encodeURIComponent).join()}`;
  return `#${selection.kind === "node" ? "name" : "statement"}=${encodeURIComponent(selection.id)}`;
};

const settle = (next, focus) => {
  if (!selection) cameFrom = document.activeElement;
  selection = next;
  if (location.hash !== address()) location.hash = address();
  walker = null;
  recompute();
  paint();
  drawPanel();
  if (view !== "graph") for (const row of $("tables").querySelectorAll("tr")) {
    if (row.dataset.id === next?.id) row.setAttribute("aria-current", "true"); else row.removeAttribute("aria-current");
  }
  const heading = $("panel").querySelector("h2");
  if (focus) heading.focus({ preventScroll: true });
  if (next) say(heading.textContent);
};

const choose = (kind, id, focus = document.activeElement !== $("canvas") || walker !== null) => {
  if (!(kind === "node" ? nodeById : edgeById).has(id)) return false;
  settle({ kind, id }, focus);
  reveal(standingOut().nodes);
  return true;
};

const choosePath = (start, goal) => {
  const path = nodeById.has(start) && nodeById.has(goal) ? shortest(start, goal) : null;
  if (!path) return null;
  settle({ kind: "path", ...path }, true);
  reveal(path.nodes);
  return path;
};

const close = () => {
  const back = cameFrom;
  settle(null, false);
  (back?.isConnected && back !== document.body ? back : $("canvas").hidden ? $("tables") : $("canvas")).focus({ preventScroll: true });
};

const filter = (choice = {}) => {
  const off = (list, all) => new Set(list ? all.filter((key) => !list.includes(key)) : []);
  wanted.hiddenTypes = off(choice.types, types.map((kind) => kind.name));
  wanted.hiddenStatus = off(choice.status, Object.keys(STATUS));
  for (const key of ["text", "publisher", "from", "to"]) wanted[key] = String(choice[key] || "");
  $("search").value = wanted.text;
  refresh();
  drawFilters();
  listHits();
  const left = shown.hits || shown;
  return { nodes: left.nodes.map((node) => node.id), edges: left.edges.map((edge) => edge.id) };
};

const select = (id) => choose("node", id, false) || choose("edge", id, false);

const readAddress = () => {
  if (location.hash === address()) return;
  const parts = HASH.exec(location.hash);
  let ids = [];
  try { ids = (parts || []).slice(2).map((part) => decodeURIComponent(part || "")); } catch { /* not an address of ours */ }
  const [one, other] = ids;
  const done = parts && (parts[1] === "path" ? choosePath(one, other) : choose(parts[1] === "name" ? "node" : "edge", one, false));
  if (!done && selection) settle(null, false);
};

const STEPS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
const step = ([right, down]) => {
  const here = walker || (selection?.kind === "node" ? selection.id : null);
  const from = here ? place(here) : network.getViewPosition();
  let best = null, least = Infinity;
  for (const id of shown.drawn) {
    const at = place(id), dx = at.x - from.x, dy = at.y - from.y;
    const along = dx * right + dy * down, aside = Math.abs(dx * down) + Math.abs(dy * right);
    if (id === here || (here && along <= aside * 0.6)) continue;
    const cost = here ? along + 2 * aside : Math.hypot(dx, dy);
    if (cost < least) [best, least] = [id, cost];
  }
  if (!best) return;
  walker = best;
  const spot = network.canvasToDOM(place(best)), { clientWidth, clientHeight } = $("canvas");
  if (spot.x < 40 || spot.y < 40 || spot.x > clientWidth - 40 || spot.y > clientHeight - 40) network.moveTo({ position: place(best), animation: motion() });
  network.redraw();
  const node = nodeById.get(best);
  say(`${node.label}, ${node.type}, ${plural(node.count, "statement")}`);
};

const canvasKeys = (event) => {
  if (STEPS[event.key]) step(STEPS[event.key]);
  else if ((event.key === "Enter" || event.key === " ") && walker) choose("node", walker, true);
  else if (event.key === "+" || event.key === "=") zoom(1.3);
  else if (event.key === "-") zoom(1 / 1.3);
  else if (event.key === "0") fit();
  else return;
  event.preventDefault();
};

const pick = ({ nodes: [node], edges: [edge], pointer }) => {
  const label = labelBoxes.find((box) => pointer.DOM.x >= box.left && pointer.DOM.x <= box.right && pointer.DOM.y >= box.top && pointer.DOM.y <= box.bottom);
  const id = node ?? label?.id ?? edge;
  network.unselectAll();
  if (id !== undefined) choose(nodeById.has(id) ? "node" : "edge", id, false);
  else if (selection) close();
};

const start = () => {
  network.on("click", pick);
  for (const [event, id] of [["hoverNode", "node"], ["hoverEdge", "edge"]]) network.on(event, (at) => { hovered = at[id]; $("canvas").style.cursor = "pointer"; network.redraw(); });
  for (const event of ["blurNode", "blurEdge"]) network.on(event, () => { hovered = null; $("canvas").style.cursor = ""; network.redraw(); });
  $("canvas").addEventListener("keydown", canvasKeys);
  $("canvas").addEventListener("blur", () => { walker = null; network.redraw(); });
  $("zoom-in").onclick = () => zoom(1.4);
  $("zoom-out").onclick = () => zoom(1 / 1.4);
  $("zoom-fit").onclick = () => fit();
  for (const one of ["graph", "statements", "names"]) $(`show-${one}`).onclick = () => showView(one);
  $("show-filters").onclick = () => $("show-filters").setAttribute("aria-expanded", String(document.body.classList.toggle("filtering")));
  document.addEventListener("keydown", (event) => {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName);
    if (event.key === "Escape" && selection) close();
    else if (event.key === "/" && !typing) { $("search").focus(); $("search").select(); event.preventDefault(); }
  });
  dark.addEventListener("change", () => { readInk(); paint(); network.redraw(); });
  addEventListener("hashchange", readAddress);
  startSearch();
  recompute();
  paint();
  network.on("afterDrawing", drawLabels);
  drawFilters();
  drawPanel();
  showView("graph");
  fit();
  if (!nodes.length) $("canvas").append(el("p", { class: "message" }, emptyText()));
  readAddress();
};

const position = (id) => {
  const box = $("canvas").getBoundingClientRect(), at = network.canvasToDOM(place(id));
  return { x: box.left + at.x, y: box.top + at.y };
};
window.newsgraph = { nodes, edges, select, filter, path: choosePath, position };
start();
