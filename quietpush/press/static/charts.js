/* Draws each chart when it comes into view, in the colors of the page's mode. One bundle, loaded once, from this folder. */
(function () {
  "use strict";
  const here = document.currentScript.src.replace(/_static\/charts\.js.*$/, "");
  const palette = window.quietpushPalette;
  const CONFIG = { responsive: true, displayModeBar: false, scrollZoom: false, doubleClick: false };
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
    return plotly().then(function (Plotly) {
      const chart = spec(box, palette[inMode || mode()]);
      let stage = box.querySelector(".qp-stage");
      if (!stage) {
        stage = document.createElement("div");
        stage.className = "qp-stage";
        box.appendChild(stage);
      }
      return Plotly.react(stage, chart.data, chart.layout, CONFIG).then(function () { box.dataset.drawn = "1"; });
    }).catch(function (fault) {
      box.dataset.failed = "1";
      box.insertAdjacentText("beforeend", "This chart could not be drawn (" + fault.message + "). Its numbers stand in the table below.");
    });
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
    window.addEventListener("beforeprint", function () { window.quietpushDrawAll("print"); });
    window.addEventListener("afterprint", function () { drawn().forEach(function (box) { draw(box); }); });
  });
})();
