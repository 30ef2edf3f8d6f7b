import type { Line } from "../../return";
import { MOST_CHILDREN, numberIn, readNumber } from "./numbers";
import { rangeStated } from "./ranges";
import { type CountReading, exact, fault, reading } from "./reading";

const ESTIMATE_BEFORE =
  /^(?:approximately|approx\.?|approx|circa|ca\.?|c\.?|around|about|roughly|estimated|estimate|est\.?|some|nearly|almost|~|≈) ?(?:at )?/;
const ESTIMATE_AFTER =
  /(?: ?ish| approx\.?| approximately| or so| estimated?| est\.?| ?[([](?:approx\.?|approximately|est\.?|estimated?|e)[)\]])$/;

/** A number that is said to be near: `approx 20`, `c.20`, `20ish`. Null for anything else. */
export function readEstimate(text: string): CountReading | null {
  const number = text.replace(ESTIMATE_BEFORE, "").replace(ESTIMATE_AFTER, "").trim();
  if (number === text) return null;
  const value = numberIn(number.replace(/ (?:children|patients?|referrals?|cases)$/, ""));
  if (value !== null && value > MOST_CHILDREN) return fault("impossible-count");
  if (value !== null) return reading(exact(value), "estimate", { estimated: true });
  const stated = rangeStated(number);
  return stated === null || stated.count.kind !== "range" ? null : { ...stated, problem: "estimate", estimated: true };
}

const NUMBER_THEN_NOTE =
  /^(\d[\d,]*) ?([*†‡§^#¹²³⁴⁵⁶⁷⁸⁹⁰]+|\[[^[\]]*\]|\([^()]*\)|(?:children|patients?|referrals?|cases|young people|cyp|infants|babies)\b[^\d]*)$/;
const MARK_THEN_NUMBER = /^([*†‡]+) ?(\d[\d,]*)$/;

/** A number with something beside it: `12*`, `12 (3 declined)`. A number said twice, `12 (twelve)`, is just that number. */
export function readAnnotated(text: string, line: Line): CountReading | null {
  const after = NUMBER_THEN_NOTE.exec(text);
  const before = MARK_THEN_NUMBER.exec(text);
  const [figures, remark] = after ? [after[1], after[2]] : before ? [before[2], before[1]] : [];
  if (figures === undefined || remark === undefined) return null;
  const number = readNumber(figures, line);
  if (number === null || number.problem !== null) return number;
  const said = numberIn(remark.replace(/^\(|\)$/g, "").trim());
  if (remark.startsWith("(") && number.count.kind === "exact" && said === number.count.value && /[a-z]/.test(remark))
    return number;
  return { ...number, problem: "number-with-note", remark };
}
