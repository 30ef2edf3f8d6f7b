import type { Count } from "../count/count";
import { figureInWords } from "../count/in-words";
import type { Situation } from "./catalogue";
import type { Field } from "./problem";
import { AGE_BANDS, type Counts, type Figures, LINES, type Line, MEASURES } from "./return";

/** Something to say about the figures; `at` is null where no single answer is at fault, `fact` what the sentence needs. */
export interface Finding {
  readonly situation: Situation;
  readonly at: { readonly line: Line; readonly question: Field["question"] } | null;
  readonly fact: string;
}

/**
 * What the figures of one return say about each other and about last year's. Rules and cells: product specification,
 * section 2, and the reference on messy files, 44 to 47. What is not known is never held against anyone: a rule
 * speaks only where the numbers stated leave no other reading. `lastYear` is null where nothing is known of it.
 * Example: bands of 8, 7 and 11 with a 0–18 total of 9 give `bands-exceed-total` at that total.
 */
export function checkFigures(figures: Figures, lastYear: Figures | null): readonly Finding[] {
  const found: Finding[] = [];
  bandsExceedTotal(figures, found);
  accessedOverReferred(figures, found);
  takesNoWithReferrals(figures, found);
  allZero(figures, found);
  if (lastYear !== null) bigChanges(figures, lastYear, found);
  sameInAllBands(figures, found);
  lowTotal(figures, found);
  return found;
}

const LOW_TOTAL = 100;
/** Equal counts up to here happen by chance. */
const LARGEST_COINCIDENCE = 10;
const BIG_CHANGE = { children: 10, share: 0.5 } as const;

function bandsExceedTotal({ bands, all }: Figures, found: Finding[]) {
  for (const measure of MEASURES) {
    const least = lowest(bands["0-12m"][measure]) + lowest(bands["12-24m"][measure]) + lowest(bands["24-36m"][measure]);
    if (least <= highest(all[measure])) continue;
    found.push({ situation: "bands-exceed-total", at: { line: "all", question: measure }, fact: figureInWords(least) });
  }
}

function accessedOverReferred(figures: Figures, found: Finding[]) {
  for (const line of LINES) {
    const { referred, accessed } = countsOf(figures, line);
    if (lowest(accessed) <= highest(referred)) continue;
    found.push({
      situation: "accessed-over-referred",
      at: { line, question: "accessed" },
      fact: figureInWords(highest(referred)),
    });
  }
}

function takesNoWithReferrals({ bands }: Figures, found: Finding[]) {
  for (const line of AGE_BANDS) {
    if (bands[line].takes !== "no" || lowest(bands[line].referred) === 0) continue;
    found.push({ situation: "takes-no-with-referrals", at: { line, question: "referred" }, fact: "" });
  }
}

function allZero({ bands }: Figures, found: Finding[]) {
  for (const line of AGE_BANDS) {
    const { takes, referred, accessed } = bands[line];
    if (takes !== "yes" || !isExactly(referred, 0) || !isExactly(accessed, 0)) return;
  }
  found.push({ situation: "all-zero", at: null, fact: "" });
}

function bigChanges(figures: Figures, lastYear: Figures, found: Finding[]) {
  for (const line of LINES) {
    for (const question of MEASURES) {
      const before = countsOf(lastYear, line)[question];
      const now = countsOf(figures, line)[question];
      if (before.kind !== "exact" || now.kind !== "exact") continue;
      const change = Math.abs(now.value - before.value);
      if (change < BIG_CHANGE.children || change <= before.value * BIG_CHANGE.share) continue;
      found.push({ situation: "big-change", at: { line, question }, fact: figureInWords(before.value) });
    }
  }
}

function sameInAllBands({ bands }: Figures, found: Finding[]) {
  for (const measure of MEASURES) {
    const first = bands["0-12m"][measure];
    if (first.kind !== "exact" || first.value <= LARGEST_COINCIDENCE) continue;
    if (!isExactly(bands["12-24m"][measure], first.value) || !isExactly(bands["24-36m"][measure], first.value))
      continue;
    found.push({ situation: "same-in-all-bands", at: null, fact: `${figureInWords(first.value)} children ${measure}` });
  }
}

function lowTotal({ all }: Figures, found: Finding[]) {
  if (highest(all.referred) >= LOW_TOTAL) return;
  found.push({ situation: "low-total", at: { line: "all", question: "referred" }, fact: "" });
}

function countsOf(figures: Figures, line: Line): Counts {
  return line === "all" ? figures.all : figures.bands[line];
}

function isExactly(count: Count, value: number): boolean {
  return count.kind === "exact" && count.value === value;
}

/** The lowest number there can be: 0 where none is stated. */
function lowest(count: Count): number {
  if (count.kind === "exact") return count.value;
  return count.kind === "range" ? count.lo : 0;
}

/** The highest number there can be: without end where none is stated. */
function highest(count: Count): number {
  if (count.kind === "exact") return count.value;
  return count.kind === "range" && count.hi !== null ? count.hi : Number.POSITIVE_INFINITY;
}
