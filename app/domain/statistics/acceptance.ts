import { AGE_BANDS, type AgeBand, type Takes } from "../returns/return";
import { type Proportion, proportion } from "./proportion";

/**
 * Whether a trust takes referrals of children aged 0–2. `any`: at least one age yes. `partial`: none yes, at least one
 * partial; never counted as yes. `none`: all three no. `unknown`: anything else, as in not held or no answer.
 */
export const CATEGORIES = ["any", "partial", "none", "unknown"] as const;
export type Category = (typeof CATEGORIES)[number];

type TakesByBand = Readonly<Record<AgeBand, Takes>>;

/** Source: reference on statistics, section 2. Example: no, not held, partial is `partial`; no, not held, no is `unknown`. */
export function categoryOf(takes: TakesByBand): Category {
  const answers = AGE_BANDS.map((band) => takes[band]);
  if (answers.includes("yes")) return "any";
  if (answers.includes("partial")) return "partial";
  return answers.every((answer) => answer === "no") ? "none" : "unknown";
}

/** Whether all three ages are taken: included in `any`, and published beside it. */
export function takesAll(takes: TakesByBand): boolean {
  return AGE_BANDS.every((band) => takes[band] === "yes");
}

/** The answers at one age. `notKnown` counts answers refused, left out or not clear. */
export interface BandAcceptance {
  readonly yes: number;
  readonly no: number;
  readonly partial: number;
  readonly notHeld: number;
  readonly notKnown: number;
  readonly share: Proportion;
}

export interface Acceptance {
  readonly known: number;
  /** Trusts that answered without saying whether they take children aged 0–2. */
  readonly unknown: number;
  readonly any: Proportion;
  readonly all: Proportion;
  readonly partial: Proportion;
  readonly none: Proportion;
  readonly byBand: Readonly<Record<AgeBand, BandAcceptance>>;
}

/**
 * Counts who takes children aged 0–2, over the trusts that answered; `inScope` is every trust in scope, silent or not.
 * Example: 36 any, 9 none of 47 in scope is `any.share` 0.8 with bounds 0.766 to 0.809.
 */
export function acceptance(
  answered: readonly { readonly category: Category; readonly takes: TakesByBand }[],
  inScope: number,
): Acceptance {
  const of = (category: Category) => answered.filter((trust) => trust.category === category).length;
  const known = answered.length - of("unknown");
  const share = (yes: number) => proportion(yes, known, inScope);
  return {
    known,
    unknown: of("unknown"),
    any: share(of("any")),
    all: share(answered.filter(({ takes }) => takesAll(takes)).length),
    partial: share(of("partial")),
    none: share(of("none")),
    byBand: {
      "0-12m": atBand("0-12m"),
      "12-24m": atBand("12-24m"),
      "24-36m": atBand("24-36m"),
    },
  };

  function atBand(band: AgeBand): BandAcceptance {
    const said = (answer: Takes) => answered.filter(({ takes }) => takes[band] === answer).length;
    const [yes, no, partial] = [said("yes"), said("no"), said("partial")];
    return {
      yes,
      no,
      partial,
      notHeld: said("not-held"),
      notKnown: said("refused") + said("missing") + said("unclear"),
      share: proportion(yes, yes + no + partial, inScope),
    };
  }
}
