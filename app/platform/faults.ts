import type { Response as Answer, ErrorRequestHandler, Request } from "express";
import type { Facts, Log } from "./log";
import { loggablePath } from "./loggable-path";
import { requestIdOf, whereOf } from "./where";

export const RETRY_AFTER_S = 10;

const BUSY = "The service is busy. What you asked for was not done, and nothing is lost. Wait a minute and try again.";
const OUR_FAULT = "Sorry, something went wrong. The fault is ours, not yours. Try again in a few minutes.";

/** One plain sentence and nothing else: whoever is refused in front of the framework did not come from a page of ours. */
export function refuse(response: Answer, status: number, sentence: string): void {
  response.status(status).set("Cache-Control", "no-store").type("text/plain").send(`${sentence}\n`);
}

/** Has the log say that a request was refused as hostile, and from where it came. */
export function sayRefused(log: Log, event: string, request: Request, response: Answer, facts: Facts = {}): void {
  const what = { method: request.method, path: loggablePath(request.path), ...facts };
  log.with(whereOf(request, response)).security(event, { outcome: "refused", ...what });
}

const BUSY_NAMES = new Set(["DatabaseBusy", "TooBusy"]);

/**
 * The database was locked, or a turn was long in coming, for longer than anyone should wait. Told by name, since the
 * server and the built pages each hold classes of their own; P1008 is how Prisma says it of a read.
 */
export function isBusy(error: unknown): boolean {
  return error instanceof Error && (BUSY_NAMES.has(error.name) || codeOf(error) === "P1008");
}

/** What a loader or an action answers when too much else is going on. */
export function busyAnswer(): Response {
  return new Response(BUSY, { status: 503, headers: { "Retry-After": String(RETRY_AFTER_S) } });
}

/**
 * What may be logged of an error: its kind and where it happened. Never its message, which may quote what somebody
 * entered: Prisma's do, with every argument of the query.
 */
export function factsOf(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { kind: typeof error };
  const { name, message, stack = "", cause } = error;
  const frames = stack.slice(stack.indexOf(message) + message.length).split("\n");
  return {
    kind: name === "Error" ? error.constructor.name : name,
    code: codeOf(error),
    cause: cause === undefined ? undefined : factsOf(cause),
    where: frames.filter((line) => line.startsWith("    at ")).map((line) => line.slice("    at ".length)),
  };
}

function codeOf(error: Error): string | undefined {
  return "code" in error && typeof error.code === "string" ? error.code : undefined;
}

const quote = (response: Answer) => `If you write to us, quote this number: ${requestIdOf(response)}`;

/** All that is said of a fault where no page can be made. */
export const ourFault = (response: Answer) => `${OUR_FAULT} ${quote(response)}`;

/** The answer of last resort, for what fails outside the framework. */
export function lastResort(log: Log): ErrorRequestHandler {
  return (error, request, response, _next) => {
    const status = isBusy(error) ? 503 : statusOf(error);
    // The framework, told that its reader was refused, still tries to answer what has been answered.
    if (response.writableEnded) return;
    if (status === 500) {
      const facts = { method: request.method, path: loggablePath(request.path), ...factsOf(error) };
      log.with(whereOf(request, response)).error("fault", facts);
    }
    if (response.headersSent) return void response.destroy();
    if (status === 503) response.set("Retry-After", String(RETRY_AFTER_S));
    if (status >= 500)
      return refuse(response, status, status === 503 ? `${BUSY} ${quote(response)}` : ourFault(response));
    refuse(response, status, "The service could not read what was sent.");
  };
}

/** Express and its file server mark an error that is the sender's own with a status of 400 to 499. */
function statusOf(error: unknown): number {
  const status = typeof error === "object" && error !== null && "status" in error ? error.status : undefined;
  return typeof status === "number" && status >= 400 && status < 500 ? status : 500;
}
