import type { ReportingYear } from "../calendar/reporting-year";
import type { Register } from "../trusts/register";
import { type Acceptance, acceptance } from "./acceptance";
import { type LikeForLike, likeForLike, type PanelYear } from "./like-for-like";
import { type AccessTotals, accessTotals, type Pooled, pooled } from "./pooled";
import { type ReferralSize, referralSize } from "./referral-size";
import { answeredTotals, type RoundAnswers, type TrustTotals } from "./totals";

/** Everything said of one year. It covers whoever answered that year: two years of it must not be subtracted. */
export interface YearStatistics {
  readonly year: ReportingYear;
  readonly inScope: number;
  readonly responded: number;
  /** Codes of the trusts in scope that did not answer. */
  readonly outstanding: readonly string[];
  readonly acceptance: Acceptance;
  readonly referralSize: ReferralSize;
  readonly pooled: Pooled;
  readonly accessed: AccessTotals;
  readonly trusts: readonly TrustTotals[];
}

export interface Statistics {
  readonly years: readonly YearStatistics[];
  /** Each year compared with the next one given. */
  readonly likeForLike: readonly LikeForLike[];
}

/** All statistics of a collection, years in order. Source: reference on statistics. */
export function statisticsOf(rounds: readonly RoundAnswers[], register: Register): Statistics {
  const inOrder = [...rounds].sort((a, b) => (a.year < b.year ? -1 : 1));
  const panels = inOrder.map(panelYear);
  return {
    years: inOrder.map(yearStatistics),
    likeForLike: panels.flatMap((to, index) => {
      const from = panels[index - 1];
      return from === undefined ? [] : [likeForLike(register, from, to)];
    }),
  };
}

/**
 * The statistics of one round. Trusts in scope are those that were sent a request, less those that transferred it.
 * Example: 51 requests of which 4 were transferred are 47 in scope.
 */
export function yearStatistics(round: RoundAnswers): YearStatistics {
  const inScope = round.answers.filter(({ transferred }) => !transferred);
  const silent = inScope.filter(({ responded }) => !responded);
  const trusts = answeredTotals(round);
  return {
    year: round.year,
    inScope: inScope.length,
    responded: trusts.length,
    outstanding: silent.map(({ ods }) => ods).sort(),
    acceptance: acceptance(trusts, inScope.length),
    referralSize: referralSize(trusts),
    pooled: pooled(trusts),
    accessed: accessTotals(trusts),
    trusts,
  };
}

function panelYear(round: RoundAnswers): PanelYear {
  const totals = new Map(answeredTotals(round).map((trust) => [trust.ods, trust]));
  return {
    year: round.year,
    answers: round.answers.map(({ ods, transferred, responded }) => {
      return { ods, transferred, responded, referred02: totals.get(ods)?.referred02 ?? null };
    }),
  };
}
