import { useMatches, useRouteError } from "@remix-run/react";
import { createContext, useContext } from "react";

/** The address of `app/entry.client.ts` as it was built. `entry.server.tsx` knows it. */
export const ScriptAddress = createContext<string | null>(null);

/**
 * The one script of the portal, on pages that went well: on every one of somebody who is signed in, whom it warns before
 * the session ends, and for visitors where the route asks for it with `handle = { script: true }`, or with a function
 * that says so by what its loader found.
 */
export function PageScript({ isSignedIn }: { isSignedIn: boolean }) {
  const address = useContext(ScriptAddress);
  const isAsked = useMatches().some(({ handle, data }) => asksForScript(handle, data));
  const wentWell = (useRouteError() ?? null) === null;
  return address !== null && (isSignedIn || isAsked) && wentWell ? <script type="module" src={address} /> : null;
}

function asksForScript(handle: unknown, found: unknown): boolean {
  if (typeof handle !== "object" || handle === null || !("script" in handle)) return false;
  return typeof handle.script === "function" ? handle.script(found) === true : handle.script === true;
}
