import { BarChart, LineChart } from "echarts/charts";
import { GridComponent, LegendComponent, TitleComponent } from "echarts/components";
import { type EChartsCoreOption, init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import type { Reference, Row, Unit } from "../results.js";
import { formatFigure } from "./format.js";
import type { Results } from "./results.js";

use([BarChart, LineChart, GridComponent, LegendComponent, TitleComponent, SVGRenderer]);

/** Colours that are told apart on white and on black; text and lines change with the reader's theme. */
const OFFICIAL = "#8b949e";
const OURS = "#1f883d";
const REFERENCE = "#bf8700";
const TEXT = { light: "#1f2328", dark: "#e6edf3" };
const LINE = { light: "#d1d9e0", dark: "#3d444d" };

const WIDTH = 760;
const text = { color: TEXT.light, fontFamily: "Helvetica, Arial, sans-serif", fontSize: 13 };

/** The charts of the results that are there, by file name. */
export const renderCharts = ({ rows, references, series }: Results): Map<string, string> => {
  const charts = new Map<string, string>();
  const add = (name: string, svg: string | undefined): void => {
    if (svg !== undefined) charts.set(name, svg);
  };
  const ofSection = (section: string, prefix = ""): Row[] =>
    rows.filter((row) => row.section === section && row.id.startsWith(prefix));

  add(
    "bundle-size",
    absoluteBars(
      "Bundle for browsers, gzip",
      ofSection("sizes", "browser-"),
      (title) => title.split(", ")[1] ?? title,
    ),
  );
  add(
    "cold-start",
    absoluteBars(
      "Import, construct and first call, above bare Node",
      ofSection("cold-start"),
      (title) => title.split(": ")[1] ?? title,
    ),
  );
  add(
    "throughput",
    relativeBars(
      [
        ...ofSection("throughput").filter(({ id }) => !id.endsWith("-stream")),
        ...ofSection("http"),
      ],
      references,
    ),
  );
  const heap = series.find(({ id }) => id === "heap");
  if (heap) {
    const points = (bytes: readonly number[]): number[][] =>
      bytes.map((value, index) => [heap.calls[index] ?? 0, value / 2 ** 20]);
    add(
      "heap",
      render(280, {
        ...frame("Heap in use after garbage collection, MiB, by number of calls"),
        xAxis: { type: "value", axisLabel: text, splitLine: { show: false }, axisLine: line },
        yAxis: { type: "value", axisLabel: text, splitLine: line, min: 0 },
        series: [
          { name: "official runtime", type: "line", data: points(heap.official), color: OFFICIAL },
          { name: "this SDK", type: "line", data: points(heap.ours), color: OURS },
        ],
      }),
    );
  }
  return charts;
};

const line = { lineStyle: { color: LINE.light } };

const frame = (title: string, left = 48): EChartsCoreOption => ({
  animation: false,
  textStyle: text,
  title: { text: title, left: 12, top: 8, textStyle: { ...text, fontSize: 15, fontWeight: 600 } },
  legend: { left: 8, top: 34, textStyle: text, itemWidth: 14, itemHeight: 10, itemGap: 32 },
  // Wide enough for any font that the reader has: nothing is measured while this is drawn.
  grid: { left, right: 96, top: 66, bottom: 30, outerBoundsMode: "none" },
});

/** Both contestants' figures, a pair of bars for each row. Less is better. */
const absoluteBars = (
  title: string,
  rows: readonly Row[],
  label: (title: string) => string,
): string | undefined => {
  const unit = rows[0]?.unit;
  if (unit === undefined) return undefined;
  const labels = rows.map((row) => label(row.title));
  const bars = (name: string, color: string, figure: (row: Row) => number | undefined): object => ({
    name,
    type: "bar",
    color,
    data: rows.map((row) => figure(row) ?? 0),
    barMaxWidth: 18,
    label: {
      ...text,
      show: true,
      position: "right",
      formatter: ({ value }: { value: number }) => formatFigure(value, unit),
    },
  });
  return render(90 + rows.length * 52, {
    ...frame(`${title} (less is better)`, widthOf(labels)),
    ...barAxes(labels, unit),
    series: [
      bars("official runtime", OFFICIAL, ({ official }) => official?.value),
      bars("this SDK", OURS, ({ ours }) => ours?.value),
    ],
  });
};

/** Speeds as multiples of the official runtime's. */
const relativeBars = (
  rows: readonly Row[],
  references: readonly Reference[],
): string | undefined => {
  if (rows.length === 0) return undefined;
  const labels = rows.map(({ title }) => title.replace("loopback ", "").replace(", ", ",\n"));
  const bare = rows.map(({ id, official }) => {
    const reference = references.find((other) => other.id === `${id}-bare`);
    return reference && official ? reference.figure.value / official.value : null;
  });
  const bars = (name: string, color: string, data: readonly (number | null)[]): object => ({
    name,
    type: "bar",
    color,
    data,
    barMaxWidth: 16,
    label: {
      ...text,
      show: true,
      position: "right",
      formatter: ({ value }: { value: number | null }) => (value ? `${value.toFixed(1)} ×` : ""),
    },
  });
  return render(90 + rows.length * 68, {
    ...frame(
      "Calls a second, as multiples of the official runtime (more is better)",
      widthOf(labels),
    ),
    ...barAxes(labels),
    series: [
      bars(
        "official runtime",
        OFFICIAL,
        rows.map(() => 1),
      ),
      bars(
        "this SDK",
        OURS,
        rows.map(({ ratio }) => ratio?.value ?? null),
      ),
      bars("sign, send and JSON.parse alone", REFERENCE, bare),
    ],
  });
};

/** Room for the longest line of the labels. */
const widthOf = (labels: readonly string[]): number =>
  28 + 7.5 * Math.max(...labels.flatMap((label) => label.split("\n")).map(({ length }) => length));

const barAxes = (labels: readonly string[], unit?: Unit): EChartsCoreOption => ({
  xAxis: {
    type: "value",
    splitLine: line,
    axisLabel: {
      ...text,
      hideOverlap: true,
      formatter: (value: number) => (unit ? formatFigure(value, unit) : `${value} ×`),
    },
  },
  yAxis: {
    type: "category",
    inverse: true,
    data: labels,
    axisLabel: text,
    axisLine: line,
    axisTick: { show: false },
  },
});

const render = (height: number, option: EChartsCoreOption): string => {
  const chart = init(null, null, { renderer: "svg", ssr: true, width: WIDTH, height });
  chart.setOption(option);
  const svg = chart.renderToSVGString();
  chart.dispose();
  return withDarkTheme(svg);
};

/** Images in a README follow the reader's theme by a media query of their own. */
const withDarkTheme = (svg: string): string => {
  const rules = [TEXT, LINE].map(
    ({ light, dark }) => `[fill="${light}"]{fill:${dark}}[stroke="${light}"]{stroke:${dark}}`,
  );
  const style = `<style>@media (prefers-color-scheme: dark){${rules.join("")}}</style>`;
  return `${svg.replace(/(<svg[^>]*>)/, `$1${style}`)}\n`;
};
