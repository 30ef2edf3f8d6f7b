import type { Transaction } from "../../db/client";
import { countWrongCode, findLink, replaceLink, takeLink, voidLinks } from "../../db/email-links";
import { addUnconfirmed, forgetFactors } from "../../db/factors";
import { acceptedInvitation, findPerson } from "../../db/people";
import { wasReset } from "../../db/resets";
import { write } from "../../db/write";
import { passwordFault } from "../../domain/people/password-rules";
import { isOfficer, type Person, type Place, type Role } from "../../domain/people/person";
import { fingerprint } from "../../platform/fingerprint";
import { isMostUsed } from "../../platform/most-used-passwords";
import { hashPassword } from "../../platform/passwords";
import { newShortCode, newToken } from "../../platform/tokens";
import type { Context } from "../context";
import { record } from "../record";
import { detailsProblems } from "./details";
import { queueLinkLetter } from "./letters";
import { withReturns } from "./letters/places";
import { sealedNewSeed } from "./seeds";

const DAY_MS = 24 * 60 * 60_000;
const LIFETIME_MS = 7 * DAY_MS;
/** Six digits cannot be guessed in as many tries; after them a new invitation has to be sent. */
const MOST_WRONG_CODES = 10;
/** From so many wrong ones on, the page says how many tries are left. */
const WARNED_FROM = 7;
const CODE = /^\d{6}$/;

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
  const to = isOfficer(person)
    ? { places: await Promise.all(person.places.map((place) => withReturns(tx, context, place))) }
    : { role: person.role };
  const afterReset = await wasReset(tx, person.id);
  await queueLinkLetter(tx, context, person, { about: "invitation", ...made, to, afterReset });
}

/** Hashed with the token, so that the million codes cannot be tried on the hash alone. */
function codeHash(tokenSha256: string, code: string): string {
  return fingerprint(`${tokenSha256}:${code}`);
}

export interface Invitation {
  readonly name: string;
  readonly email: string;
  readonly jobTitle: string;
  readonly role: Role;
  /** The trusts they are to act for; none for the Foundation's people. */
  readonly places: readonly Place[];
}

/** An invitation that can still be accepted. Looking at it uses nothing up: mail scanners look at every link. */
export async function invitationOf({ db, clock }: Context, token: string): Promise<Invitation | null> {
  const link = await findLink(db, "invitation", fingerprint(token), clock.now());
  const person = link && (await findPerson(db, link.personId));
  if (person === null) return null;
  const { name, email, jobTitle } = person;
  return { name, email, jobTitle, role: person.role, places: isOfficer(person) ? person.places : [] };
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

/**
 * Accepts an invitation, once: the password is set, and a second factor has to be set up next. Where none of the problems
 * is the code's, it was right, and may be sent again with the next try.
 */
export async function acceptInvitation(context: Context, token: string, given: Acceptance): Promise<Accepted> {
  const { db, clock, sessions, where } = context;
  const tokenSha256 = fingerprint(token);
  const tried = await write(db, (tx) => tryCode(tx, context, tokenSha256, given.code.replace(/\s/g, "")));
  if (tried === null) return { kind: "no invitation" };
  const { person, wrong } = tried;
  const problems = problemsOf(given, person);
  if (wrong !== null) problems.unshift({ field: "code", message: wrong });
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
 * any number sent at once no more are compared than may be wrong. What is not six digits is no try, and is not counted.
 */
async function tryCode(
  tx: Transaction,
  context: Context,
  tokenSha256: string,
  code: string,
): Promise<{ person: Person; wrong: string | null } | null> {
  const link = await findLink(tx, "invitation", tokenSha256, context.clock.now());
  const person = link && (await findPerson(tx, link.personId));
  if (link === null || person === null) return null;
  if (!CODE.test(code)) return { person, wrong: "Enter the six digits from the email." };
  if (link.codeSha256 === codeHash(tokenSha256, code)) return { person, wrong: null };
  await countWrongCode(tx, tokenSha256, MOST_WRONG_CODES);
  await record(tx, context, { by: person, did: "invitation-accepted", about: "wrong code", outcome: "refused" });
  const wrongCodes = link.wrongCodes + 1;
  return wrongCodes < MOST_WRONG_CODES ? { person, wrong: wrongCodeInWords(wrongCodes) } : null;
}

function wrongCodeInWords(wrongCodes: number): string {
  const left = MOST_WRONG_CODES - wrongCodes;
  if (wrongCodes < WARNED_FROM) return "That is not the code in the email. Enter its six digits.";
  const times = left === 1 ? "once more" : `${left} more times`;
  return `That is not the code in the email. You can try ${times}; then you need a new invitation.`;
}

function problemsOf({ name, jobTitle, password }: Acceptance, person: Person): AcceptanceProblem[] {
  const problems: AcceptanceProblem[] = detailsProblems({ name, jobTitle });
  const trustNames = isOfficer(person) ? person.places.map((place) => place.name) : [];
  const fault = passwordFault(password, { email: person.email, name, trustNames, isMostUsed });
  if (fault !== null) problems.push({ field: "password", message: fault });
  return problems;
}
