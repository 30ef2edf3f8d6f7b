import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import type { ReportingYear } from "./domain/calendar/reporting-year";
import { asReportingYear } from "./domain/calendar/reporting-year";
import type { Officer, Person, Staff } from "./domain/people/person";
import { whoIs } from "./journeys/account/who-is";
import type { Context } from "./journeys/context";
import { paths } from "./paths";
import { busyAnswer, isBusy } from "./platform/faults";

// Every loader and every action is made by one of these three: who may call it is said where it is written. A layout's
// guard would protect nothing, since Remix runs the loaders of parent and child side by side.

type Arguments = LoaderFunctionArgs | ActionFunctionArgs;

export interface Call<Who> {
  readonly context: Context;
  readonly person: Who;
  readonly request: Request;
  readonly params: Arguments["params"];
  readonly url: URL;
}

type Handler<Who, Answer> = (call: Call<Who>) => Promise<Answer>;

export const forEveryone = guard(async (call) => call.person);

export const forTrust = guard(async (call): Promise<Officer> => {
  const person = await signedIn(call);
  if (person.role !== "trust") throw refused("This page is for trusts. You are signed in for the Foundation.");
  return person;
});

export const forStaff = guard(async (call): Promise<Staff> => {
  const person = await signedIn(call);
  if (person.role === "trust") throw refused("This page is for the Foundation's staff. You are signed in for a trust.");
  return person;
});

/** For what takes in a file: a few at once, and of each trust one. What others send meanwhile is not so much as received. */
export function inTurn<Answer>(handler: Handler<Officer, Answer>): Handler<Officer, Answer> {
  return (call) => call.context.uploads.take(call.person.trust.ods, () => handler(call));
}

function guard<Who>(admit: (call: Call<Person | null>) => Promise<Who>) {
  return <Answer>(handler: Handler<Who, Answer>) =>
    async ({ request, params, context: { app } }: Arguments): Promise<Answer> => {
      try {
        const person = await whoIs(app, request.headers.get("Cookie"));
        const call = { context: app, person, request, params, url: new URL(request.url) };
        return await handler({ ...call, person: await admit(call) });
      } catch (error) {
        throw isBusy(error) ? busyAnswer() : error;
      }
    };
}

async function signedIn({ person, url }: Call<Person | null>): Promise<Person> {
  if (person === null) throw redirect(paths.account.signIn({ to: url.pathname + url.search }));
  return person;
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
  }
}
