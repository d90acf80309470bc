// The legend, every line of which is also a switch; outlets and dates below it.
const toggle = (set, key) => { if (!set.delete(key)) set.add(key); };
const tally = (list) => list.reduce((counts, key) => counts.set(key, (counts.get(key) || 0) + 1), new Map());

const legendLine = (set, key, sample, label, count, hint) => button(
  [sample, el("span", {}, label), el("small", {}, count.toLocaleString("en"))],
  () => { toggle(set, key); refresh(); drawFilters(); },
  { class: "legend", "aria-pressed": String(!set.has(key)), title: hint, "data-key": key });

const control = (label, field) => el("label", {}, el("span", {}, label), field);
const changing = (key) => ({ onchange: (event) => { wanted[key] = event.target.value; refresh(); drawFilters(); } });

const drawFilters = () => {
  const focused = document.activeElement?.getAttribute("data-key");
  const statuses = tally(edges.flatMap((edge) => edge.status));
  const known = unique(articles.map((article) => article.publisher));
  const days = unique(articles.map((article) => article.date));
  const active = wanted.hiddenTypes.size || wanted.hiddenStatus.size || wanted.publisher || wanted.from || wanted.to;
  const span = { min: days[0], max: days[days.length - 1] };
  $("filters").replaceChildren(...[
    el("h2", {}, "Statements"),
    Object.keys(STATUS).filter((word) => statuses.has(word)).map((word) => legendLine(
      wanted.hiddenStatus, word, el("span", { class: `stroke ${word}` }), statusName(word), statuses.get(word), statusMeaning(word))),
    el("h2", {}, "Names"),
    types.map((kind) => legendLine(wanted.hiddenTypes, kind.name, icon(kind), kind.name, kind.count)),
    (known.length > 1 || days.length > 1) && el("h2", {}, "Sources"),
    known.length > 1 && control("Outlet", el("select", { ...changing("publisher"), "data-key": "publisher" }, el("option", { value: "" }, "All"),
      known.map((outlet) => el("option", { value: outlet, selected: outlet === wanted.publisher }, outlet)))),
    days.length > 1 && control("From", el("input", { type: "date", value: wanted.from, ...span, ...changing("from"), "data-key": "from" })),
    days.length > 1 && control("To", el("input", { type: "date", value: wanted.to, ...span, ...changing("to"), "data-key": "to" })),
    active && button("Show all again", () => filter({}), { class: "quiet" }),
  ].flat().filter(Boolean));
  if (focused) [...$("filters").querySelectorAll("[data-key]")].find((item) => item.dataset.key === focused)?.focus();
};
