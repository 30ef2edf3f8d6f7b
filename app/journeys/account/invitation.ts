import type { Transaction } from "../../db/client";
import { countWrongCode, findLink, replaceLink, takeLink, voidLinks } from "../../db/email-links";
import { addUnconfirmed, forgetFactors } from "../../db/factors";
import { acceptedInvitation, findPerson } from "../../db/people";
import { write } from "../../db/write";
import { passwordFault } from "../../domain/people/password-rules";
import { isOfficer, type Person, ROLE_IN_WORDS } from "../../domain/people/person";
import { fingerprint } from "../../platform/fingerprint";
import { isMostUsed } from "../../platform/most-used-passwords";
import { hashPassword } from "../../platform/passwords";
import { newShortCode, newToken } from "../../platform/tokens";
import type { Context } from "../context";
import { record } from "../record";
import { queueLinkLetter } from "./letters";
import { sealedNewSeed } from "./seeds";

const DAY_MS = 24 * 60 * 60_000;
const LIFETIME_MS = 7 * DAY_MS;
/** Six digits cannot be guessed in as many tries; after them a new invitation has to be sent. */
const MOST_WRONG_CODES = 10;

/** What somebody is invited to, in a sentence: "for Example NHS Trust, as signatory". */
export function placeInWords(person: Person): string {
  if (!isOfficer(person)) return `as ${ROLE_IN_WORDS[person.role]}`;
  return person.places.map(({ name, role }) => `for ${name}, as ${ROLE_IN_WORDS[role].toLowerCase()}`).join("; ");
}

export interface MadeInvitation {
  readonly token: string;
  /** Six digits, to be typed in beside the link. */
  readonly code: string;
  readonly expiresAt: Date;
}

/** Makes an invitation, which makes any before it void. Whoever is given both its link and its code can accept it. */
export async function makeInvitation(tx: Transaction, context: Context, personId: string): Promise<MadeInvitation> {
  const [token, code, now] = [newToken(), newShortCode(), context.clock.now()];
  const expiresAt = new Date(now.getTime() + LIFETIME_MS);
  const tokenSha256 = fingerprint(token);
  await replaceLink(tx, {
    kind: "invitation",
    personId,
    tokenSha256,
    codeSha256: codeHash(tokenSha256, code),
    email: null,
    createdAt: now,
    expiresAt,
  });
  return { token, code, expiresAt };
}

/** Makes an invitation and queues its letter. */
export async function sendInvitation(tx: Transaction, context: Context, person: Person): Promise<void> {
  const made = await makeInvitation(tx, context, person.id);
  await queueLinkLetter(tx, context, person, { about: "invitation", ...made, what: placeInWords(person) });
}

/** Hashed with the token, so that the million codes cannot be tried on the hash alone. */
function codeHash(tokenSha256: string, code: string): string {
  return fingerprint(`${tokenSha256}:${code}`);
}

export interface Invitation {
  readonly name: string;
  readonly email: string;
  readonly jobTitle: string;
  readonly what: string;
}

/** An invitation that can still be accepted. Looking at it uses nothing up: mail scanners look at every link. */
export async function invitationOf({ db, clock }: Context, token: string): Promise<Invitation | null> {
  const link = await findLink(db, "invitation", fingerprint(token), clock.now());
  const person = link && (await findPerson(db, link.personId));
  if (person === null) return null;
  const { name, email, jobTitle } = person;
  return { name, email, jobTitle, what: placeInWords(person) };
}

export interface Acceptance {
  readonly code: string;
  readonly name: string;
  readonly jobTitle: string;
  readonly password: string;
}

export interface AcceptanceProblem {
  readonly field: keyof Acceptance;
  readonly message: string;
}

export type Accepted =
  | { readonly kind: "accepted"; readonly cookie: string }
  | { readonly kind: "problems"; readonly problems: readonly AcceptanceProblem[] }
  /** The link was used, is void or has expired. */
  | { readonly kind: "no invitation" };

/** Accepts an invitation, once: the password is set, and a second factor has to be set up next. */
export async function acceptInvitation(context: Context, token: string, given: Acceptance): Promise<Accepted> {
  const { db, clock, sessions, where } = context;
  const tokenSha256 = fingerprint(token);
  const tried = await write(db, (tx) => tryCode(tx, context, tokenSha256, given.code.replace(/\s/g, "")));
  if (tried === null) return { kind: "no invitation" };
  const { person, isRight } = tried;
  const problems = problemsOf(given, person);
  if (!isRight)
    problems.unshift({ field: "code", message: "That is not the code in the letter. Enter its six digits." });
  if (problems.length > 0) return { kind: "problems", problems };
  const passwordHash = await hashPassword(given.password);
  const seed = sealedNewSeed(context, person.id);
  return write(db, async (tx): Promise<Accepted> => {
    if (!(await takeLink(tx, "invitation", tokenSha256, clock.now()))) return { kind: "no invitation" };
    await acceptedInvitation(tx, person.id, { name: given.name, jobTitle: given.jobTitle, passwordHash });
    // Whoever was invited anew, by a reset or at the command line, begins with nothing of what was there before.
    await voidLinks(tx, person.id);
    await forgetFactors(tx, person.id);
    await addUnconfirmed(tx, person.id, seed, clock.now());
    await sessions.endAll(tx, person.id);
    await record(tx, context, { by: person, did: "invitation-accepted", about: person.id });
    const ods = isOfficer(person) ? person.trust.ods : null;
    const cookie = await sessions.start(tx, { personId: person.id, factorAt: null, ods, agent: where.agent });
    return { kind: "accepted", cookie };
  });
}

/**
 * Compares a code, and counts it where it is wrong; null where the invitation is over. One after the other, so that of
 * any number sent at once no more are compared than may be wrong.
 */
async function tryCode(
  tx: Transaction,
  context: Context,
  tokenSha256: string,
  code: string,
): Promise<{ person: Person; isRight: boolean } | null> {
  const link = await findLink(tx, "invitation", tokenSha256, context.clock.now());
  const person = link && (await findPerson(tx, link.personId));
  if (link === null || person === null) return null;
  const isRight = link.codeSha256 === codeHash(tokenSha256, code);
  if (!isRight) {
    await countWrongCode(tx, tokenSha256, MOST_WRONG_CODES);
    await record(tx, context, { by: person, did: "invitation-accepted", about: "wrong code", outcome: "refused" });
  }
  return { person, isRight };
}

const LONGEST = 120;

function problemsOf({ name, jobTitle, password }: Acceptance, person: Person): AcceptanceProblem[] {
  const problems: AcceptanceProblem[] = [];
  const say = (field: keyof Acceptance, message: string) => problems.push({ field, message });
  if (name === "") say("name", "Enter your name, as colleagues know it.");
  if (name.length > LONGEST) say("name", `Your name is longer than ${LONGEST} characters. Shorten it.`);
  if (jobTitle.length > LONGEST) say("jobTitle", `Your job title is longer than ${LONGEST} characters. Shorten it.`);
  const trustNames = isOfficer(person) ? person.places.map((place) => place.name) : [];
  const fault = passwordFault(password, { email: person.email, name, trustNames, isMostUsed });
  if (fault !== null) say("password", fault);
  return problems;
}
