"use strict";
const data = JSON.parse(document.getElementById("data").textContent);
const { nodes, edges, articles, types } = data;
const nodeById = new Map(nodes.map((node) => [node.id, node]));
const edgeById = new Map(edges.map((edge) => [edge.id, edge]));
const around = new Map(nodes.map((node) => [node.id, []]));
const saidBy = new Map();
for (const edge of edges) {
  around.get(edge.from).push(edge);
  if (edge.to !== edge.from) around.get(edge.to).push(edge);
  for (const quote of edge.evidence) {
    quote.article = articles[quote.article];
    if (!quote.said_by) continue;
    if (!saidBy.has(quote.said_by)) saidBy.set(quote.said_by, new Set());
    saidBy.get(quote.said_by).add(edge);
  }
}

// word in the data: name in the legend, what it means
const STATUS = {
  plain: ["Stated as fact", "Stated in the article’s own voice, or by somebody about their own acts."],
  reported: ["Reported", "Somebody is quoted or paraphrased as saying so; the article does not vouch for it."],
  negated: ["Negated", "The sentence says that it is not so."],
  possible: ["Possible", "The sentence says that it may be so."],
  hypothetical: ["Hypothetical", "Holds only under a condition."],
  demanded: ["Demanded", "Somebody wants it; it has not happened."],
  planned: ["Planned", "Meant or expected to come."],
  questioned: ["Questioned", "Asked, not stated."],
};
const statusName = (word) => (STATUS[word] || [word])[0];
const statusMeaning = (word) => (STATUS[word] || ["", ""])[1];
const tone = (edge) =>
  edge.polarity === "negated" ? "negated"
    : edge.certainty !== "asserted" ? "unsure"
      : edge.attributed ? "reported" : "plain";

const $ = (id) => document.getElementById(id);
// Strings become text nodes: nothing that a graph says is ever parsed as HTML.
const el = (tag, attributes, ...children) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value !== false && value != null) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.flat(9).filter((child) => child != null && child !== false));
  return made;
};
const button = (label, act, attributes) =>
  el("button", { type: "button", onclick: act, ...attributes }, label);
const plural = (count, one, many) => `${count.toLocaleString("en")} ${count === 1 ? one : many || one + "s"}`;
const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const unique = (values) => [...new Set(values)].filter(Boolean).sort((a, b) => a.localeCompare(b, "en"));
const outlets = (edge) => unique(edge.evidence.map((quote) => quote.article.publisher));
const dates = (edge) => unique(edge.evidence.map((quote) => quote.article.date));
const name = (id) => nodeById.get(id).label;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const day = (iso) => {
  const parts = /^(\d{4})-(\d\d)-(\d\d)/.exec(iso || "");
  return parts ? `${+parts[3]} ${MONTHS[parts[2] - 1]} ${parts[1]}` : iso;
};

const SHAPES = {
  square: "M3 3h10v10H3z",
  hexagon: "M1.5 8 4.8 2.4h6.4L14.5 8l-3.3 5.600H4.800z",
  diamond: "M8 1.5 14.5 8 8 14.5 1.5 8z",
  triangle: "M8 2 14.5 13.500h-13z",
  triangleDown: "M8 14 1.5 2.500h13z",
  star: "M8 1l2.1 4.7 5.1.5-3.9 3.4 1.2 5L8 12l-4.5 2.6 1.2-5L.8 6.200l5.1-.5z",
};
const icon = (kind) => {
  const make = (tag, attributes) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };
  const drawing = make("svg", { viewBox: "0 0 16 16", class: "icon", "aria-hidden": "true" });
  const path = SHAPES[kind.shape];
  const colour = kind.colour || kind.color;
  drawing.append(path ? make("path", { d: path, fill: colour }) : make("circle", { cx: 8, cy: 8, r: 6, fill: colour }));
  return drawing;
};
