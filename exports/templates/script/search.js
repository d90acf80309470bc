// The search field: names first, then statements; arrows walk through the hits, Enter opens one.
let found = [];
let active = -1;

const listHits = () => {
  const hits = shown.hits;
  found = hits ? [...hits.nodes.map((node) => ["node", node]), ...hits.edges.map((edge) => ["edge", edge])] : [];
  active = -1;
  const most = 40;
  $("hits").replaceChildren(
    ...found.slice(0, most).map(([kind, item], at) => el("div", {
      role: "option", id: `hit-${at}`, "aria-selected": "false",
      onmousedown: (event) => event.preventDefault(),
      onclick: () => openHit(at),
    }, kind === "node" ? [icon(item), el("bdi", {}, item.label), el("small", {}, item.type)] : [el("span", {}, sentence(item))])),
    hits ? el("p", {}, found.length > most ? `and ${(found.length - most).toLocaleString("en")} more in the tables`
      : found.length ? "" : "Nothing found.") : "");
  $("hits").hidden = !hits || document.activeElement !== $("search");
  if (hits) say(`${plural(hits.nodes.length, "name")} and ${plural(hits.edges.length, "statement")} found`);
};

const walkHits = (step) => {
  const options = [...$("hits").querySelectorAll("[role=option]")];
  if (!options.length) return;
  $("hits").hidden = false;
  active = (active + step + options.length + (active < 0 && step < 0 ? 1 : 0)) % options.length;
  options.forEach((option, at) => option.setAttribute("aria-selected", String(at === active)));
  options[active].scrollIntoView({ block: "nearest" });
  $("search").setAttribute("aria-activedescendant", options[active].id);
  const [kind, item] = found[active];
  walker = kind === "node" ? item.id : item.from;
  if (shown.drawn.has(walker)) network.moveTo({ position: place(walker), animation: motion() });
  network.redraw();
};

const openHit = (at) => {
  if (!found.length) return;
  const [kind, item] = found[Math.max(at, 0)];
  $("hits").hidden = true;
  choose(kind, item.id, true);
};

const startSearch = () => {
  const field = $("search");
  field.addEventListener("input", () => {
    wanted.text = field.value;
    field.removeAttribute("aria-activedescendant");
    walker = null;
    if (selection) { selection = null; location.hash = ""; drawPanel(); }
    refresh();
    listHits();
  });
  field.addEventListener("focus", () => { if (shown.hits) $("hits").hidden = false; });
  field.addEventListener("blur", () => { $("hits").hidden = true; });
  field.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") walkHits(event.key === "ArrowDown" ? 1 : -1);
    else if (event.key === "Enter") openHit(active);
    else if (event.key === "Escape" && field.value) { field.value = ""; field.dispatchEvent(new Event("input")); }
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
};
