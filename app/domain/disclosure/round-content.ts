import type { Day } from "../calendar/day";
import { formatYear, type ReportingYear } from "../calendar/reporting-year";
import type { AgeBand, Figures, Measure } from "../returns/return";
import { acceptance } from "../statistics/acceptance";
import { likeForLike } from "../statistics/like-for-like";
import { accessTotals, pooled } from "../statistics/pooled";
import { referralSize } from "../statistics/referral-size";
import { totalsOf } from "../statistics/totals";
import type { Register } from "../trusts/register";
import { auditRelease } from "./audit";
import { type NotAvailable, unavailable } from "./cell";
import { publishedAccessPerTen, publishedShare } from "./derived";
import { hideMeasure, type PublishedMeasure } from "./hide";
import { type Policy, STANDARD_POLICY } from "./policy";
import { panelOf, totalsOfRow } from "./published-totals";
import type { DisclosureReport, ReleaseContent, Response, TrustRow } from "./release-content";

/** What became of one trust's request. Only an accepted answer brings figures; null where it held none. */
export type RoundAnswer =
  | { readonly state: "answered"; readonly figures: Figures | null }
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

/** A round to be released: every trust that was sent a request. */
export interface Round {
  readonly year: ReportingYear;
  /** The day on which the round's requests were sent. */
  readonly issuedOn: Day;
  readonly trusts: readonly RoundTrust[];
  readonly register: Register;
  /** The release of an earlier year to compare with, like for like. */
  readonly previous: ReleaseContent | null;
  readonly policy?: Policy;
}

/**
 * Everything the public is to see of a round. Rows are hidden first, and every other figure is made of what is left to
 * see, this year's and the earlier release's. Throws a RangeError where the earlier release is not of an earlier year.
 */
export function roundContent(round: Round): ReleaseContent {
  const { year, issuedOn, register, previous, policy = STANDARD_POLICY } = round;
  if (previous !== null && previous.year >= year) {
    throw new RangeError(
      `${formatYear(previous.year)} is not before ${formatYear(year)}: compare with an earlier year.`,
    );
  }
  const trusts = round.trusts.map((trust) => trustRow(trust, policy)).sort((a, b) => (a.ods < b.ods ? -1 : 1));
  const response = responseOf(trusts);
  const answered = trusts.filter(({ state }) => state === "answered" || state === "not-accepted").map(totalsOfRow);
  const content = {
    year,
    issuedOn,
    response,
    acceptance: acceptance(answered, response.inScope),
    referralSize: referralSize(answered),
    pooled: pooled(answered),
    accessed: accessTotals(answered),
    likeForLike: previous === null ? null : compared(register, previous, { year, trusts }),
    trusts,
  };
  return { ...content, disclosure: reportOn(content, policy) };
}

function trustRow({ ods, name, region, added, answer }: RoundTrust, policy: Policy): TrustRow {
  const figures = answer.state === "answered" ? answer.figures : null;
  const { category, takes } = totalsOf(ods, figures);
  const published = (measure: Measure) =>
    figures === null ? withoutFigures(REASONS[answer.state]) : hideMeasure(countsOf(figures, measure), policy);
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

function responseOf(trusts: readonly TrustRow[]): Response {
  const added = trusts.filter((trust) => trust.added).length;
  const inState = (state: TrustRow["state"]) => trusts.filter((trust) => trust.state === state).map(({ ods }) => ods);
  const [notAccepted, outstanding] = [inState("not-accepted"), inState("outstanding")];
  const transferred = inState("transferred").length;
  return {
    asked: trusts.length - added,
    transferred,
    added,
    inScope: trusts.length - transferred,
    answered: inState("answered").length + notAccepted.length,
    notAccepted,
    outstanding,
  };
}

function compared(register: Register, previous: ReleaseContent, current: Pick<ReleaseContent, "year" | "trusts">) {
  // The change as a share of a handful is a figure for calculation, not for the public: `change` says what may be said.
  const { relative: _, ...published } = likeForLike(register, panelOf(previous), panelOf(current));
  return published;
}

/** Which of the hidden cells is the small count is not said: that would help to work it out. */
const WHY = [
  "A count of one trust that is small but not zero is hidden, and so are as many other figures beside it as it takes",
  "that it cannot be worked out. Sums, shares and classes are made of the figures that are shown.",
].join(" ");

const CHECKS: DisclosureReport["checks"] = [
  { of: "rows", says: "No small count is shown, and none can be worked out from the figures beside it." },
  { of: "sums", says: "No sum or class over several trusts says more than the figures shown of each." },
];

function reportOn(content: Omit<ReleaseContent, "disclosure">, policy: Policy): DisclosureReport {
  const report = { policy, why: WHY, withheld: [], checks: CHECKS };
  return { ...report, withheld: auditRelease({ ...content, disclosure: report }).withheld };
}
