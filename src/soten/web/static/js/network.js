// Draws the ties of the table; nothing moves unless somebody moves it. Without script the table is all.
"use strict";
(() => {
  const box = document.getElementById("network");
  const rows = [...document.querySelectorAll("#ties tbody tr")];
  if (!box || !rows.length || typeof cytoscape === "undefined") return;

  const shapes = ["ellipse", "rectangle", "round-tag", "diamond", "octagon"];
  const nodes = new Map();
  const edges = [];
  const node = (id, cell) => {
    if (nodes.has(id)) return;
    const sign = cell.querySelector(".sign");
    nodes.set(id, {
      data: { id, name: cell.dataset.name, letter: sign ? sign.textContent : "", shape: shapes[cell.dataset.shape % 5],
        hue: sign ? getComputedStyle(sign).color : "gray" },
    });
  };
  for (const [at, row] of rows.entries()) {
    const { one, other } = row.dataset;
    node(one, row.cells[0]);
    node(other, row.cells[1]);
    const add = (kind, source, target, count) => {
      if (count > 0) edges.push({ data: { id: `${kind}${at}`, source, target, kind, width: 1 + Math.min(7, Math.log2(count + 1) * 1.4) } });
    };
    add("met", one, other, Number(row.dataset.met));
    add("said", one, other, Number(row.dataset.said));
    add("answered", other, one, Number(row.dataset.answered));
  }

  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const style = () => [
    { selector: "node", style: {
      shape: "data(shape)", width: 26, height: 26, "background-color": colour("--sheet"), "border-width": 3,
      "border-color": "data(hue)", label: "data(name)", color: colour("--ink"), "font-size": 12, "text-valign": "bottom",
      "text-margin-y": 4, "text-background-color": colour("--sheet"), "text-background-opacity": 0.8,
      "font-family": getComputedStyle(document.body).fontFamily,
    } },
    { selector: "edge", style: { width: "data(width)", "line-color": colour("--rule-2"), "curve-style": "bezier", opacity: 0.75 } },
    { selector: "edge[kind != 'met']", style: {
      "line-style": "dashed", "target-arrow-shape": "triangle", "target-arrow-color": colour("--rule-2"),
    } },
    { selector: ".lit", style: { "line-color": colour("--accent"), "target-arrow-color": colour("--accent"), opacity: 1 } },
    { selector: ".dim", style: { opacity: 0.15 } },
  ];
  const drawing = cytoscape({
    container: box, elements: [...nodes.values(), ...edges], style: style(), userZoomingEnabled: false, maxZoom: 2,
    layout: { name: "cose", animate: false, randomize: false, nestingFactor: 1, componentSpacing: 60, nodeRepulsion: () => 90000, idealEdgeLength: () => 90, padding: 24 },
  });

  const fit = () => {
    drawing.resize();
    drawing.fit(undefined, 28);
    drawing.nodes().style("font-size", Math.min(28, 12 / drawing.zoom()));
  };
  fit();
  window.addEventListener("load", fit);
  window.addEventListener("resize", fit);

  const light = (id) => {
    drawing.elements().removeClass("lit dim");
    for (const row of rows) row.classList.toggle("lit", id !== null && [row.dataset.one, row.dataset.other].includes(id));
    if (id === null) return;
    const near = drawing.getElementById(id).closedNeighborhood();
    drawing.elements().not(near).addClass("dim");
    near.edges().addClass("lit");
  };
  drawing.on("tap", "node", (event) => light(event.target.id()));
  drawing.on("tap", (event) => { if (event.target === drawing) light(null); });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") light(null); });
  for (const select of document.querySelectorAll(".theme select")) {
    select.addEventListener("change", () => drawing.style(style()));
  }
  box.dataset.drawn = String(nodes.size);
})();
