import type { Day } from "../calendar/day";
import { formatYear, type ReportingYear } from "../calendar/reporting-year";
import { acceptance } from "../statistics/acceptance";
import { likeForLike } from "../statistics/like-for-like";
import { accessTotals, pooled } from "../statistics/pooled";
import { referralSize } from "../statistics/referral-size";
import type { Register } from "../trusts/register";
import { auditRelease } from "./audit";
import { type Policy, STANDARD_POLICY } from "./policy";
import { publishedRow, type RoundTrust } from "./published-row";
import { panelOf, totalsOfRow } from "./published-totals";
import { type DisclosureReport, type ReleaseContent, type Response, rowsOf, type TrustRow } from "./release-content";

/** A round to be released: every trust that was sent a request. */
export interface Round {
  readonly year: ReportingYear;
  /** The day on which the round's requests were sent. */
  readonly issuedOn: Day;
  readonly trusts: readonly RoundTrust[];
  readonly register: Register;
  /** The release of an earlier year to compare with, like for like. */
  readonly previous: ReleaseContent | null;
  /** The releases of this year so far, newest first: what they hide stays hidden, and beside this one too. */
  readonly earlier: readonly ReleaseContent[];
  readonly policy?: Policy;
}

/**
 * Everything the public is to see of a round. Rows are hidden first, and every other figure is made of what is left to
 * see, this year's and the year's before. Throws a RangeError where `previous` is not of an earlier year, or a release in
 * `earlier` not of this one.
 */
export function roundContent(round: Round): ReleaseContent {
  const { year, issuedOn, register, previous, earlier, policy = STANDARD_POLICY } = round;
  if (previous !== null && previous.year >= year) {
    throw new RangeError(
      `${formatYear(previous.year)} is not before ${formatYear(year)}: compare with an earlier year.`,
    );
  }
  if (earlier.some((release) => release.year !== year)) {
    throw new RangeError(`What was released before ${formatYear(year)} is released again must be of that year too.`);
  }
  const trusts = round.trusts
    .map((trust) => publishedRow(trust, policy, rowsOf(trust.ods, earlier)))
    .sort((a, b) => (a.ods < b.ods ? -1 : 1));
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
  return { ...content, disclosure: reportOn(content, earlier, policy) };
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
  { of: "sums", says: "No sum, class, share or ratio says more than the figures that it is made of." },
];
const CHECK_OF_RELEASES: DisclosureReport["checks"][number] = {
  of: "releases",
  says: "No hidden count can be worked out by comparing this release with the earlier ones of the year.",
};

function reportOn(
  content: Omit<ReleaseContent, "disclosure">,
  earlier: readonly ReleaseContent[],
  policy: Policy,
): DisclosureReport {
  const checks = earlier.length === 0 ? CHECKS : [...CHECKS, CHECK_OF_RELEASES];
  const report = { policy, why: WHY, withheld: [], checks };
  return { ...report, withheld: auditRelease({ ...content, disclosure: report }).withheld };
}
