// Draw the relations around a thing with cytoscape. On a page a click on a node goes to its page, in the explorer it
// moves there. One step around a thing, relations are gathered under their name, so that each is read once; of a thing
// with many, each relation shows its share and says how many more there are. What would lie on something else is moved.
"use strict";
(() => {
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(name).trim();
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const kinds = dark
    ? { org: "#4fc9b8", person: "#ff9aa8", product: "#85c1ee", programme: "#f1b469", law: "#b4acff", provision: "#b4acff", case: "#b4acff", event: "#f0a06a", topic: "#d5cf6c", technology: "#a9cf7e", work: "#aab4c0", place: "#d9a5f5", group: "#8fb5ad" }
    : { org: "#0f766e", person: "#a3233b", product: "#0b6aa8", programme: "#9a5b00", law: "#4a3db4", provision: "#4a3db4", case: "#4a3db4", event: "#c2571a", topic: "#7d7400", technology: "#4d7c1f", work: "#57616e", place: "#75369a", group: "#6b968e" };
  const kindColour = (kind) => kinds[kind] || colour("--quiet");
  const font = "Noto Sans KR Variable, Noto Sans KR, sans-serif";
  const shortened = (text, most) => text.length > most ? text.slice(0, most - 1) + "…" : text;
  const sheet = [
    { selector: "node", style: {
      label: (node) => shortened(node.data("label"), node.cy().width() < 420 ? 20 : 42), "background-color": (node) => kindColour(node.data("kind")), color: colour("--ink"), "font-family": font,
      "font-size": 12, "text-wrap": "wrap", "text-max-width": 105, "text-valign": "bottom", "text-margin-y": 4, width: 20, height: 20,
      "text-outline-color": colour("--raised"), "text-outline-width": 2.5 } },
    { selector: "node[?focus]", style: { width: 38, height: 38, "font-weight": "bold", "font-size": 15, "z-index": 9 } },
    { selector: "node[?gather]", style: {
      shape: "round-rectangle", "background-color": colour("--soft"), width: "data(width)", height: 20, "text-valign": "center",
      "text-margin-y": 0, "font-size": 11, color: colour("--quiet"), "text-outline-width": 0, "border-width": 1, "border-color": colour("--line") } },
    { selector: "node[?rest]", style: { "background-color": colour("--soft"), "border-width": 1, "border-color": colour("--quiet"), "border-style": "dashed", "text-valign": "center", "text-margin-y": 0, width: 34, height: 34, "font-size": 11 } },
    { selector: "edge", style: {
      "curve-style": "bezier", width: 1.4, "line-color": colour("--line"), "target-arrow-shape": "triangle", "arrow-scale": .8,
      "target-arrow-color": colour("--line"), "font-family": font, "font-size": 10, color: colour("--quiet"), "text-rotation": "autorotate",
      "text-outline-color": colour("--raised"), "text-outline-width": 2.5 } },
    { selector: "edge[?plain]", style: { "target-arrow-shape": "none" } },
    { selector: "edge[?candidate]", style: { "line-style": "dashed" } },
    { selector: "edge.near", style: { label: "data(label)", "line-color": colour("--accent"), "target-arrow-color": colour("--accent"), "z-index": 8 } },
    { selector: ".far", style: { opacity: .25 } },
  ];

  const pen = document.createElement("canvas").getContext("2d");
  const widthOf = (text) => { pen.font = "11px " + font; return pen.measureText(text).width + 14; };

  // one node for each relation of the focus, between it and what it leads to
  const gathered = (data, room) => {
    const focus = data.nodes.find((node) => node.focus).id, edges = [], groups = new Map();
    for (const link of data.links) {
      const away = link.source === focus, key = (away ? ">" : "<") + link.property, other = away ? link.target : link.source;
      if (!groups.has(key)) {
        groups.set(key, { id: "g" + groups.size, label: link.label, gather: true, width: widthOf(link.label), things: [] });
        edges.push({ data: { source: focus, target: groups.get(key).id, plain: true } });
      }
      groups.get(key).things.push(other);
      edges.push({ data: { source: groups.get(key).id, target: other, plain: true, candidate: link.candidate } });
    }
    const page = data.nodes.find((node) => node.focus).page, rests = shared([...groups.values()], room).map((rest) => ({ ...rest, page, graph: page }));
    const shown = new Set([focus, ...[...groups.values()].flatMap((group) => group.things)]);
    const kept = edges.filter((edge) => shown.has(edge.data.target) || edge.data.target[0] === "g");
    return {
      nodes: [...data.nodes.filter((node) => shown.has(node.id)), ...rests, ...groups.values()].map((node) => ({ data: node })),
      edges: [...kept, ...rests.map((rest) => ({ data: { source: rest.group, target: rest.id, plain: true } }))], groups: [...groups.values()],
    };
  };

  // the relations take turns until the room is full; a node stands for what is left of each
  const shared = (groups, room) => {
    const seen = new Set(), left = new Map(groups.map((group) => [group, group.things]));
    for (const group of groups) group.things = [];
    for (let taken = true; taken;) {
      taken = false;
      for (const [group, things] of left) {
        if (!things.length || (seen.size >= room && !seen.has(things[0]))) continue;
        seen.add(things[0]);
        group.things.push(things[0]);
        left.set(group, things.slice(1));
        taken = true;
      }
    }
    const rests = groups.filter((group) => left.get(group).length).map((group) => ({ id: "r" + group.id, rest: true, label: "+" + left.get(group).length, group: group.id }));
    for (const rest of rests) groups.find((group) => group.id === rest.group).things.push(rest.id);
    return rests;
  };

  // push apart what overlaps, names included; the focus stays where it is
  const spread = (cy, box) => {
    const around = cy.nodes().map((node) => {
      const at = node.position(), edge = node.boundingBox({ includeLabels: true, includeOverlays: false });
      return { node, x: at.x, y: at.y, left: at.x - edge.x1, right: edge.x2 - at.x, up: at.y - edge.y1, down: edge.y2 - at.y, fixed: node.data("focus") };
    });
    const clamp = (value, least, most) => Math.min(Math.max(value, least), Math.max(most, least));
    for (let turn = 0; turn < 120; turn++) {
      let moved = false;
      for (let i = 0; i < around.length; i++) for (let j = i + 1; j < around.length; j++) {
        const a = around[i], b = around[j];
        const dx = Math.min(a.x + a.right - b.x + b.left, b.x + b.right - a.x + a.left) + 3;
        const dy = Math.min(a.y + a.down - b.y + b.up, b.y + b.down - a.y + a.up) + 1;
        if (dx <= 0 || dy <= 0) continue;
        moved = true;
        const axis = dx < dy ? "x" : "y", step = Math.min(dx, dy) / 2, sign = a[axis] < b[axis] || (a[axis] === b[axis] && i < j) ? 1 : -1;
        if (!a.fixed) a[axis] -= sign * step * (b.fixed ? 2 : 1);
        if (!b.fixed) b[axis] += sign * step * (a.fixed ? 2 : 1);
        for (const one of [a, b]) if (!one.fixed) {
          one.x = clamp(one.x, one.left + 2, box.clientWidth - one.right - 2);
          one.y = clamp(one.y, one.up + 2, box.clientHeight - one.down - 2);
        }
      }
      if (!moved) break;
    }
    for (const { node, x, y } of around) node.position({ x, y });
  };

  // the focus in the middle, what it leads to around it on an oval, each relation on the way to its things
  const around = (data, groups, box) => {
    const focus = data.nodes.find((node) => node.focus).id, seen = new Set([focus]), order = [];
    for (const group of groups) {
      const own = group.things.filter((thing) => !seen.has(thing));
      own.forEach((thing) => seen.add(thing));
      if (own.length) order.push(...own, null);
    }
    const turn = new Map(), step = 2 * Math.PI / Math.max(order.length, 1), rings = order.length > 9 ? [1, box.clientWidth < 420 ? .8 : .68] : [1];
    const at = (angle, share) => ({
      x: box.clientWidth / 2 + Math.sin(angle) * share * (box.clientWidth / 2 - 68),
      y: box.clientHeight / 2 - 12 - Math.cos(angle) * share * (box.clientHeight / 2 - 42),
    });
    const places = new Map([[focus, at(0, 0)]]);
    order.forEach((thing, i) => {
      if (thing === null) return;
      turn.set(thing, i * step);
      places.set(thing, at(i * step, rings[turn.size % rings.length]));
    });
    for (const group of groups) {
      const angles = group.things.map((thing) => turn.get(thing) ?? 0);
      const x = angles.reduce((sum, a) => sum + Math.sin(a), 0), y = angles.reduce((sum, a) => sum + Math.cos(a), 0);
      places.set(group.id, at(Math.atan2(x, y), rings.length > 1 && box.clientWidth >= 420 ? .36 : .48));
    }
    return (node) => places.get(node.id());
  };
  const draw = async (box) => {
    const narrow = box.clientWidth < 600 && !/depth=[23]/.test(box.dataset.src);
    // fewer things where there is little room; the list in words has all
    const answer = await fetch(narrow ? box.dataset.src.replace(/&most=\d+|$/, "&most=11") : box.dataset.src);
    if (!answer.ok) return;
    const data = await answer.json();
    const wait = new Promise((go) => setTimeout(go, 1200));
    await Promise.race([document.fonts.load("13px 'Noto Sans KR Variable'", data.nodes.map((node) => node.label).join("")), wait]);
    const deep = /depth=[23]/.test(box.dataset.src);
    // a finger that scrolls a small page shall not be caught by what fits anyway
    const explore = box.classList.contains("explore") && !narrow;
    const simple = gathered(data, narrow ? 11 : Math.max(11, Math.floor(box.clientWidth * box.clientHeight / 18000)));
    const elements = deep
      ? { nodes: data.nodes.map((node) => ({ data: node })), edges: data.links.map((link) => ({ data: link })) }
      : { nodes: simple.nodes, edges: simple.edges };
    const layout = deep
      ? { name: "fcose", animate: false, randomize: true, quality: "proof", nodeDimensionsIncludeLabels: true, padding: 22, nodeRepulsion: 14000, idealEdgeLength: 90, packComponents: false }
      : { name: "preset", fit: false, positions: around(data, simple.groups, box) };
    if (deep) sheet.push({ selector: "node", style: { "font-size": 17, "text-max-width": 140, width: 24, height: 24 } }, { selector: "node[?focus]", style: { "font-size": 22, width: 44, height: 44 } });
    const cy = cytoscape({ container: box, elements, layout, style: sheet, minZoom: .15, maxZoom: 2.5, userZoomingEnabled: explore, userPanningEnabled: explore, autoungrabify: !explore });
    if (!deep) spread(cy, box);
    cy.on("tap", "node[!gather]", (event) => { location.href = event.target.data(box.classList.contains("explore") ? "graph" : "page"); });
    cy.on("mouseover", "node", (event) => {
      box.style.cursor = event.target.data("gather") ? "" : "pointer";
      const near = event.target.closedNeighborhood();
      cy.elements().not(near).addClass("far");
      near.edges("[!plain]").addClass("near");
    });
    cy.on("mouseout", "node", () => { box.style.cursor = ""; cy.elements().removeClass("far near"); });
    box.cy = cy;
    box.dataset.drawn = String(data.nodes.length);
    legend(data);
  };
  const legend = (data) => {
    const list = document.querySelector(".legend");
    if (!list) return;
    const here = new Set(data.nodes.map((node) => node.kind));
    for (const item of list.children) {
      if (!item.dataset.kind) continue;
      item.hidden = !here.has(item.dataset.kind);
      item.style.setProperty("--kind", kindColour(item.dataset.kind));
    }
    list.hidden = false;
  };
  document.querySelectorAll(".drawing").forEach((box) => { draw(box); });
})();
