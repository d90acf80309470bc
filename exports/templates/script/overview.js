// What the panel shows while nothing is selected: where to begin.
const facts = (edge) => [edge.from, edge.relation, edge.to].join("\u0000");

// Statements that one sentence makes and another negates.
const disputed = (list) => {
  const sure = list.filter((edge) => edge.certainty === "asserted");
  const affirmed = new Map(sure.filter((edge) => edge.polarity === "affirmed").map((edge) => [facts(edge), edge]));
  return sure.filter((edge) => edge.polarity === "negated" && affirmed.has(facts(edge)))
    .map((edge) => [affirmed.get(facts(edge)), edge]);
};

const line = (edge) => el("li", {}, button(sentence(edge), () => choose("edge", edge.id), { class: "line" }));
const section = (title, hint, items) =>
  items.length ? [el("h3", {}, title), hint && el("p", { class: "hint" }, hint), el("ul", {}, items)] : [];

const period = () => {
  const known = unique(articles.map((article) => article.date));
  if (!known.length) return "";
  const [first, last] = [day(known[0]), day(known[known.length - 1])];
  return first === last ? `, ${first}` : `, ${first} to ${last}`;
};

const overview = () => {
  if (!nodes.length) return [el("h2", { tabindex: -1 }, "Nothing to draw yet"), el("p", {}, emptyText())];
  const wide = shown.edges.filter((edge) => outlets(edge).length > 1)
    .sort((a, b) => outlets(b).length - outlets(a).length || b.evidence.length - a.evidence.length);
  const top = shown.nodes.filter((node) => node.count).slice(0, 10);
  return [
    el("h2", { tabindex: -1 }, "What the articles say"),
    el("p", { class: "hint" }, `${plural(edges.length, "statement")} about ${plural(nodes.length, "name")} from ${plural(articles.length, "article")}`,
      ` by ${plural(unique(articles.map((article) => article.publisher)).length, "outlet")}${period()}.`,
      " Click a name or a line to read the sentences behind it."),
    section("Most is said about", "", top.map((node) => el("li", {}, button([icon(node), el("bdi", {}, node.label),
      el("small", {}, String(node.count))], () => choose("node", node.id), { class: "line" })))),
    section("Disputed", "Stated in one sentence, negated in another.",
      disputed(shown.edges).slice(0, 8).flatMap((pair) => pair.map(line))),
    section("In several outlets", "", wide.slice(0, 8).map(line)),
    section("Negated", "", shown.edges.filter((edge) => edge.polarity === "negated").slice(0, 8).map(line)),
  ];
};

const emptyText = () => articles.length
  ? `No statement was found in ${plural(articles.length, "article")}. newsgraph reads English prose: whole sentences in which somebody does or says something.`
  : "No article was read. Give newsgraph some, for example: newsgraph build seeds -o out";
