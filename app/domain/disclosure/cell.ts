import { z } from "zod";
import type { Count, Interval } from "../count/count";
import { isSmall, type Policy } from "./policy";

/** The symbols of the Government Analysis Function, with the words that stand beside them on every page. */
export const SYMBOLS = {
  "[c]": "confidential: hidden so that nobody can be identified",
  "[x]": "not available",
  "[z]": "not applicable",
} as const;

/** Why a figure is not available. They are different facts and stay different everywhere, downloads included. */
export const NOT_AVAILABLE = {
  "not answered": "the trust did not answer",
  transferred: "the trust said that another trust holds the data",
  "not yet checked": "the answer is being checked",
  "not held": "the trust does not hold the figure",
  refused: "the trust refused to give the figure",
  "left blank": "the trust left the figure blank",
  "not clear": "what the trust wrote is not clear",
  "not every age known": "the figure of at least one age is not known",
  "no exact figure": "the figures it needs are ranges",
  "fewer than 10 referred": "fewer than 10 children were referred",
} as const;
export type NotAvailable = keyof typeof NOT_AVAILABLE;

export const NOT_APPLICABLE = {
  "age not taken": "the trust does not take children of this age",
  "nobody to divide by": "no child was referred",
} as const;
export type NotApplicable = keyof typeof NOT_APPLICABLE;

const hidden = z.strictObject({ status: z.literal("[c]") });
const notAvailable = z.strictObject({
  status: z.literal("[x]"),
  why: z.enum(Object.keys(NOT_AVAILABLE) as [NotAvailable, ...NotAvailable[]]),
  /** The section of the Act that a refusal relied on, as in `s12`. */
  section: z.string().optional(),
});
const notApplicable = z.strictObject({
  status: z.literal("[z]"),
  why: z.enum(Object.keys(NOT_APPLICABLE) as [NotApplicable, ...NotApplicable[]]),
});

const children = z.int().nonnegative();

/** A count of children as the public may see it. */
export const publishedCellSchema = z.discriminatedUnion("status", [
  z.strictObject({ status: z.literal("value"), value: children }),
  z.strictObject({ status: z.literal("range"), lo: children, hi: children.nullable() }),
  hidden,
  notAvailable,
  notApplicable,
]);
export type PublishedCell = Readonly<z.infer<typeof publishedCellSchema>>;

/** A figure worked out of published cells: a share from 0 to 1, or children accessed per 10 referred. */
export const derivedCellSchema = z.discriminatedUnion("status", [
  z.strictObject({ status: z.literal("value"), value: z.number().nonnegative() }),
  z.strictObject({ status: z.literal("range"), lo: z.number().nonnegative(), hi: z.number().nonnegative() }),
  hidden,
  notAvailable,
  notApplicable,
]);
export type DerivedCell = Readonly<z.infer<typeof derivedCellSchema>>;

export const HIDDEN = { status: "[c]" } as const;

export function unavailable(why: NotAvailable): { status: "[x]"; why: NotAvailable } {
  return { status: "[x]", why };
}

/**
 * A count on its own, before the rest of its row is looked at: small exact counts hidden, zeros and ranges as given.
 * Example: 3 is `[c]`; 0 is 0; `<5` is the range 0 to 4; an age not taken is `[z]`.
 */
export function cellOf(count: Count, policy: Policy): PublishedCell {
  switch (count.kind) {
    case "exact":
      return isSmall(count.value, policy) ? HIDDEN : { status: "value", value: count.value };
    case "range":
      return count.lo === count.hi
        ? cellOf({ kind: "exact", value: count.lo }, policy)
        : { status: "range", lo: count.lo, hi: count.hi };
    case "not-applicable":
      return { status: "[z]", why: "age not taken" };
    case "not-held":
      return unavailable("not held");
    case "refused":
      return count.section === null ? unavailable("refused") : { ...unavailable("refused"), section: count.section };
    case "missing":
      return unavailable("left blank");
    case "unclear":
      return unavailable("not clear");
  }
}

/** What a published cell says of its figure, for sums over trusts; null where it says nothing. An age not taken adds 0. */
export function intervalOf(cell: PublishedCell): Interval | null {
  switch (cell.status) {
    case "value":
      return { lo: cell.value, hi: cell.value };
    case "range":
      return { lo: cell.lo, hi: cell.hi };
    case "[z]":
      return { lo: 0, hi: 0 };
    case "[c]":
    case "[x]":
      return null;
  }
}
