import { newToken } from "../../platform/tokens";
import type { Context } from "../context";
import { attemptKey } from "./attempt-key";

const YEAR_S = 365 * 24 * 60 * 60;

/**
 * The cookie by which a browser is known in which somebody has signed in, or has set a password by the link of an email.
 * It opens nothing: its attempts to sign in are counted by themselves, so that a stranger who fails on purpose, however
 * often, keeps nobody out of their own browser.
 *
 * Source: OWASP, Slow Down Online Guessing Attacks with Device Cookies; security specification, R9.
 */
export function knownBrowser(context: Context, personId: string): string {
  const browser = newToken();
  const attributes = `Max-Age=${YEAR_S}; Path=/; HttpOnly; SameSite=Lax`;
  const pair = `${nameOf(context)}=${browser}.${markOf(context, personId, browser)}`;
  return `${pair}; ${attributes}${isSecure(context) ? "; Secure" : ""}`;
}

/** The browser of a request, where the person has signed in with it before; null for any other. */
export function browserKnownTo(context: Context, cookies: string | null, personId: string): string | null {
  const [, browser = "", mark = ""] = FORM[nameOf(context)].exec(cookies ?? "") ?? [];
  // Made in any case: whether there is a person takes no time of its own.
  return mark === markOf(context, personId, browser) && mark !== "" ? browser : null;
}

const FORM = {
  "__Host-known": /(?:^|;\s*)__Host-known=([\w-]{20,64})\.([0-9a-f]{64})(?:;|$)/,
  known: /(?:^|;\s*)known=([\w-]{20,64})\.([0-9a-f]{64})(?:;|$)/,
} as const;

const isSecure = ({ publicOrigin }: Context) => publicOrigin.startsWith("https:");
const nameOf = (context: Context) => (isSecure(context) ? "__Host-known" : "known");
const markOf = (context: Context, personId: string, browser: string) =>
  attemptKey(context, "known browser of a person", `${personId} ${browser}`);
