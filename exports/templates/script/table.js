// The same data as tables: what the drawing shows, and what there is no room to draw.
const order = { statements: ["Sentences", -1], names: ["Statements", -1] };
let view = "graph";

const nameCell = (id) => el("td", {}, nameButton(id));
const COLUMNS = {
  statements: [
    ["Subject", (edge) => name(edge.from), (edge) => nameCell(edge.from)],
    ["Relation", (edge) => edge.label, (edge) => el("td", {}, button(edge.label, () => choose("edge", edge.id, true), { class: `name ${tone(edge)}` }))],
    ["Object", (edge) => name(edge.to), (edge) => nameCell(edge.to)],
    ["Status", (edge) => edge.status.map(statusName).join(", "), (edge) => el("td", {}, badges(edge))],
    ["Said by", (edge) => unique(edge.evidence.map((quote) => quote.said_by ? name(quote.said_by) : quote.speaker)).join(", ")],
    ["Outlets", (edge) => outlets(edge).join(", ")],
    ["Latest", (edge) => dates(edge).pop() || "", (edge) => el("td", { class: "short" }, day(dates(edge).pop()) || "")],
    ["Sentences", (edge) => edge.evidence.length],
  ],
  names: [
    ["Name", (node) => node.label, (node) => nameCell(node.id)],
    ["Type", (node) => node.type, (node) => el("td", {}, icon(node), " ", node.type)],
    ["Also called", (node) => node.aliases.join(", ")],
    ["Statements", (node) => node.count],
  ],
};

const compare = (a, b) => (typeof a === "number" ? a - b : a.localeCompare(b, "en"));

const drawTable = () => {
  const columns = COLUMNS[view];
  const [by, way] = order[view];
  const key = columns.find(([title]) => title === by)[1];
  const all = view === "names" ? (shown.hits || shown).nodes : (shown.hits || shown).edges;
  const rows = all.map((item) => [key(item), item]).sort((a, b) => way * compare(a[0], b[0])).map((row) => row[1]);
  const head = columns.map(([title]) => el("th", { scope: "col", "aria-sort": title !== by ? "none" : way > 0 ? "ascending" : "descending" },
    button(title, () => {
      order[view] = [title, title === by ? -way : 1];
      drawTable();
      [...$("tables").querySelectorAll("th button")].find((one) => one.textContent === title).focus();
    })));
  const body = rows.map((item) => el("tr", { "data-id": item.id, "aria-current": selection?.id === item.id ? "true" : null },
    columns.map(([, value, cell]) => (cell ? cell(item) : el("td", { dir: "auto" }, String(value(item)))))));
  $("tables").replaceChildren(el("table", {},
    el("caption", {}, `${plural(rows.length, view === "names" ? "name" : "statement")}${wanted.text ? ` with “${wanted.text}”` : ""}`),
    el("thead", {}, el("tr", {}, head)), el("tbody", {}, body)));
};

const showView = (next) => {
  view = next;
  for (const one of ["graph", "statements", "names"]) $(`show-${one}`).setAttribute("aria-pressed", String(one === view));
  const table = view !== "graph";
  $("tables").hidden = !table;
  for (const id of ["canvas", "zoom"]) $(id).hidden = table;
  document.body.dataset.view = view;
  if (table) drawTable();
};
