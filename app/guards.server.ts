import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import type { ReportingYear } from "./domain/calendar/reporting-year";
import { asReportingYear } from "./domain/calendar/reporting-year";
import {
  type Admin,
  isAdmin,
  isOfficer,
  isSignatory,
  type Officer,
  type Person,
  type Signatory,
  type Staff,
} from "./domain/people/person";
import { isFresh } from "./domain/people/session-life";
import { keepForm } from "./journeys/account/keep-form";
import { countAgainst, type PersonLimit, waitInWords } from "./journeys/account/limits";
import { type Entrant, entrant, type Who, whoIs } from "./journeys/account/who-is";
import type { Context } from "./journeys/context";
import { paths } from "./paths";
import type { Cookies } from "./platform/cookies";
import { busyAnswer, isBusy } from "./platform/faults";
import { loggablePath } from "./platform/loggable-path";
import type { Session } from "./platform/sessions";

// Every loader and every action is made by one of these: who may call it is said where it is written. A layout's guard
// would protect nothing, since Remix runs the loaders of parent and child side by side.

type Arguments = LoaderFunctionArgs | ActionFunctionArgs;

export interface Call<Person> {
  readonly context: Context;
  readonly person: Person;
  readonly session: Person extends null ? Session | null : Session;
  readonly request: Request;
  readonly params: Arguments["params"];
  readonly url: URL;
  readonly cookies: Cookies;
}

type Handler<Person, Answer> = (call: Call<Person>) => Promise<Answer>;
type Ask = Pick<Call<null>, "context" | "request" | "url" | "cookies"> & { readonly who: Who };

/** Whoever comes; `person` is null for a visitor, and for somebody who has given no second factor yet. */
export const forEveryone = guard("everyone", async ({ who }) => (who.kind === "signed in" ? who.person : null));

/** Somebody who has given the password and has to give, or to set up, the second factor. */
export const forEntrant = guard("entrant", async ({ context, who }): Promise<Entrant> => {
  const found = who.kind === "pending" ? await entrant(context, who.session.personId) : null;
  if (found === null) throw redirect(who.kind === "signed in" ? paths.account.home() : paths.account.signIn(), 303);
  return found;
});

export const forSignedIn = guard("signed in", signedIn);

/** Somebody signed in, for what nobody did but a script of the page: it does not lengthen their session. */
export const forSignedInUnnoticed = guard("signed in", signedIn, { notes: false });

export const forTrust = guard("trust", trusted);

export const forSignatory = guard("signatory", async (ask): Promise<Signatory> => {
  const person = await trusted(ask);
  if (!isSignatory(person)) throw refused("Only a signatory of your trust can do this. You may prepare its answers.");
  return person;
});

export const forStaff = guard("staff", employed);

export const forAdmin = guard("admin", async (ask): Promise<Admin> => {
  const person = await employed(ask);
  if (!isAdmin(person)) throw refused("This page is for the Foundation's administrators.");
  return person;
});

/** For what weighs most: a second factor has to have been given within ten minutes. What was sent is kept meanwhile. */
export function freshly<Who extends Person, Answer>(handler: Handler<Who, Answer>): Handler<Who, Answer> {
  return async (call) => {
    const { context, session, request, url } = call;
    if (isFresh(session, context.clock.now())) return handler(call);
    throw redirect(paths.account.confirm({ to: await wayBack({ context, request, url }, session.personId) }), 303);
  };
}

/** For what takes in a file: a few at once, and of each trust one. What others send meanwhile is not so much as received. */
export function inTurn<Answer>(handler: Handler<Officer, Answer>): Handler<Officer, Answer> {
  return (call) => call.context.uploads.take(call.person.trust.ods, () => handler(call));
}

/** For what costs much, so often in an hour for each person and no oftener. */
export function limited<Who extends Person, Answer>(
  limit: PersonLimit,
  handler: Handler<Who, Answer>,
): Handler<Who, Answer> {
  return async (call) => {
    const wait = await countAgainst(call.context, limit, call.person.id);
    if (wait === 0) return handler(call);
    throw new Response(`You have done this very often. Wait ${waitInWords(wait)}, then try again. Nothing is lost.`, {
      status: 429,
      headers: { "Retry-After": String(wait) },
    });
  };
}

