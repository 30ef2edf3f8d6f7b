import { paths } from "../../paths";
import type { SessionLeft } from "./contract";

export type Answer =
  | ({ readonly kind: "left" } & SessionLeft)
  | { readonly kind: "over" }
  | { readonly kind: "no answer" };

const PATIENCE_MS = 20_000;

/** Asks how long the session lasts, which does not lengthen it. */
export const howLong = () => ask("GET");

/** Goes on with the session. */
export const stay = () => ask("POST");

async function ask(method: "GET" | "POST"): Promise<Answer> {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const response = await fetch(paths.account.stay(), { method, redirect: "manual", signal });
    if (response.type === "opaqueredirect") return { kind: "over" };
    if (!response.ok) return { kind: "no answer" };
    const left: SessionLeft = await response.json();
    return { kind: "left", ...left };
  } catch {
    return { kind: "no answer" };
  }
}
