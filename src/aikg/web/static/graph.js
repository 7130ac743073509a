// Draw the relations around a thing with cytoscape; a click on a node goes to its page.
"use strict";
(() => {
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(name).trim();
  const kinds = {
    org: "#0b6e5f", person: "#a3263a", product: "#0b57b0", programme: "#8a4b00", law: "#4a3fb5", provision: "#4a3fb5",
    work: "#5b6675", topic: "#7a6a00", technology: "#7a6a00", place: "#6b4f9a", event: "#b0480b", group: "#5b8a83",
  };
  const sheet = [
    { selector: "node", style: {
      label: "data(label)", "background-color": (node) => kinds[node.data("kind")] || "#5b6675", color: colour("--ink"),
      "font-family": "Noto Sans KR Variable, sans-serif", "font-size": 11, "text-wrap": "wrap", "text-max-width": 110,
      "text-valign": "bottom", "text-margin-y": 4, width: 18, height: 18,
      "text-outline-color": colour("--soft"), "text-outline-width": 2 } },
    { selector: "node[?focus]", style: { width: 30, height: 30, "font-weight": "bold", "font-size": 13 } },
    { selector: "edge", style: {
      label: "data(label)", "font-family": "Noto Sans KR Variable, sans-serif", "font-size": 9, color: colour("--quiet"),
      "curve-style": "bezier", width: 1.2, "line-color": colour("--line"), "target-arrow-shape": "triangle",
      "target-arrow-color": colour("--line"), "text-rotation": "autorotate",
      "text-outline-color": colour("--soft"), "text-outline-width": 2 } },
  ];
  const draw = async (box) => {
    const address = "/graph.json?focus=" + encodeURIComponent(box.dataset.focus) + "&depth=" + (box.dataset.depth || 1);
    const answer = await fetch(address);
    if (!answer.ok) return;
    const data = await answer.json();
    await Promise.race([document.fonts.load("13px 'Noto Sans KR Variable'", "가A"), new Promise((go) => setTimeout(go, 1500))]);
    const elements = [
      ...data.nodes.map((node) => ({ data: node })),
      ...data.links.map((link, i) => ({ data: { ...link, id: "l" + i } })),
    ];
    const cy = cytoscape({
      container: box, elements, style: sheet, minZoom: 0.2, maxZoom: 3,
      layout: { name: "fcose", animate: false, randomize: true, quality: "proof", nodeDimensionsIncludeLabels: true, nodeRepulsion: 9000, idealEdgeLength: 90, packComponents: false, padding: 16 },
    });
    cy.on("tap", "node", (event) => { location.href = event.target.data("page"); });
    cy.on("mouseover", "node", () => { box.style.cursor = "pointer"; });
    cy.on("mouseout", "node", () => { box.style.cursor = ""; });
    box.dataset.drawn = String(data.nodes.length);
    const list = document.querySelector(".graph-list");
    if (list) {
      const names = new Map(data.nodes.map((node) => [node.id, node.label]));
      list.replaceChildren(...data.links.map((link) => {
        const item = document.createElement("li");
        item.textContent = names.get(link.source) + " — " + link.label + " → " + names.get(link.target);
        return item;
      }));
    }
  };
  document.querySelectorAll(".drawing").forEach((box) => { draw(box); });
})();