/** The guards by name, as the table of who may call what names them. */
export type Admits = "everyone" | "entrant" | "signed in" | "trust" | "signatory" | "staff" | "admin";

function guard<Admitted>(admits: Admits, admit: (ask: Ask) => Promise<Admitted>, { notes } = { notes: true }) {
  return <Answer>(handler: Handler<Admitted, Answer>) => {
    const guarded = async ({ request, params, context: { app, cookies } }: Arguments): Promise<Answer> => {
      let who: Who = { kind: "nobody" };
      try {
        who = await whoIs(app, cookies.current(), notes);
        const url = new URL(request.url);
        const person = await admit({ context: app, who, request, url, cookies });
        // A guard that admits a person has seen their session.
        const session = (who.kind === "nobody" ? null : who.session) as Call<Admitted>["session"];
        return await handler({ context: app, person, session, request, params, url, cookies });
      } catch (error) {
        if (isBusy(error)) throw busyAnswer();
        if (error instanceof Response && error.status === 403) sayRefused(app, who, admits, request);
        // By name, since the server and the built pages each hold a class of their own.
        throw error instanceof Error && error.name === "SessionEnded" ? redirect(paths.account.signIn()) : error;
      }
    };
    return Object.assign(guarded, { admits });
  };
}

/** Whoever tries what is not theirs to do is not told more than that, and is seen. */
function sayRefused({ log }: Context, who: Who, admits: Admits, { method, url }: Request) {
  const person = who.kind === "signed in" ? who.person.id : null;
  const path = loggablePath(new URL(url).pathname);
  log.security("refused", { person, outcome: "refused", admits, method, path });
}

async function signedIn({ context, who, request, url, cookies }: Ask): Promise<Person> {
  if (who.kind === "signed in") return who.person;
  const owner = who.kind === "nobody" ? await context.sessions.lapsed(cookies.current()) : null;
  throw redirect(paths.account.signIn({ to: await wayBack({ context, request, url }, owner) }), 302);
}

async function trusted(ask: Ask): Promise<Officer> {
  const person = await signedIn(ask);
  if (!isOfficer(person)) throw refused("This page is for trusts. You are signed in for the Foundation.");
  return person;
}

async function employed(ask: Ask): Promise<Staff> {
  const person = await signedIn(ask);
  if (isOfficer(person)) throw refused("This page is for the Foundation's staff. You are signed in for a trust.");
  return person;
}

/** Where to go on after signing in: to the page that was asked for, or to the form that was sent and is kept for its owner. */
async function wayBack({ context, request, url }: Omit<Ask, "who" | "cookies">, owner: string | null): Promise<string> {
  const path = url.pathname + url.search;
  if (request.method === "GET" || request.method === "HEAD") return path;
  const kept =
    owner !== null && isSentByHand(request) ? await keepForm(context, owner, path, await request.text()) : null;
  return kept === null ? url.pathname : paths.account.kept(kept);
}

/** What a script sends has nobody to send it again. */
function isSentByHand({ headers }: Request): boolean {
  const isForm = headers.get("Content-Type")?.startsWith("application/x-www-form-urlencoded") ?? false;
  return isForm && (headers.get("Accept")?.includes("text/html") ?? false);
}

function refused(why: string): Response {
  return new Response(why, { status: 403 });
}

/** For a form that was opened for one trust and sent by someone who has meanwhile signed in for another. */
export function notForYourTrust(): Response {
  return refused("This form was opened for another trust than the one you are signed in for now. Nothing was saved.");
}

/** The `:year` of an address; a year that is not one is an address that does not exist. */
export function yearOf(params: Arguments["params"]): ReportingYear {
  const year = asReportingYear(params.year ?? "");
  if (year === null) throw new Response("There is no such reporting year.", { status: 404 });
  return year;
}

declare module "@remix-run/node" {
  interface AppLoadContext {
    app: Context;
    cookies: Cookies;
  }
}
