// Draws every figure[data-chart-url] from the JSON at that address. Loaded with defer, only by pages with a chart;
// the figure's own table says the same without it.
import bar from "plotly.js/lib/bar";
import Plotly from "plotly.js/lib/core";
import dutch from "plotly.js/lib/locales/nl";
import belgian from "plotly.js/lib/locales/nl-be";
import scatterpolar from "plotly.js/lib/scatterpolar";

import { inked } from "./scripts/ink.js";

Plotly.register([bar, scatterpolar, dutch, belgian]);

const CONFIG = {
  locale: "nl-BE",
  responsive: true,
  displayModeBar: false,
  displaylogo: false,
  scrollZoom: false,
  doubleClick: false,
  showTips: false,
};

const LAYOUT = {
  autosize: true,
  dragmode: false,
  hovermode: "closest",
  separators: ",.",
  paper_bgcolor: "transparent",
  plot_bgcolor: "transparent",
  margin: { t: 24, r: 16, b: 40, l: 40 },
};

const NOT_LOADED = "De tekening kon niet laden. De tabel zegt hetzelfde.";

const drawn = new Map();

function layoutOf(chart, layout = {}) {
  const { fontFamily, color } = getComputedStyle(chart);
  return { ...LAYOUT, ...layout, font: { family: fontFamily, size: 14, color, ...layout.font } };
}

function draw(chart, { data, layout }) {
  return Plotly.react(chart, inked(data, chart), inked(layoutOf(chart, layout), chart), CONFIG);
}

function place(figure) {
  const chart = figure.querySelector(".chart") ?? figure.insertBefore(document.createElement("div"), figure.firstChild);
  chart.className = "chart";
  chart.setAttribute("aria-hidden", "true");
  return chart;
}

function followLinks(chart) {
  chart.on("plotly_click", ({ points: [point] }) => {
    if (String(point.customdata).startsWith("/")) location.assign(point.customdata);
  });
}

function frameAt(picture, index) {
  const frame = picture.frames[index];
  return { data: frame.data, layout: { ...picture.layout, ...frame.layout } };
}

function followSlider(figure, chart, picture) {
  const slider = figure.querySelector("[data-frames]");
  if (!slider || !picture.frames) return;

  const label = figure.querySelector("[data-frame-label]");
  slider.min = 0;
  slider.max = picture.frames.length - 1;
  slider.step = 1;
  slider.value = slider.max;

  const show = () => {
    const index = Number(slider.value);
    slider.setAttribute("aria-valuetext", picture.frames[index].label);
    if (label) label.textContent = picture.frames[index].label;
    const shown = frameAt(picture, index);
    drawn.set(figure, () => draw(chart, shown));
    return draw(chart, shown);
  };
  slider.addEventListener("input", show);
  show();
}

async function start(figure) {
  drawn.set(figure, () => {});
  const chart = place(figure);
  try {
    const answer = await fetch(figure.dataset.chartUrl, { headers: { Accept: "application/json" } });
    if (!answer.ok || answer.redirected) throw new Error(answer.status);
    const picture = await answer.json();
    const first = picture.frames ? frameAt(picture, picture.frames.length - 1) : picture;
    drawn.set(figure, () => draw(chart, first));
    await draw(chart, first);
    followLinks(chart);
    followSlider(figure, chart, picture);
  } catch {
    chart.removeAttribute("aria-hidden");
    chart.setAttribute("role", "status");
    chart.textContent = NOT_LOADED;
  }
}

function startAll() {
  for (const figure of drawn.keys()) if (!figure.isConnected) drawn.delete(figure);
  for (const figure of document.querySelectorAll("[data-chart-url]")) if (!drawn.has(figure)) start(figure);
}

startAll();
document.addEventListener("htmx:afterSettle", startAll);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => drawn.forEach((redraw) => redraw()));
