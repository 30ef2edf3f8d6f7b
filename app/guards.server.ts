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
import { countAgainst, type PersonLimit, waitInWords } from "./journeys/account/limits";
import { type Entrant, entrant, type Who, whoIs } from "./journeys/account/who-is";
import type { Context } from "./journeys/context";
import { paths, trustOpenedFor } from "./paths";
import type { Cookies } from "./platform/cookies";
import { busyAnswer, isBusy } from "./platform/faults";
import { loggablePath } from "./platform/loggable-path";
import type { Session } from "./platform/sessions";
import { isSent, isSentByHand, keptForLater, wayBack } from "./way-back.server";

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
type Ask = Pick<Call<null>, "context" | "request" | "url" | "params" | "cookies"> & { readonly who: Who };

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

/** Somebody of a trust, whichever of theirs they act for now. */
export const forOfficer = guard("officer", officer);

/** Somebody who acts for a trust: what they send was opened for that one, and for no other (`openedFor`). */
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
    const { context, session } = call;
    if (isFresh(session, context.clock.now())) return handler(call);
    throw redirect(paths.account.confirm({ to: await wayBack(call, session.personId, "code") }), 303);
  };
}

/** For what takes in a file: a few at once, and of each trust one. What others send meanwhile is not so much as received. */
export function inTurn<Answer>(handler: Handler<Officer, Answer>): Handler<Officer, Answer> {
  return (call) => call.context.uploads.take(call.person.trust.ods, () => handler(call));
}

/** For what costs much, so often in an hour for each person and no oftener. */
export function limited<Who extends { readonly id: string }, Answer>(
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
export type Admits = "everyone" | "entrant" | "signed in" | "officer" | "trust" | "signatory" | "staff" | "admin";

function guard<Admitted>(admits: Admits, admit: (ask: Ask) => Promise<Admitted>, { notes } = { notes: true }) {
  return <Answer>(handler: Handler<Admitted, Answer>) => {
    const guarded = async ({ request, params, context: { app, cookies } }: Arguments): Promise<Answer> => {
      let who: Who = { kind: "nobody" };
      try {
        who = await whoIs(app, cookies.current(), notes);
        const url = new URL(request.url);
        const person = await admit({ context: app, who, request, url, params, cookies });
        // A guard that admits a person has seen their session.
        const session = (who.kind === "nobody" ? null : who.session) as Call<Admitted>["session"];
        return await handler({ context: app, person, session, request, params, url, cookies });
      } catch (error) {
        if (isBusy(error)) throw busyAnswer();
        if (error instanceof Response && error.status === 403) sayRefused(app, who, admits, request);
        // By name, since the server and the built pages each hold a class of their own.
        if (error instanceof Error && error.name === "AccessChanged") throw refused(error.message);
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

async function signedIn(ask: Ask): Promise<Person> {
  const { context, who, request, url, cookies } = ask;
  if (who.kind === "signed in") return who.person;
  const owner = who.kind === "nobody" ? await context.sessions.lapsed(cookies.current()) : null;
  const to = await wayBack(ask, owner);
  const said = isSentByHand(request) && to === url.pathname ? "not-kept" : undefined;
  throw redirect(paths.account.signIn({ to, said }), 302);
}

async function officer(ask: Ask): Promise<Officer> {
  const person = await signedIn(ask);
  if (!isOfficer(person)) throw refused("This page is for trusts. You are signed in for the Foundation.");
  return person;
}

async function trusted(ask: Ask): Promise<Officer> {
  const person = await officer(ask);
  const openedFor = isSent(ask.request) ? trustOpenedFor(ask.url) : person.trust.ods;
  if (openedFor !== person.trust.ods) throw await notForYourTrust(ask, person, openedFor);
  return person;
}

/** One of theirs that they do not act for now has its form kept, to be sent once they do. */
async function notForYourTrust(ask: Ask, { id, places }: Officer, openedFor: string | null): Promise<Response> {
  const kept = places.some(({ ods }) => ods === openedFor) ? await keptForLater(ask, id) : null;
  if (kept !== null) return redirect(paths.account.kept(kept), 303);
  return refused("This form was opened for another trust than the one you are signed in for now. Nothing was saved.");
}

async function employed(ask: Ask): Promise<Staff> {
  const person = await signedIn(ask);
  if (isOfficer(person)) throw refused("This page is for the Foundation's staff. You are signed in for a trust.");
  return person;
}

function refused(why: string): Response {
  return new Response(why, { status: 403 });
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
