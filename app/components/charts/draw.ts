import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import { type LegendEntry, legend } from "./legend";
import { EDGE, FONT, INK, PAPER, SOFT_INK, type Svg, WIDTH } from "./svg";
import { type Block, escaped, NOTHING, stack, textBlock } from "./text-block";

/** The words around a drawing. */
export interface ChartWords {
  /** Unique on the page: the drawing is named and described by elements whose ids start with it. */
  id: string;
  /** What the chart shows, in a few words. */
  title: string;
  /**
   * Where the figures are from and of what day. Given for a drawing that is taken away, which must carry its title and
   * source inside; on a page the caption beside it says both.
   */
  source?: string;
}

export interface Drawing {
  /** What can be read from it, in sentences, for those who do not see it. */
  description: string;
  /** Pixels from the top to the axis. Marks place themselves by pixels from the top; `x` is the one scale. */
  height: number;
  x: { ticks: readonly number[]; format: (tick: number) => string };
  marks: Plot.Markish[];
  legend: readonly LegendEntry[];
}

const TITLE = { size: 18, line: 24, weight: 650, fill: INK, characters: 36 };
const SOURCE = { size: 12, line: 17, weight: 400, fill: SOFT_INK, characters: 54 };
const AXIS = 22;
const AXIS_TEXT = 12;
const GAP = 16;

/**
 * Draws markup that needs no stylesheet and no script. Plot's own `<style>` is left out, since the content security
 * policy refuses it: what it says is in `styles/_figures.scss`.
 */
export function draw({ id, title, source }: ChartWords, { description, ...drawing }: Drawing): Svg {
  const all = stack(
    [
      source ? textBlock(title, TITLE) : NOTHING,
      plotted(drawing),
      legend(drawing.legend),
      source ? textBlock(source, SOURCE) : NOTHING,
    ],
    GAP,
  );
  // On a page the drawing lines up with the words around it; by itself it needs a margin.
  const margin = source ? GAP : 0;
  const [width, height] = [WIDTH + margin * 2, all.height + margin * 2];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`,
    ` role="img" aria-labelledby="${id}-title ${id}-description" font-family="${FONT}" fill="${INK}">`,
    `<title id="${id}-title">${escaped(title)}</title><desc id="${id}-description">${escaped(description)}</desc>`,
    source ? `<rect width="${width}" height="${height}" fill="${PAPER}"/>` : "",
    `<g transform="translate(${margin},${margin})">${all.markup}</g>`,
    "</svg>",
  ].join("") as Svg;
}

function plotted({ height, x, marks }: Omit<Drawing, "description">): Block {
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  const plot = Plot.plot({
    document,
    width: WIDTH,
    height: height + AXIS,
    marginTop: 0,
    marginBottom: AXIS,
    marginLeft: EDGE,
    marginRight: EDGE,
    x: { domain: [x.ticks[0], x.ticks.at(-1)], axis: null },
    y: { type: "identity", axis: null },
    marks: [axis(x, height + AXIS_TEXT), marks],
  });
  plot.querySelector("style")?.remove();
  // The drawing is read as one picture with a name; the names Plot gives its layers ("rule", "text") would be noise.
  for (const layer of plot.querySelectorAll("[aria-label]")) layer.removeAttribute("aria-label");
  const tidy = plot.innerHTML.replace(/-?\d+\.\d{3,}/g, (long) => String(Math.round(Number(long) * 100) / 100));
  return { markup: `<g text-anchor="middle">${tidy}</g>`, height: height + AXIS };
}

/** The numbers of the axis. The first and the last stand within it, so that they line up with the words above. */
function axis({ ticks, format }: Drawing["x"], y: number): Plot.Markish[] {
  const numbers = (some: readonly number[], textAnchor: "start" | "middle" | "end") =>
    Plot.text(some, { x: some, text: some.map(format), y, textAnchor, fill: SOFT_INK, fontSize: 13 });
  return [numbers(ticks.slice(0, 1), "start"), numbers(ticks.slice(1, -1), "middle"), numbers(ticks.slice(-1), "end")];
}
