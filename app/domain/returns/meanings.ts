import type { Count } from "../count/count";
import type { Takes } from "./return";
import type { AmbiguousMark, StatedMeanings } from "./state-meaning";

/**
 * What a trust can say that a mark such as `*`, `-` or a blank stands for in a count. The suppression rules in use
 * differ, so none is assumed. Source: reference on disclosure control, section 1.
 */
export const COUNT_MEANINGS = {
  zero: { words: "0: no children", means: { kind: "exact", value: 0 } },
  "1-4": { words: "1 to 4", means: { kind: "range", lo: 1, hi: 4 } },
  "0-4": { words: "0 to 4", means: { kind: "range", lo: 0, hi: 4 } },
  "1-5": { words: "1 to 5", means: { kind: "range", lo: 1, hi: 5 } },
  "1-7": { words: "1 to 7", means: { kind: "range", lo: 1, hi: 7 } },
  "not-applicable": { words: "Not applicable: we take no children of that age", means: { kind: "not-applicable" } },
  "not-held": { words: "We do not hold this figure", means: { kind: "not-held" } },
  "cannot-say": { words: "We cannot say what it stands for", means: "cannot-say" },
} as const satisfies Record<string, { words: string; means: Count | "cannot-say" }>;

/** What a trust can say that an unclear answer to question 1 means. */
export const TAKES_MEANINGS = {
  yes: { words: "Yes, we take referrals", means: "yes" },
  no: { words: "No, we do not", means: "no" },
  partial: { words: "Only in part, or in exceptional cases", means: "partial" },
  "not-held": { words: "We do not hold this", means: "not-held" },
  "cannot-say": { words: "We cannot say", means: "cannot-say" },
} as const satisfies Record<string, { words: string; means: Takes | "cannot-say" }>;

/** What the trust said of one mark: `means` is a key of COUNT_MEANINGS or TAKES_MEANINGS. */
export interface Stated {
  readonly asks: AmbiguousMark["asks"];
  readonly mark: string;
  readonly means: string;
}

/** What was stated, in the words that were on screen; null for a key that no meaning has. */
export function meaningInWords({ asks, means }: Stated): string | null {
  return (asks === "takes" ? meaningOf(TAKES_MEANINGS, means) : meaningOf(COUNT_MEANINGS, means))?.words ?? null;
}

/** What was stated of each mark, to be put in the place of the marks. A key that no meaning has states nothing. */
export function statedMeanings(stated: readonly Stated[]): StatedMeanings {
  const counts = new Map<string, Count | "cannot-say">();
  const takes = new Map<string, Takes | "cannot-say">();
  for (const { asks, mark, means } of stated) {
    const count = asks === "count" ? meaningOf(COUNT_MEANINGS, means) : null;
    const answer = asks === "takes" ? meaningOf(TAKES_MEANINGS, means) : null;
    if (count !== null) counts.set(mark, count.means);
    if (answer !== null) takes.set(mark, answer.means);
  }
  return { counts, takes };
}

function meaningOf<Meanings extends object>(meanings: Meanings, key: string): Meanings[keyof Meanings] | null {
  return Object.hasOwn(meanings, key) ? meanings[key as keyof Meanings] : null;
}
