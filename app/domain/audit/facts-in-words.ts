import { asDay, formatShortDay } from "../calendar/day";
import { ROLE_IN_WORDS } from "../people/person";
import type { Outcome } from "../returns/problem";
import { actionInWords } from "./actions";
import type { WrittenEntry } from "./entry";
import { faultInWords, isFaultKind } from "./fault-in-words";

type Fact = string | number | boolean | null;
/** The name of the person of an id; null where nobody has it any more. */
export type NameOf = (id: string) => string | null;
type Facts = Readonly<Record<string, Fact>>;
type InWords = (fact: Fact, nameOf: NameOf, all: Facts) => string | null;

/** How somebody came in, or what they gave that was wrong, where an entry is about that. */
const ABOUT: Readonly<Record<string, string>> = {
  password: "at the password",
  "sign-in": "at sign-in",
  confirmation: "as they were to confirm that it is them",
  authenticator: "with the authenticator app",
  "recovery code": "with a recovery code",
  passkey: "with a passkey",
  "wrong password": "wrong password",
  "forgotten password": "with “I have forgotten my password”",
  // Said by the deed itself.
  "wrong code": "",
};

const counted = (fact: Fact, one: string, several: string) =>
  `${typeof fact === "number" ? fact.toLocaleString("en-GB") : fact} ${fact === 1 ? one : several}`;

const nothing: InWords = () => null;

/** A role of its own words, or a day. */
function roleOrDay(fact: Fact): string {
  const text = String(fact);
  const on = asDay(text);
  return on === null ? roleWords(text) : formatShortDay(on);
}

/** As within a sentence: "signatory", "Foundation admin". */
function roleWords(text: string): string {
  const words = Object.entries(ROLE_IN_WORDS).find(([role]) => role === text)?.[1] ?? text;
  return words.startsWith("Foundation") ? words : words.toLowerCase();
}

const CHECKED: Readonly<Record<string, string>> = {
  ready: "nothing to put right",
  confirm: "something to confirm",
  reject: "something to put right",
} satisfies Record<Outcome, string>;

/** What each fact that goes with an entry says. One that is only for machines says nothing; the download has them all. */
const FACTS: Readonly<Record<string, InWords>> = {
  version: (fact) => `version ${fact}`,
  reference: (fact) => `reference ${fact}`,
  footnotes: (fact) => (fact === 0 ? null : counted(fact, "footnote", "footnotes")),
  number: (fact) => `release ${fact}`,
  check: (fact) => CHECKED[String(fact)] ?? String(fact),
  waits: (fact) => (fact === true ? "kept beside the draft that a colleague saved" : null),
  because: (fact) => `problem ${fact}`,
  as: (fact) => (fact === "not-held" ? "not held" : String(fact)),
  questions: (fact) => `${String(fact).includes(" ") ? "questions" : "question"} ${String(fact).split(" ").join(", ")}`,
  told: (fact) => counted(fact, "person told", "people told"),
  role: (fact) => `as ${roleWords(String(fact))}`,
  from: (fact, _, { to }) => `from ${roleOrDay(fact)}${to === undefined ? "" : ` to ${roleOrDay(to)}`}`,
  to: (fact, _, { from }) => (from === undefined ? `to ${roleOrDay(fact)}` : null),
  known: (fact) => (fact === true ? "the account was there already" : "a new account"),
  reset: nothing,
  startedBy: (fact, nameOf) => `started by ${nameOf(String(fact)) ?? fact}`,
  ended: (fact) => (fact === "one" ? "another browser" : fact === "all others" ? "all other browsers" : String(fact)),
  left: (fact) => counted(fact, "code left", "codes left"),
  how: (fact) => (fact === "passkey" ? "with a passkey" : String(fact)),
  people: (fact) => counted(fact, "person", "people"),
  entries: (fact) => counted(fact, "entry", "entries"),
  seconds: (fact) => `in ${counted(fact, "second", "seconds")}`,
  bytes: (fact) => counted(fact, "byte", "bytes"),
  person: (fact, nameOf) =>
    fact === "nobody" ? "by the portal itself or a visitor" : `by ${nameOf(String(fact)) ?? fact}`,
  trust: (fact) => `for ${fact}`,
  did: (fact) => `“${actionInWords(String(fact))}”`,
  outcome: (fact) => (fact === "done" || fact === "refused" ? `only what was ${fact}` : String(fact)),
};

/**
 * What goes with an entry, in words: what it is about where that is no person, trust or round, then its facts, with
 * commas between them. Names are those of today. A fact that this version does not know is said as it stands, and so is a
 * detail that cannot be read.
 *
 * Example: a used recovery code with the detail `{"left":9}` reads `9 codes left`; a refused sign-in about `password`
 * reads `at the password`.
 */
export function factsInWords(
  { did, about, detail }: Pick<WrittenEntry, "did" | "about" | "detail">,
  nameOf: NameOf,
): string {
  const facts = factsOf(detail);
  const where = Object.hasOwn(ABOUT, about) ? (ABOUT[about] ?? "") : "";
  if (facts === null) return listed([where, detail]);
  const { fault = null, entry = null } = facts;
  if (did === "audit-fault-found" && isFaultKind(fault) && typeof entry === "number") {
    return faultInWords({ kind: fault, id: entry });
  }
  return listed([where, ...Object.entries(facts).map(([name, fact]) => factInWords(name, fact, nameOf, facts))]);
}

/** Whether what an entry is about is said by its facts, rather than being the id or code of something. */
export function isSaidInFacts(about: string): boolean {
  return Object.hasOwn(ABOUT, about);
}

function listed(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== "").join(", ");
}

function factInWords(name: string, fact: Fact, nameOf: NameOf, all: Facts): string | null {
  const words = Object.hasOwn(FACTS, name) ? FACTS[name] : undefined;
  return words === undefined ? `${name} ${fact}` : words(fact, nameOf, all);
}

function factsOf(json: string): Facts | null {
  try {
    const detail: unknown = JSON.parse(json);
    if (typeof detail !== "object" || detail === null || Array.isArray(detail)) return null;
    return Object.fromEntries(Object.entries(detail).map(([name, fact]) => [name, asFact(fact)]));
  } catch {
    return null;
  }
}

function asFact(fact: unknown): Fact {
  return typeof fact === "string" || typeof fact === "number" || typeof fact === "boolean" ? fact : null;
}
