import * as Plot from "@observablehq/plot";
import { formatYear, type ReportingYear } from "../../domain/calendar/reporting-year";
import { outOf, percent } from "../../domain/statistics/in-words";
import { type ChartWords, draw } from "./draw";
import { bar, ROW, rowWords, scale } from "./row";
import { AMBER, PAPER, PLUM, PLUM_HAZE, SOFT_INK, type Svg } from "./svg";

/** The trusts of one year that take children of an age. `low` and `high` are shares, 0 to 1, of those in scope. */
export interface YearShare {
  year: ReportingYear;
  yes: number;
  /** Trusts whose answer is known. */
  known: number;
  inScope: number;
  low: number;
  high: number;
}

/** A share that someone published, in a unit of its own: drawn apart, in another shape, and joined to nothing. */
export interface PublishedShare {
  year: string;
  /** 0 to 1. */
  value: number;
  /** The share and its unit, as in "58% of areas (CCGs)". */
  label: string;
  /** Who published it, and where, in at most 55 characters. */
  source: string;
}

const TICKS = [0, 0.25, 0.5, 0.75, 1];
const SOURCE_LINE = 20;

/**
 * The share of trusts for each year: a point, within a bar from the lowest to the highest share that the trusts without
 * an answer could still make it. Years stand below each other, so that words fit beside them on a telephone.
 */
export function shareByYear(
  words: ChartWords,
  years: readonly YearShare[],
  published: readonly PublishedShare[] = [],
): Svg {
  const topOf = (place: number) => place * ROW.height + Math.max(0, place - years.length) * SOURCE_LINE;
  const height = topOf(years.length + published.length);
  return draw(words, {
    description: [...years.map(yearInWords), ...published.map(publishedInWords)].join(" "),
    height,
    x: { ticks: TICKS, format: (share) => `${share * 100}%` },
    marks: [
      years.map((year, place) => drawnYear(year, topOf(place))),
      published.map((share, place) => drawnPublished(share, topOf(years.length + place))),
    ],
    legend: [...(years.length > 0 ? [POINT, BOUNDS] : []), ...(published.length > 0 ? [ELSEWHERE] : [])],
  });
}

function drawnYear({ year, yes, known, low, high }: YearShare, top: number): Plot.Markish[] {
  return [
    scale(top, TICKS),
    rowWords(top, formatYear(year), known === 0 ? "no answer known" : outOf(yes, known)),
    bar(top, low, high, 8, { fill: PLUM_HAZE, stroke: PLUM, rx: 2 }),
    known > 0 ? Plot.dot([yes / known], { x: [yes / known], y: top + ROW.bar, r: 5, fill: PLUM, stroke: PAPER }) : null,
  ];
}

function drawnPublished({ year, value, label, source }: PublishedShare, top: number): Plot.Markish[] {
  const diamond = { symbol: "diamond", r: 7, fill: PAPER, stroke: AMBER, strokeWidth: 2.5 } as const;
  const small = { frameAnchor: "left", textAnchor: "start", fontSize: 12, fill: SOFT_INK } as const;
  return [
    scale(top, TICKS),
    rowWords(top, year, label),
    Plot.dot([value], { x: [value], y: top + ROW.bar, ...diamond }),
    Plot.text([source], { text: [source], y: top + ROW.bar + SOURCE_LINE + 4, ...small }),
  ];
}

const POINT = {
  sample: `<circle r="5" fill="${PLUM}"/>`,
  words: "Share of the trusts whose answer is known",
};
const BOUNDS = {
  sample: `<rect x="-11" y="-6" width="22" height="12" rx="2" fill="${PLUM_HAZE}" stroke="${PLUM}"/>`,
  words: "The least and the most it could be, were every answer that is not known a no, or a yes",
};
const ELSEWHERE = {
  sample: `<path d="M0,-7L6,0L0,7L-6,0Z" fill="${PAPER}" stroke="${AMBER}" stroke-width="2.5"/>`,
  words: "Published before, counted in another unit: not to be compared with the rest",
};

function yearInWords({ year, yes, known, inScope, low, high }: YearShare): string {
  const point = known === 0 ? "no answer is known" : `${outOf(yes, known)} of the trusts whose answer is known`;
  const bounds = low === high ? "" : `, and between ${percent(low)} and ${percent(high)} of all ${inScope} trusts`;
  return `${formatYear(year)}: ${point}${bounds}.`;
}

function publishedInWords({ year, label, source }: PublishedShare): string {
  return `Published before and not comparable: ${label} in ${year} (${source}).`;
}
