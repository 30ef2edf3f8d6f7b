import type { Params } from "@remix-run/react";
import { keepForm } from "./journeys/account/keep-form";
import type { Context } from "./journeys/context";
import { paths } from "./paths";

interface Sent {
  readonly context: Context;
  readonly request: Request;
  readonly url: URL;
  readonly params: Params;
}

/**
 * Where to go on after signing in, or after a code that was asked for once more: to the page that was asked for, or to the
 * form that was sent and is kept for its owner.
 */
export async function wayBack(sent: Sent, owner: string | null, askedFor?: "code"): Promise<string> {
  const { request, url } = sent;
  if (!isSent(request)) return url.pathname + url.search;
  const kept = owner === null ? null : await keptForLater(sent, owner);
  return kept === null ? url.pathname : paths.account.kept(kept, { for: askedFor });
}

/** The id under which a form is kept for its owner; null where it is not. */
export async function keptForLater({ context, request, url, params }: Sent, owner: string): Promise<string | null> {
  if (!isSentByHand(request)) return null;
  const path = url.pathname + url.search;
  return keepForm(context, owner, { path, page: routeIn(url.pathname, params), body: await request.text() });
}

export function isSent({ method }: Request): boolean {
  return method !== "GET" && method !== "HEAD";
}

/** What a script sends has nobody to send it again. */
export function isSentByHand({ headers }: Request): boolean {
  const isForm = headers.get("Content-Type")?.startsWith("application/x-www-form-urlencoded") ?? false;
  return isForm && (headers.get("Accept")?.includes("text/html") ?? false);
}

/** A path as the table of routes has it, without what somebody may have typed: `/submit/:year/upload`. */
function routeIn(pathname: string, params: Params): string {
  const named = Object.entries(params);
  const parts = pathname.split("/").map((part) => {
    const read = decodeURIComponent(part);
    const name = named.find(([, value]) => value === read)?.[0];
    if (name !== undefined) return `:${name}`;
    return /^[a-z.-]*$/i.test(read) ? read.toLowerCase() : "…";
  });
  return parts.join("/");
}
