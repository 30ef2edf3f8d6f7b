/** Two figures measured in turn in the same run, and what comes of dividing them. */
export interface Comparison {
  readonly what: string;
  readonly unit: string;
  readonly ours: number;
  readonly beside: number;
  /** As in "times slower", of the ratio. */
  readonly is: string;
  readonly ratio: number;
}

/** Of two rates: the smaller is the slower. */
export function rates(what: string, unit: string, ours: number, beside: number): Comparison {
  return { what, unit, ours, beside, is: "times slower", ratio: beside / ours };
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value that this share of all values stays below, as 0.99 of them. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? Number.NaN;
}
