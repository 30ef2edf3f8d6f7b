import type { ReportingYear } from "../calendar/reporting-year";
import type { Interval } from "../count/count";
import { boundsOf, shareOf, sumOf } from "../count/interval";
import { AGE_BANDS, type AgeBand, type Figures, type Measure, type Takes } from "../returns/return";
import { type Category, categoryOf } from "./acceptance";

/** What became of the request to one trust in one round, and the figures it gave. */
export interface TrustAnswer {
  readonly ods: string;
  /** The trust said that another trust holds the data: it is out of scope, and the holder answers. */
  readonly transferred: boolean;
  /** Any substantive answer: data, no, not held, a refusal. Silence and acknowledgements are none. */
  readonly responded: boolean;
  /** Null where the answer held no figures. */
  readonly figures: Figures | null;
}

/** A round: every trust that was sent a request. */
export interface RoundAnswers {
  readonly year: ReportingYear;
  readonly answers: readonly TrustAnswer[];
}

/**
 * One trust's answer, added up: children of the three bands together (under 36 months), and of 0–18 years. Null is not
 * known; never zero. `share` is the 0–2 referrals as a share of all 0–18 referrals, 0 to 1.
 */
export interface TrustTotals {
  readonly ods: string;
  readonly category: Category;
  readonly takes: Readonly<Record<AgeBand, Takes>>;
  readonly referred02: Interval | null;
  readonly referred018: Interval | null;
  readonly accessed02: Interval | null;
  readonly accessed018: Interval | null;
}

/**
 * Adds up the figures of one trust. Example: bands of `<5`, 8 and not applicable give a 0–2 total of 8 to 12; with
 * one of them not held the total is not known.
 */
export function totalsOf(ods: string, figures: Figures | null): TrustTotals {
  const takes = takesOf(figures);
  const total = (measure: Measure) =>
    figures === null ? null : sumOf(AGE_BANDS.map((band) => figures.bands[band][measure]));
  const allAges = (measure: Measure) => (figures === null ? null : boundsOf(figures.all[measure]));
  return {
    ods,
    category: categoryOf(takes),
    takes,
    referred02: total("referred"),
    referred018: allAges("referred"),
    accessed02: total("accessed"),
    accessed018: allAges("accessed"),
  };
}

/** A trust's 0–2 referrals as a share of its 0–18 referrals. Source: reference on statistics, section 3. */
export function shareReferred(totals: TrustTotals) {
  return shareOf(totals.referred02, totals.referred018);
}

/** The trusts that answered a round, added up, in order of their codes. Transferred trusts are out of scope. */
export function answeredTotals({ answers }: RoundAnswers): readonly TrustTotals[] {
  return answers
    .filter(({ transferred, responded }) => responded && !transferred)
    .map(({ ods, figures }) => totalsOf(ods, figures))
    .sort((a, b) => (a.ods < b.ods ? -1 : 1));
}

function takesOf(figures: Figures | null): Record<AgeBand, Takes> {
  return {
    "0-12m": figures?.bands["0-12m"].takes ?? "missing",
    "12-24m": figures?.bands["12-24m"].takes ?? "missing",
    "24-36m": figures?.bands["24-36m"].takes ?? "missing",
  };
}
