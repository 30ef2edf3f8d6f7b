import type { Line } from "../../return";
import { isDateSerial } from "../excel-date";
import { type CountReading, exact, fault, reading } from "./reading";

/** More children than live in England. */
export const MOST_CHILDREN = 15_000_000;
const RUN_OF_NINES = /^0*9{3,}$/;

/** A number of known value, with the figures it was written in. */
export function readFigure(
  value: number,
  figures: string,
  line: Line,
  notes: CountReading["notes"] = [],
): CountReading {
  if (value >= 999 && RUN_OF_NINES.test(figures)) return fault("sentinel-value");
  if (line !== "all" && figures.length === 5 && isDateSerial(value)) return fault("excel-date-value");
  if (value > MOST_CHILDREN) return fault("impossible-count");
  return { count: exact(value), problem: null, notes, remark: null, estimated: false };
}

const WHOLE = /^\+?(\d+)\.?$/;
const THOUSANDS = /^\+?([1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{0,2}(?: \d{3})+)(?:\.0{0,2})?$/;
const POINT_ZERO = /^\+?(\d+)\.(0+)$/;
const DECIMAL = /^[-+]?(?:\d+[.,]\d+|[.,]\d+|\d[\d.,]*\d|\d* ?[¼½¾⅐-⅞])$/;
const UNITS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
const TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
/** From zero to ninety-nine, each at the place of its value. */
const NUMBER_WORDS = [
  "zero",
  ...UNITS,
  "ten",
  "eleven",
  "twelve",
  "thirteen",
  "fourteen",
  "fifteen",
  "sixteen",
  "seventeen",
  "eighteen",
  "nineteen",
  ...TENS.flatMap((ten) => [ten, ...UNITS.map((unit) => `${ten}-${unit}`)]),
];
/** The pattern of a number in two words: `twenty-one`, which is no range from 20 to 1. */
export const TWO_WORDS = `(?:${TENS.join("|")})[- ](?:${UNITS.join("|")})`;

/** A number by itself: `12`, `1,234`, `12.0`, `twelve`. Null for anything else. */
export function readNumber(text: string, line: Line): CountReading | null {
  const whole = WHOLE.exec(text)?.[1];
  if (whole !== undefined) return readFigure(Number(whole), whole, line);
  const grouped = THOUSANDS.exec(text)?.[1]?.replace(/[, ]/g, "");
  if (grouped !== undefined) return readFigure(Number(grouped), grouped, "all", ["thousands-separator"]);
  const [, pointed, zeros] = POINT_ZERO.exec(text) ?? [];
  // "1.000" is 1 to some and 1,000 to others.
  const continental = zeros?.length === 3 && pointed !== undefined && pointed.length <= 3;
  if (pointed !== undefined && !continental) return readFigure(Number(pointed), pointed, line);
  if (DECIMAL.test(text)) return fault("decimal-value");
  const word = wordsMean(text);
  return word === null ? null : reading(exact(word), "number-in-words");
}

/** A number inside a phrase: figures, grouped or not, or in words up to ninety-nine. Null where it is neither. */
export function numberIn(text: string | undefined): number | null {
  if (text === undefined) return null;
  const word = wordsMean(text);
  if (word !== null) return word;
  if (!/^\d{1,3}(?:,\d{3})+$|^\d{1,8}$/.test(text)) return null;
  return Number(text.replaceAll(",", ""));
}

function wordsMean(text: string): number | null {
  const value = NUMBER_WORDS.indexOf(text.replace(" ", "-"));
  return value === -1 ? null : value;
}
