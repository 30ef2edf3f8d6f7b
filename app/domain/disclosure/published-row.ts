import type { AgeBand, Figures, Measure } from "../returns/return";
import { totalsOf } from "../statistics/totals";
import { type NotAvailable, unavailable } from "./cell";
import { publishedAccessPerTen, publishedShare } from "./derived";
import { hideMeasure } from "./hide";
import type { Policy } from "./policy";
import type { PublishedMeasure } from "./published-measure";
import type { TrustRow } from "./release-content";

/** What became of one trust's request. Only an accepted answer brings figures; null where it held none. */
export type RoundAnswer =
  | {
      readonly state: "answered";
      readonly figures: Figures | null;
      /** Sentences that stand beside the figures, in their order. See footnote.ts for what they may not say. */
      readonly footnotes: readonly string[];
    }
  | { readonly state: "not-accepted" }
  | { readonly state: "outstanding" }
  | { readonly state: "transferred"; readonly to: string | null };

export interface RoundTrust {
  readonly ods: string;
  readonly name: string;
  readonly region: string;
  /** Asked only because another trust named it as holder. */
  readonly added: boolean;
  readonly answer: RoundAnswer;
}

/**
 * Exactly the line that the public would see of one trust in the next release of its year: what a release is made of,
 * and what a trust may be shown before it declares. `earlierRows` is what the earlier releases of the year show of the
 * trust, newest first; hidden is what they and this line would give away together. Counts are children; see hideMeasure.
 *
 * Example: 3, 8 and 12 referred show `[c]`, `[c]` and 12, with 23 in all.
 */
export function publishedRow(trust: RoundTrust, policy: Policy, earlierRows: readonly TrustRow[]): TrustRow {
  const { ods, name, region, added, answer } = trust;
  const figures = answer.state === "answered" ? answer.figures : null;
  const { category, takes } = totalsOf(ods, figures);
  const published = (measure: Measure) =>
    figures === null
      ? withoutFigures(REASONS[answer.state])
      : hideMeasure(
          countsOf(figures, measure),
          policy,
          earlierRows.map((row) => row[measure]),
        );
  const [referred, accessed] = [published("referred"), published("accessed")];
  return {
    ods,
    name,
    region,
    state: answer.state,
    transferredTo: answer.state === "transferred" ? answer.to : null,
    added,
    category: answer.state === "answered" ? category : null,
    takes: answer.state === "answered" ? takes : null,
    referred,
    accessed,
    share: publishedShare(referred),
    accessPerTen: publishedAccessPerTen(referred, accessed),
    footnotes: answer.state === "answered" ? answer.footnotes : [],
  };
}

const REASONS: Readonly<Record<RoundAnswer["state"], NotAvailable>> = {
  answered: "left blank",
  "not-accepted": "not yet checked",
  outstanding: "not answered",
  transferred: "transferred",
};

function withoutFigures(why: NotAvailable): PublishedMeasure {
  const cell = unavailable(why);
  return { bands: { "0-12m": cell, "12-24m": cell, "24-36m": cell }, total: cell, all: cell };
}

function countsOf({ bands, all }: Figures, measure: Measure) {
  const at = (band: AgeBand) => bands[band][measure];
  return {
    bands: { "0-12m": at("0-12m"), "12-24m": at("12-24m"), "24-36m": at("24-36m") },
    all: all[measure],
  };
}
