// Where each node stands: in the drawing of all, in that of the best connected part, or, for one that is
// shown only because it belongs to the selection, in free room beside a node it is linked to.
for (const node of nodes) node.home = [node.x, node.y];

// The nearest free spot around a host, in a direction in which no other link of its leaves.
const freeSpot = ({ x, y }, taken, linked) => {
  const angles = linked.map((other) => Math.atan2(other.y - y, other.x - x));
  for (let ring = 1; ring < 40; ring++) {
    const spots = 8 + 4 * ring;
    const apart = ring < 9 ? 0.42 - 0.04 * ring : 0;
    for (let at = 0; at < spots; at++) {
      const angle = (2 * Math.PI * at) / spots + ring;
      if (angles.some((other) => Math.cos(other - angle) > Math.cos(apart))) continue;
      const spot = { x: Math.round(x + Math.cos(angle) * (84 + 62 * ring)), y: Math.round(y + Math.sin(angle) * (70 + 52 * ring)) };
      if (taken.every((other) => Math.abs(other.x - spot.x) > 112 || Math.abs(other.y - spot.y) > 46)) return spot;
    }
  }
  return { x, y };
};

const beside = (id) => around.get(id).map((edge) => nodeById.get(edge.from === id ? edge.to : edge.from)).filter((node) => node.id !== id);

const settlePlaces = () => {
  for (const node of nodes) [node.x, node.y] = (!shown.whole && node.core) || node.home;
  if (shown.whole || !shown.guests.length) return;
  const taken = [...shown.drawn].filter((id) => !shown.guests.includes(id)).map((id) => nodeById.get(id));
  const set = new Set(taken);
  const centre = network.getViewPosition();
  const first = selection.kind === "node" ? [selection.id] : [];
  for (const id of [...first, ...shown.guests]) {
    const node = nodeById.get(id);
    if (set.has(node)) continue;
    const hosts = beside(id).filter((host) => set.has(host));
    const host = hosts.find((one) => one.id === selection.id) || hosts[0];
    Object.assign(node, freeSpot(host || centre, taken, host ? beside(host.id).filter((one) => set.has(one)) : []));
    taken.push(node);
    set.add(node);
  }
};
