import * as Plot from "@observablehq/plot";
import { INK, LINE } from "./svg";

/** Pixels from the top of a row to the middle of its words, to the middle of its bar, and to the next row. */
export const ROW = { text: 12, bar: 34, height: 60 };

/** Words above a bar: what the row is at the left, its figure at the right. */
export function rowWords(top: number, left: string, right: string): Plot.Markish[] {
  const common = { y: top + ROW.text, fill: INK, fontSize: 15 };
  return [
    Plot.text([left], { ...common, text: [left], frameAnchor: "left", textAnchor: "start", fontWeight: 600 }),
    Plot.text([right], {
      ...common,
      text: [right],
      frameAnchor: "right",
      textAnchor: "end",
      fontVariant: "tabular-nums",
    }),
  ];
}

/** The scale behind the bar of a row. It stops short of the words, which would be harder to read across it. */
export function scale(top: number, ticks: readonly number[]): Plot.Markish[] {
  const middle = top + ROW.bar;
  return [
    Plot.ruleX(ticks, { y1: middle - 12, y2: middle + 12, stroke: LINE }),
    Plot.ruleY([middle], { x1: ticks[0], x2: ticks.at(-1), stroke: LINE }),
  ];
}

/** A bar of the row along the axis, `half` of its height above the middle. */
export function bar(top: number, from: number, to: number, half: number, look: Plot.RectOptions): Plot.Markish {
  return Plot.rect([null], { x1: [from], x2: [to], y1: [top + ROW.bar - half], y2: [top + ROW.bar + half], ...look });
}
