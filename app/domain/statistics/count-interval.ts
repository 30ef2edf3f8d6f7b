import type { Interval } from "../count/count";

/** The ends of a 95% interval: random variation only. */
export interface Limits {
  readonly lo: number;
  readonly hi: number;
}

const Z = 1.959964;
const TAIL = 0.025;

/**
 * The 95% interval of a count of events: Byar's method from 10 upwards, exact Poisson below. It is one to one with the
 * count, so it is hidden wherever the count is. Source: OHID, Public Health Technical Guidance.
 * Example: 7 is 2.81 to 14.42; 56 is 42.30 to 72.72.
 */
export function countInterval95(count: number): Limits {
  return count < 10 ? exactPoisson(count) : byar(count);
}

function byar(count: number): Limits {
  const cube = (n: number, sign: 1 | -1) => n * (1 - 1 / (9 * n) + (sign * Z) / (3 * Math.sqrt(n))) ** 3;
  return { lo: cube(count, -1), hi: cube(count + 1, 1) };
}

function exactPoisson(count: number): Limits {
  return {
    lo: count === 0 ? 0 : chiSquareQuantile(TAIL, 2 * count) / 2,
    hi: chiSquareQuantile(1 - TAIL, 2 * count + 2) / 2,
  };
}

/** The value below which a chi-square with an even number of degrees of freedom falls with probability `p`. */
function chiSquareQuantile(p: number, degrees: number): number {
  let [below, above] = [0, 10 * degrees + 50];
  for (let step = 0; step < 100; step += 1) {
    const middle = (below + above) / 2;
    if (chiSquareProbability(middle, degrees) < p) below = middle;
    else above = middle;
  }
  return (below + above) / 2;
}

/** With 2k degrees, falling below x is as likely as k or more events where x / 2 are expected. */
function chiSquareProbability(x: number, degrees: number): number {
  let term = Math.exp(-x / 2);
  let fewer = 0;
  for (let events = 0; events < degrees / 2; events += 1) {
    fewer += term;
    term *= x / 2 / (events + 1);
  }
  return 1 - fewer;
}

/** Children per 1,000 resident children, with its numerator and denominator. */
export interface Rate {
  readonly count: Interval;
  readonly population: number;
  /** Certain ends; equal where the count is exact. `hi: null` where the count has no upper end. */
  readonly rate: Interval;
  /** From the lower limit of the lowest count to the upper limit of the highest: random variation only. */
  readonly limits: Interval;
}

/**
 * The rate per 1,000 where a resident population exists: England, a region or an ICB in which every trust answered.
 * Trusts have no resident population. `population` is the ONS mid-year estimate at the 30 June inside the year; throws
 * a RangeError where it is not above 0. Source: reference on statistics, section 5.
 * Example: 56 in 17,000 is 3.29, limits 2.49 to 4.28.
 */
export function ratePer1000(count: Interval, population: number): Rate {
  if (!(population > 0)) throw new RangeError("A rate needs a resident population above 0.");
  const per1000 = (events: number) => (1000 * events) / population;
  return {
    count,
    population,
    rate: { lo: per1000(count.lo), hi: count.hi === null ? null : per1000(count.hi) },
    limits: {
      lo: per1000(countInterval95(count.lo).lo),
      hi: count.hi === null ? null : per1000(countInterval95(count.hi).hi),
    },
  };
}
