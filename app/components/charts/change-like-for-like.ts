import * as Plot from "@observablehq/plot";
import { formatYear, type ReportingYear } from "../../domain/calendar/reporting-year";
import type { Interval } from "../../domain/count/count";
import { figureInWords } from "../../domain/count/in-words";
import { figureOrRange } from "../../domain/statistics/in-words";
import { type ChartWords, draw } from "./draw";
import { bar, ROW, rowWords, scale } from "./row";
import { INK, PLUM, PLUM_HAZE, SOFT_INK, type Svg } from "./svg";

/** The same trusts in two years that follow each other, and what they counted together in each. */
export interface PairOfYears {
  from: ReportingYear;
  to: ReportingYear;
  /** How many trusts have figures in both. */
  trusts: number;
  before: Interval;
  after: Interval;
}

const HEADING = 28;
const GAP = 22;
const PAIR = HEADING + ROW.height * 2 + GAP;
/** A figure that is known exactly is a bar with no width: this much is drawn of it, in pixels to either side. */
const EXACT = 1.5;

/** Counts of the same trusts, year on year: each a bar from nought to the least it can be, and on to the most. */
export function changeLikeForLike(words: ChartWords, pairs: readonly PairOfYears[]): Svg {
  const counts = pairs.flatMap(({ before, after }) => [before, after]);
  const ticks = wholeTicks(Math.max(4, ...counts.map(({ lo, hi }) => hi ?? lo * 1.15)));
  const height = Math.max(0, pairs.length * PAIR - GAP);
  return draw(words, {
    description: pairs.map(inWords).join(" "),
    height,
    x: { ticks, format: figureInWords },
    marks: pairs.map((pair, place) => drawnPair(pair, place * PAIR, ticks)),
    legend: counts.some(({ lo, hi }) => lo !== hi) ? [LEAST, MOST] : [LEAST],
  });
}

function drawnPair(
  { from, to, trusts, before, after }: PairOfYears,
  top: number,
  ticks: readonly number[],
): Plot.Markish[] {
  const words = `The same ${trusts} trusts, ${formatYear(from)} and ${formatYear(to)}`;
  const style = { frameAnchor: "left", textAnchor: "start", fontSize: 14, fill: SOFT_INK } as const;
  return [
    Plot.text([words], { text: [words], y: top + ROW.text, ...style }),
    drawnYear(from, before, top + HEADING, ticks),
    drawnYear(to, after, top + HEADING + ROW.height, ticks),
  ];
}

function drawnYear(year: ReportingYear, count: Interval, top: number, ticks: readonly number[]): Plot.Markish[] {
  const { lo, hi } = count;
  const end = ticks.at(-1) ?? lo;
  return [
    scale(top, ticks),
    rowWords(top, formatYear(year), figureOrRange(count)),
    bar(top, 0, lo, 6, { fill: PLUM_HAZE }),
    bar(top, lo, hi ?? end, 8, { fill: PLUM, insetLeft: -EXACT, insetRight: -EXACT }),
    hi === null ? openEnd(top, end) : null,
  ];
}

/** Says that a bar goes on past the axis. */
function openEnd(top: number, end: number): Plot.Markish {
  return Plot.text(["→"], { text: ["→"], x: [end], y: top + ROW.bar, dx: 8, fill: INK, fontSize: 15 });
}

/** From nought past the most, in at most five equal steps of 1, 2 or 5 and noughts: 1,161 gives 0, 500, 1,000, 1,500. */
function wholeTicks(most: number): number[] {
  const tens = 10 ** Math.floor(Math.log10(most / 3));
  const step = [1, 2, 5, 10].map((times) => times * tens).find((size) => size * 5 >= most) ?? most;
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, place) => place * step);
}

const LEAST = {
  sample: `<rect x="-11" y="-5" width="20" height="10" fill="${PLUM_HAZE}"/><rect x="8" y="-7" width="3" height="14" fill="${PLUM}"/>`,
  words: "Children referred",
};
const MOST = {
  sample: `<rect x="-11" y="-5" width="10" height="10" fill="${PLUM_HAZE}"/><rect x="-1" y="-7" width="12" height="14" fill="${PLUM}"/>`,
  words: "Where trusts gave ranges, or small counts are hidden, the total lies in the dark part",
};

function inWords({ from, to, trusts, before, after }: PairOfYears): string {
  return `The same ${trusts} trusts: ${figureOrRange(before)} in ${formatYear(from)}, ${figureOrRange(after)} in ${formatYear(to)}.`;
}
