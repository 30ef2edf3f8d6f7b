import { openedFor } from "../../app/paths";
import { MATRIX, type Row } from "./matrix";
import { filled, type Ids } from "./prepared";
import type { Reader } from "./readers";
import { type Answer, WAYS, type Way } from "./ways";

type Admits = Row["load"][0];

const READERS_OF_TRUSTS = ["contributor of A", "signatory of A", "signatory of B"] as const;
const SIGNED_IN: readonly Reader[] = [...READERS_OF_TRUSTS, "staff", "admin"];

const ADMITTED: Readonly<Record<Admits, readonly Reader[] | "all">> = {
  everyone: "all",
  entrant: ["entrant", "newcomer"],
  "signed in": SIGNED_IN,
  officer: READERS_OF_TRUSTS,
  trust: READERS_OF_TRUSTS,
  signatory: ["signatory of A", "signatory of B"],
  staff: ["staff", "admin"],
  admin: ["admin"],
};

/** One way to ask for one route. */
export interface Question {
  readonly id: string;
  readonly row: Row;
  readonly way: Way;
}

const EVERY_QUESTION: readonly Question[] = Object.entries(MATRIX).flatMap(([id, row]) =>
  (Object.keys(WAYS) as Way[]).map((way) => ({ id, row, way })),
);

/** The address asked: a form that acts for a trust says which, as its page would have it say. */
export function addressOf(question: Question, reader: Reader, ids: Ids): string {
  const path = filled(question.row.path, ids);
  return isForm(question) && actsForTrust(question.row)
    ? openedFor(reader === "signatory of B" ? "ZD02" : "ZD01", path)
    : path;
}

export const actsForTrust = ({ act }: Row) => act?.[0] === "trust" || act?.[0] === "signatory";

export const isForm = ({ way }: Question) => WAYS[way].method === "POST";
const accessOf = (question: Question) => (isForm(question) ? question.row.act : question.row.load);

export const guardOf = (question: Question) => accessOf(question)?.[0] ?? null;

/** Whether the guard lets the reader pass; where nothing can be sent there is none to pass. */
export function isAdmitted(question: Question, reader: Reader): boolean {
  const access = accessOf(question);
  if (access === null) return false;
  const admitted = ADMITTED[access[0]];
  return admitted === "all" || admitted.includes(reader);
}

/**
 * What a reader is to ask: everything, but for what could only bring the same answer again. The page of the root is that
 * of its index; a HEAD that is not refused is a document without its body; and where nothing can be sent, no guard is
 * asked who sends it.
 */
export function questionsOf(reader: Reader): readonly Question[] {
  return EVERY_QUESTION.filter((question) => {
    const { id, way } = question;
    if (id === "root") return way === "data of the route alone";
    if (way === "head") return !isAdmitted(question, reader);
    return accessOf(question) !== null || reader === "anonymous" || reader === "admin";
  });
}

/** What the matrix says a reader gets: a status, and where it leads if it refuses by leading to sign in. */
export function expected(question: Question, reader: Reader): string {
  const { row, way } = question;
  const access = accessOf(question);
  if (access === null) return "405";
  const [guard, status] = access;
  if (isAdmitted(question, reader)) {
    const kind = way === "form" ? "form" : way === "form by script" ? "script" : "load";
    return byWay(way, row.but?.[reader]?.[kind] ?? status);
  }
  const isSignedIn = SIGNED_IN.includes(reader);
  if (guard === "entrant") return `${byWay(way, 303)} to ${isSignedIn ? "/account" : "/sign-in"}`;
  return isSignedIn ? "403" : `${byWay(way, 302)} to sign in`;
}

/** The same of an answer. */
export function answered(question: Question, reader: Reader, { status, location, body }: Answer): string {
  const to = status === 202 ? (/"(\/[^"]*)"/.exec(body)?.[1] ?? "") : location;
  if (to.startsWith("/sign-in?to=")) return `${status} to sign in`;
  const isRefused = !isAdmitted(question, reader) && to !== "";
  return `${status}${isRefused ? ` to ${to}` : ""}`;
}

/** Remix gives redirects to scripts as data, with a status of their own. */
function byWay(way: Way, status: number): string {
  const isData = way.includes("data") || way.includes("script");
  return String(isData && status >= 300 && status < 400 ? 202 : status);
}
