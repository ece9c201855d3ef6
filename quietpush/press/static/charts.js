/* Draws each chart when it comes into view, in the colors of the page's mode. One bundle, loaded once, from this folder. */
(function () {
  "use strict";
  const here = document.currentScript.src.replace(/_static\/charts\.js.*$/, "");
  const palette = window.quietpushPalette;
  const CONFIG = { responsive: true, displayModeBar: false, scrollZoom: false, doubleClick: false };
  const KEY_GAP = 6;
  const drawing = new WeakMap();
  let bundle = null;
  window.PlotlyConfig = { MathJaxConfig: "local" };

  function plotly() {
    bundle = bundle || new Promise(function (resolve, reject) {
      const script = document.createElement("script");
      script.src = here + "charts/plotly-cartesian.min.js";
      script.onload = function () { resolve(window.Plotly); };
      script.onerror = function () { reject(new Error("the chart bundle is missing beside this page: charts/plotly-cartesian.min.js")); };
      document.head.appendChild(script);
    });
    return bundle;
  }

  function mode() {
    if (window.matchMedia("print").matches) return "print";
    return document.documentElement.dataset.theme === "dark" ? "dark" : "light";
  }

  function spec(box, colors) {
    const text = box.querySelector("script").textContent;
    return JSON.parse(text.replace(/qp:([a-z_]+)/g, function (_, name) { return colors[name]; }));
  }

  function draw(box, inMode) {
    box.dataset.asked = "1";
    /* One drawing at a time in a box: two at once would measure each other's key. */
    const before = drawing.get(box) || Promise.resolve();
    const now = before.then(plotly).then(function (Plotly) {
      const chart = spec(box, palette[inMode || mode()]);
      let stage = box.querySelector(".qp-stage");
      if (!stage) {
        stage = document.createElement("div");
        stage.className = "qp-stage";
        box.appendChild(stage);
      }
      return Plotly.react(stage, chart.data, chart.layout, CONFIG)
        .then(function () { return tighten(Plotly, stage, chart.layout, box); })
        .then(function () { box.dataset.drawn = "1"; });
    }).catch(function (fault) {
      box.dataset.failed = "1";
      box.insertAdjacentText("beforeend", "This chart could not be drawn (" + fault.message + "). Its numbers stand in the table below.");
    });
    drawing.set(box, now);
    return now;
  }

  /* Figures leave room for a key of one entry a line; where the screen is wide the room that is left over goes. */
  function tighten(Plotly, stage, layout, box) {
    const key = stage.querySelector(".legend .bg");
    if (!key || !layout.legend || layout.legend.yref !== "container" || layout.yaxis.scaleanchor) return null;
    if (layout.legend.y * layout.height > layout.margin.b) return null;
    const need = key.getBBox().height;
    const spare = Math.floor(layout.legend.y * layout.height - KEY_GAP - need);
    if (spare <= 0) return null;
    const height = layout.height - spare;
    box.style.minHeight = height + "px";
    return Plotly.relayout(stage, { height: height, "margin.b": layout.margin.b - spare, "legend.y": (need + KEY_GAP) / height });
  }

  function drawn() { return Array.from(document.querySelectorAll(".qp-chart[data-asked]")); }

  document.addEventListener("DOMContentLoaded", function () {
    const boxes = Array.from(document.querySelectorAll(".qp-chart"));
    const seen = new IntersectionObserver(function (entries) {
      entries.filter(function (entry) { return entry.isIntersecting; }).forEach(function (entry) {
        seen.unobserve(entry.target);
        draw(entry.target);
      });
    }, { rootMargin: "400px" });
    boxes.forEach(function (box) { seen.observe(box); });
    new MutationObserver(function () { drawn().forEach(function (box) { draw(box); }); })
      .observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
    window.quietpushDrawAll = function (inMode) { return Promise.all(boxes.map(function (box) { return draw(box, inMode); })); };
    let waiting = 0;
    window.addEventListener("resize", function () {
      window.clearTimeout(waiting);
      waiting = window.setTimeout(function () { drawn().forEach(function (box) { draw(box); }); }, 200);
    });
    window.addEventListener("beforeprint", function () { window.quietpushDrawAll("print"); });
    window.addEventListener("afterprint", function () { drawn().forEach(function (box) { draw(box); }); });
  });
})();
