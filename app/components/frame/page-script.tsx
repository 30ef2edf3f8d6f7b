import { useMatches, useRouteError } from "@remix-run/react";
import { createContext, useContext } from "react";

/** The address of `app/entry.client.ts` as it was built. `entry.server.tsx` knows it. */
export const ScriptAddress = createContext<string | null>(null);

/** The one script of the portal, on pages whose route asks for it with `handle = { script: true }` and that went well. */
export function PageScript() {
  const address = useContext(ScriptAddress);
  const isAsked = useMatches().some(({ handle }) => asksForScript(handle));
  const wentWell = (useRouteError() ?? null) === null;
  return address !== null && isAsked && wentWell ? <script type="module" src={address} /> : null;
}

function asksForScript(handle: unknown): boolean {
  return typeof handle === "object" && handle !== null && "script" in handle && handle.script === true;
}
