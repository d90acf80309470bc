// The side panel: a name with its statements, a statement with its sentences, or a path.
const nameButton = (id, label) => button(label || name(id), () => choose("node", id), { class: "name" });
const badges = (edge) => edge.status.map((word) =>
  el("span", { class: `badge ${word in STATUS ? word : ""}`, title: statusMeaning(word) }, statusName(word)));

// Offsets count characters, not UTF-16 units.
const marked = (quote) => {
  const signs = Array.from(quote.sentence);
  const text = (from, to) => signs.slice(from, to).join("");
  const parts = [];
  let at = 0;
  for (const { start, end, role } of quote.marks) {
    parts.push(text(at, start), el("mark", { class: role, title: role === "trigger" ? "relation" : role }, text(start, end)));
    at = end;
  }
  return [...parts, text(at)];
};

const cite = ({ title, url, publisher, date }) => el("cite", {},
  url ? el("a", { href: url, rel: "noopener noreferrer", target: "_blank" }, title || url) : title || "Untitled article",
  el("span", {}, [publisher, day(date)].filter(Boolean).join(" · ")));

const quoteBox = (quote) => el("figure", {},
  el("blockquote", { dir: "auto" }, marked(quote)),
  el("figcaption", {},
    quote.speaker && el("p", { class: "said" }, "said by ",
      quote.said_by ? nameButton(quote.said_by) : el("b", {}, quote.speaker),
      quote.cue && ` (“${quote.cue}”)`),
    cite(quote.article)));

const sentence = (edge) => [el("bdi", {}, name(edge.from)), " ", el("i", { class: tone(edge) }, edge.label), " ", el("bdi", {}, name(edge.to))];

const card = (edge, open) => el("details", { class: "card", open },
  el("summary", {}, el("span", {}, sentence(edge)), el("span", { class: "row" }, badges(edge),
    edge.evidence.length > 1 && el("small", {}, plural(edge.evidence.length, "sentence")))),
  edge.evidence.map(quoteBox),
  button("Show in the graph", () => choose("edge", edge.id), { class: "quiet" }));

const cards = (title, list) => list.length ? [el("h3", {}, title, " ", el("small", {}, String(list.length))),
  list.slice(0, 200).map((edge) => card(edge, list.length < 4)),
  list.length > 200 && el("p", {}, `The other ${list.length - 200} stand in the table Statements.`)] : [];

const byWeight = (list) => [...list].sort((a, b) => b.evidence.length - a.evidence.length);

const pathForm = (id) => {
  const field = el("input", { list: "all-names", placeholder: "another name", "aria-label": "Path to" });
  const answer = el("output", {});
  return el("form", {
    class: "path",
    onsubmit: (event) => {
      event.preventDefault();
      const goal = nodes.find((node) => fold(node.label) === fold(field.value.trim()))
        || nodes.find((node) => haystack(node).includes(fold(field.value.trim())));
      if (!field.value.trim()) return;
      answer.textContent = !goal ? "No such name." : choosePath(id, goal.id) ? "" : "No path between these two.";
    },
  }, el("label", {}, "Path to ", field), el("button", {}, "Find"), answer,
  el("datalist", { id: "all-names" }, nodes.slice(0, 2000).map((node) => el("option", { value: node.label }))));
};

const nodePanel = (node) => {
  const open = around.get(node.id).filter((edge) => shown.edges.includes(edge));
  const told = [...(saidBy.get(node.id) || [])].filter((edge) => shown.edges.includes(edge));
  const away = around.get(node.id).length - open.length;
  return [
    el("p", { class: "kind" }, icon(node), node.type),
    el("h2", { tabindex: -1 }, el("bdi", {}, node.label)),
    node.aliases.length > 0 && el("p", { class: "aliases" }, "also ", el("bdi", {}, node.aliases.join(", "))),
    node.links.length > 0 && el("p", { class: "links" }, node.links.map((link) =>
      [el("a", { href: link, rel: "noopener noreferrer", target: "_blank" }, link.replace(/^https?:\/\/(www\.)?/, "")), " "])),
    pathForm(node.id),
    cards([el("bdi", {}, node.label), " …"], byWeight(open.filter((edge) => edge.from === node.id))),
    cards(["… ", el("bdi", {}, node.label)], byWeight(open.filter((edge) => edge.from !== node.id))),
    cards(["Said by ", el("bdi", {}, node.label)], byWeight(told)),
    !open.length && el("p", {}, "No statement about this name is shown."),
    away > 0 && el("p", {}, `${plural(away, "statement")} hidden by the filters.`),
  ];
};

const edgePanel = (edge) => {
  const both = around.get(edge.from).filter((other) => other !== edge
    && [other.from, other.to].sort().join() === [edge.from, edge.to].sort().join());
  return [
    el("p", { class: "kind" }, badges(edge)),
    el("h2", { tabindex: -1, class: "statement" }, nameButton(edge.from), " ", el("i", { class: tone(edge) }, edge.label), " ", nameButton(edge.to)),
    edge.status.map((word) => el("p", { class: "meaning" }, statusMeaning(word))),
    el("p", { class: "facts" }, [
      plural(edge.evidence.length, "sentence"), plural(outlets(edge).length, "outlet"),
      `confidence ${Math.round(edge.confidence * 100)}%`, edge.event && `event class ${edge.event}`,
    ].filter(Boolean).join(" · ")),
    edge.evidence.map(quoteBox),
    cards("Also between these two", both),
  ];
};

const pathPanel = ({ nodes: ids, edges: steps }) => [
  el("p", { class: "kind" }, "Path"),
  el("h2", { tabindex: -1 }, el("bdi", {}, name(ids[0])), " → ", el("bdi", {}, name(ids[ids.length - 1]))),
  el("p", { class: "facts" }, plural(steps.length, "statement") + " apart"),
  steps.map((id) => card(edgeById.get(id), true)),
];

const showPanel = (content, closable) => {
  $("panel").replaceChildren(
    closable && button("×", close, { class: "close", "aria-label": "Close", title: "Close (Escape)" }) || "",
    ...content.flat(9).filter(Boolean));
  $("panel").scrollTop = 0;
  document.body.classList.toggle("open", Boolean(closable));
};

const drawPanel = () => {
  if (!selection) showPanel(overview(), false);
  else if (selection.kind === "node") showPanel(nodePanel(nodeById.get(selection.id)), true);
  else if (selection.kind === "edge") showPanel(edgePanel(edgeById.get(selection.id)), true);
  else showPanel(pathPanel(selection), true);
};
