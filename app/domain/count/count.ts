/**
 * What one cell of a return states. The six facts are never merged: a number (zero included), a range,
 * not held, refused, not applicable, and nothing yet. `unclear` is none of them: a mark such as `*` whose
 * meaning the trust has not stated.
 *
 * Counts are children, whole numbers of 0 or more. Source: product specification, section 1; Freedom of
 * Information Act 2000 s.1(1)(a) for `not-held`, s.17 for `refused`.
 */
export type Count =
  | { readonly kind: "exact"; readonly value: number }
  /** `lo` to `hi`, both included. `hi: null` means no upper end was stated, as in `>100`. */
  | { readonly kind: "range"; readonly lo: number; readonly hi: number | null }
  | { readonly kind: "not-held" }
  /** `section` is the section of the Act relied on, as in `s12`; null where the trust named none. */
  | { readonly kind: "refused"; readonly section: string | null }
  /** The trust does not take children of that age. */
  | { readonly kind: "not-applicable" }
  | { readonly kind: "missing" }
  | { readonly kind: "unclear" };

export type CountKind = Count["kind"];

/** The lowest and highest value a figure can have, both included; `hi: null` means unbounded. */
export interface Interval {
  readonly lo: number;
  readonly hi: number | null;
}
