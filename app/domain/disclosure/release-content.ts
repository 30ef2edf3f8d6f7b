import { z } from "zod";
import { asDay, type Day } from "../calendar/day";
import { asReportingYear, type ReportingYear } from "../calendar/reporting-year";
import { TAKES } from "../returns/return";
import { CATEGORIES } from "../statistics/acceptance";
import { derivedCellSchema, publishedCellSchema } from "./cell";

// Everything the public can read of one year, as plain JSON: pages, charts and downloads are made from this alone.

/** What became of a trust's request, with the words that stand beside its figures. */
export const ANSWER_STATES = {
  answered: "Answered",
  "not-accepted": "Answered, being checked",
  outstanding: "Not answered",
  transferred: "Another trust holds the data",
} as const;
export type AnswerState = keyof typeof ANSWER_STATES;

const yearSchema = z.custom<ReportingYear>((text) => typeof text === "string" && asReportingYear(text) !== null);
const daySchema = z.custom<Day>((text) => typeof text === "string" && asDay(text) !== null);
const ods = z.string();
const trusts = z.int().nonnegative();

const byBand = <Each extends z.ZodType>(each: Each) =>
  z.strictObject({ "0-12m": each, "12-24m": each, "24-36m": each });
const shareSchema = z.strictObject({ lo: z.number(), hi: z.number() });
const childrenSchema = z.strictObject({
  lo: z.int().nonnegative(),
  hi: z.int().nonnegative().nullable(),
});

/** A number of trusts as a share: numerator, trusts whose answer is known, trusts in scope. */
const proportionSchema = z.strictObject({
  yes: trusts,
  known: trusts,
  inScope: trusts,
  share: z.number().nullable(),
  bounds: shareSchema.nullable(),
  wilson: shareSchema.nullable(),
});

const responseSchema = z.strictObject({
  /** Sent a request when the round was issued. `asked - transferred + added` is `inScope`. */
  asked: trusts,
  transferred: trusts,
  added: trusts,
  inScope: trusts,
  /** In scope, with any substantive answer; `notAccepted` of them are still being checked, without figures here. */
  answered: trusts,
  notAccepted: z.array(ods),
  outstanding: z.array(ods),
});

const acceptanceSchema = z.strictObject({
  known: trusts,
  unknown: trusts,
  any: proportionSchema,
  all: proportionSchema,
  partial: proportionSchema,
  none: proportionSchema,
  byBand: byBand(
    z.strictObject({
      yes: trusts,
      no: trusts,
      partial: trusts,
      notHeld: trusts,
      notKnown: trusts,
      share: proportionSchema,
    }),
  ),
});

const membershipSchema = z.strictObject({ certain: trusts, possible: trusts });
const referralSizeSchema = z.strictObject({
  of: trusts,
  classes: z.strictObject({
    "0-10": membershipSchema,
    "11-50": membershipSchema,
    "51-100": membershipSchema,
    "over-100": membershipSchema,
  }),
  notKnown: trusts,
});

const pooledSchema = z.strictObject({
  trusts,
  referred02: childrenSchema,
  referred018: childrenSchema,
  share: shareSchema.nullable(),
  accessed02: childrenSchema,
  accessedTrusts: trusts,
});

const accessedSchema = z.strictObject({
  trusts,
  accessed02: childrenSchema,
  accessed018: childrenSchema,
  share: shareSchema.nullable(),
});

const unitsTotalSchema = z.strictObject({ units: trusts, referred02: childrenSchema });
const likeForLikeSchema = z.strictObject({
  from: yearSchema,
  to: yearSchema,
  units: z.array(ods),
  referred02: z.strictObject({ from: childrenSchema, to: childrenSchema }),
  change: z.strictObject({
    absolute: z.strictObject({ lo: z.int().nullable(), hi: z.int().nullable() }),
    relative: z.strictObject({ lo: z.number(), hi: z.number().nullable() }).nullable(),
    noPercentage: z.literal("under-10").nullable(),
  }),
  joined: z.array(ods),
  left: z.array(ods),
  broken: z.array(ods),
  allResponders: z.strictObject({ from: unitsTotalSchema, to: unitsTotalSchema }),
});

const measureSchema = z.strictObject({
  bands: byBand(publishedCellSchema),
  /** The three bands together: children under 36 months. */
  total: publishedCellSchema,
  /** Children aged 0–18. */
  all: publishedCellSchema,
});

const trustRowSchema = z.strictObject({
  ods,
  name: z.string(),
  region: z.string(),
  state: z.enum(Object.keys(ANSWER_STATES) as [AnswerState, ...AnswerState[]]),
  /** The trust that holds the data, where this one said so and named it. */
  transferredTo: ods.nullable(),
  /** Asked only because another trust named it as holder. */
  added: z.boolean(),
  /** Null where there is no accepted answer. */
  category: z.enum(CATEGORIES).nullable(),
  takes: byBand(z.enum(TAKES)).nullable(),
  referred: measureSchema,
  accessed: measureSchema,
  /** 0–2 referrals as a share of 0–18 referrals, 0 to 1. */
  share: derivedCellSchema,
  /** Children aged 0–2 who accessed the service for every 10 referred. Not a conversion rate. */
  accessPerTen: derivedCellSchema,
  /** What stands beside the trust's figures, in its order. Releases from before there were footnotes have none. */
  footnotes: z.array(z.string()).default([]),
});

const range = z.strictObject({ lowest: z.int(), highest: z.int().nullable() });
const disclosureSchema = z.strictObject({
  policy: z.strictObject({
    primary: z.strictObject({ lowest: z.int().nonnegative(), highest: z.int().nonnegative() }),
    sums: z.literal("from-published-cells"),
  }),
  why: z.string(),
  /** Every figure that is not shown as it was given, with the tightest range that follows from all that is shown. */
  withheld: z.array(
    z.strictObject({
      ods,
      measure: z.enum(["referred", "accessed"]),
      cell: z.enum(["0-12m", "12-24m", "24-36m", "total", "all"]),
      shownAs: z.enum(["[c]", "range"]),
      derivable: range,
    }),
  ),
  /** What the audit made sure of; a release that fails one is never made. */
  checks: z.array(z.strictObject({ of: z.enum(["rows", "sums", "releases"]), says: z.string() })),
});

export const releaseContentSchema = z.strictObject({
  year: yearSchema,
  /** The day on which the round's requests were sent. */
  issuedOn: daySchema,
  response: responseSchema,
  acceptance: acceptanceSchema,
  referralSize: referralSizeSchema,
  pooled: pooledSchema,
  accessed: accessedSchema,
  /** Null where no earlier year was released. */
  likeForLike: likeForLikeSchema.nullable(),
  trusts: z.array(trustRowSchema),
  disclosure: disclosureSchema,
});

type Immutable<T> = T extends string | number | boolean | null | undefined
  ? T
  : { readonly [Key in keyof T]: Immutable<T[Key]> };

/** The complete content of one release of one year. */
export type ReleaseContent = Immutable<z.infer<typeof releaseContentSchema>>;
export type TrustRow = ReleaseContent["trusts"][number];
export type Response = ReleaseContent["response"];
export type DisclosureReport = ReleaseContent["disclosure"];
export type Withheld = DisclosureReport["withheld"][number];

/** What releases show of one trust, in their order; nothing of those that do not list it. */
export function rowsOf(ods: string, releases: readonly ReleaseContent[]): readonly TrustRow[] {
  return releases.flatMap(({ trusts }) => trusts.filter((row) => row.ods === ods));
}
