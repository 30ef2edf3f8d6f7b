import { asReportingYear } from "../calendar/reporting-year";

/** Characters that a footnote may have. */
export const LONGEST_FOOTNOTE = 300;

/**
 * Why a text may not stand as a footnote beside a trust's published figures: a sentence for staff that says what to
 * change, without repeating it; null where it may. No figures but years, since any other could be a hidden count, in
 * digits or in words; nothing to reach a person by; one line of at most 300 characters. A person's name is not found:
 * somebody must read every footnote before it is published. Source: reference on disclosure, section 4, attack 8.
 *
 * Example: "Figures for 2024–25 leave out one clinic." may be published, "Three children were counted twice." may not.
 */
export function footnoteFault(text: string): string | null {
  return FAULTS.find(({ found }) => found(text))?.change ?? null;
}

const FAULTS: readonly { readonly found: (text: string) => boolean; readonly change: string }[] = [
  { found: (text) => text.trim() === "", change: "Write a sentence, or leave the footnote out." },
  { found: (text) => /\p{Cc}|\p{Zl}|\p{Zp}/u.test(text), change: "Write it on one line." },
  {
    found: (text) => [...text].length > LONGEST_FOOTNOTE,
    change: `Shorten it to ${LONGEST_FOOTNOTE} characters.`,
  },
  { found: (text) => text.includes("@"), change: "Take out the email address." },
  {
    found: (text) => /\p{Nd}(?:[\s().–-]*\p{Nd}){8,}/u.test(withoutYears(text)),
    change: "Take out the telephone or NHS number.",
  },
  {
    found: (text) => /\p{N}/u.test(withoutYears(text)),
    change: "Take out every figure but years, such as 2025 or 2025–26: a figure could give away a hidden count.",
  },
  {
    found: (text) => COUNTED.some((pattern) => pattern.test(text)),
    change: "Say it without a number of children or referrals, in words too: it could give away a hidden count.",
  },
];

/** A year is four digits from 1900 to 2099 on their own; a reporting year has the year after it, as in 2025–26. */
function withoutYears(text: string): string {
  return text.replace(
    /(?<![\p{L}\p{N}.,])((?:19|20)\d\d)(?:([–/-])(\d\d))?(?![\p{L}\p{N}])/gu,
    (written, start, _, end) => (end === undefined || asReportingYear(`${start}-${end}`) !== null ? "" : written),
  );
}

const TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety";
const UNITS = "one|two|three|four|five|six|seven|eight|nine";
const TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen";
const NUMBER = `(?:(?:${TENS})(?:[\\s-](?:${UNITS}))?|${TEENS}|${UNITS}|hundred|dozen|single|sole|couple|pair|both)`;
const CHILDREN =
  "(?:child|children|baby|babies|infants?|toddlers?|newborns?|twins?|siblings?|boys?|girls?|patients?|referrals?)";

/** What may stand between a number and what it counts, and still leave it a count: "two of the youngest children". */
const BETWEEN = [
  "of|the|these|those|our|its|their|a|or|to|and|more|fewer|further|extra|additional|other|such|new|late|missing",
  "duplicated?|repeated?|separate|individual|young|younger|youngest|older|very|small|premature",
].join("|");

const COUNTED: readonly RegExp[] = [
  new RegExp(`\\b${NUMBER}(?:[\\s,-]+(?:${BETWEEN}|${NUMBER})){0,5}[\\s-]+${CHILDREN}\\b`, "i"),
  // A number that stands for itself, after what it counts: "referrals fell from seven to three".
  new RegExp(
    [
      `\\b(?:${CHILDREN}|figures?|counts?|numbers?|totals?)\\b[^.!?]*?`,
      "(?:[:=]|\\b(?:was|were|is|are|be|been|being|by|to|from|than|only|just|exactly|under|over|not|totalled))\\s+",
      `${NUMBER}(?=\\s*(?:[.,;:!?)]|$|(?:to|not|rather|instead|or|and|more|fewer|less)\\b))`,
    ].join(""),
    "i",
  ),
];
