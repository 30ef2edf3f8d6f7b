import type { Line } from "../return";
import { type CountReading, readCount } from "./count-text";
import { readTakes, type TakesReading } from "./takes-text";

/** Readers that remember what they read: a column says the same few things thousands of times. */
export interface Readers {
  readonly count: (raw: string, line: Line) => CountReading;
  readonly takes: (raw: string, line: Line) => TakesReading;
}

export function newReaders(): Readers {
  const bandCount = rememberingFigures((raw) => readCount(raw, "0-12m"));
  const totalCount = rememberingFigures((raw) => readCount(raw, "all"));
  const takes = {
    "0-12m": remembering((raw) => readTakes(raw, "0-12m")),
    "12-24m": remembering((raw) => readTakes(raw, "12-24m")),
    "24-36m": remembering((raw) => readTakes(raw, "24-36m")),
    all: () => NOT_ASKED,
  };
  return {
    count: (raw, line) => (line === "all" ? totalCount(raw) : bandCount(raw)),
    takes: (raw, line) => takes[line](raw),
  };
}

/** Question 1 is not asked for all ages: whatever stands there is ignored. */
const NOT_ASKED: TakesReading = { takes: "missing", words: null, synonym: false, unclear: null, holder: null };

/** Remembers everything that was read. For columns that say few different things. */
export function remembering<T>(read: (raw: string) => T): (raw: string) => T {
  const known = new Map<string, T>();
  return rememberingLast((raw) => {
    let meaning = known.get(raw);
    if (meaning === undefined) {
      meaning = read(raw);
      known.set(raw, meaning);
    }
    return meaning;
  });
}

/** Remembers what was read last. For columns that say the same thing several rows running. */
export function rememberingLast<T>(read: (raw: string) => T): (raw: string) => T {
  let lastRaw = "";
  let meaning: T | undefined;
  return (raw) => {
    if (meaning !== undefined && lastRaw === raw) return meaning;
    lastRaw = raw;
    meaning = read(raw);
    return meaning;
  };
}

/** Finds up to four plain figures by their value, which is quicker than by their text. */
export function rememberingFigures<T>(read: (raw: string) => T): (raw: string) => T {
  const byValue: (T | undefined)[] = new Array(10_000);
  const byText = remembering(read);
  return (raw) => {
    const value = shortFigure(raw);
    if (value === null) return byText(raw);
    const known = byValue[value];
    if (known !== undefined) return known;
    const meaning = read(raw);
    byValue[value] = meaning;
    return meaning;
  };
}

/** The value of one to four figures without a leading zero; null for anything else. */
function shortFigure(raw: string): number | null {
  if (raw.length === 0 || raw.length > 4 || (raw.length > 1 && raw.charCodeAt(0) === 48)) return null;
  let value = 0;
  for (let i = 0; i < raw.length; i++) {
    const digit = raw.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return null;
    value = value * 10 + digit;
  }
  return value;
}
