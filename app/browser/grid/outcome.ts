import type { KeptAnswer } from "./contract";

/** What became of an attempt to keep what was typed. */
export type Outcome =
  | { readonly kind: "saved"; readonly draftId: string; readonly says: string }
  /** The draft is another's now: only the form itself, sent by the officer, may replace it. */
  | { readonly kind: "stop"; readonly says: string }
  /** Not as it stands; the next change is tried again. */
  | { readonly kind: "refused"; readonly says: string }
  /**
   * Tried again by itself. `holds` keeps the form back too: sent now, what was typed would be lost with the page.
   * `signIn` where that is all it takes.
   */
  | { readonly kind: "later"; readonly says: string; readonly holds: boolean; readonly signIn: boolean };

/** An answer of the portal, as far as it matters here; `redirected` is all that a browser tells of a redirect. */
export interface Answer {
  readonly status: number;
  readonly redirected: boolean;
  readonly body: string;
}

const NO_CONNECTION = "Not saved yet: no connection. We keep trying";
const BUSY = "Not saved yet: the service is busy. We keep trying";
const SIGNED_OUT = "You have been signed out. Sign in in another tab and go on here: nothing you typed is lost";
const ANOTHER_ACCOUNT =
  "Not saved: you are signed in with another account now. Sign in with the one you began with, in another tab, and go on here";
const TOO_LONG = "Not saved: together your answers are longer than this page takes";
const NOT_TAKEN = "Not saved by itself: choose “Save and continue” to save it";

/** Reads an answer; null is none at all. Example: 503 is tried again, 422 waits for the next change. */
export function outcomeOf(answer: Answer | null): Outcome {
  if (answer === null) return { kind: "later", says: NO_CONNECTION, holds: true, signIn: false };
  const { status, redirected, body } = answer;
  // The one redirect there is leads to the sign-in page.
  if (redirected || status === 401) return { kind: "later", says: SIGNED_OUT, holds: true, signIn: true };
  if (status >= 500) return { kind: "later", says: BUSY, holds: status !== 500, signIn: false };
  const kept = keptIn(body);
  switch (status) {
    case 200:
      return kept?.draftId === undefined
        ? { kind: "refused", says: NOT_TAKEN }
        : { kind: "saved", draftId: kept.draftId, says: kept.says };
    case 403:
      return { kind: "later", says: ANOTHER_ACCOUNT, holds: true, signIn: true };
    case 409:
      return { kind: "stop", says: kept?.says ?? NOT_TAKEN };
    case 413:
      return { kind: "refused", says: TOO_LONG };
    default:
      return { kind: "refused", says: kept?.says ?? NOT_TAKEN };
  }
}

function keptIn(body: string): KeptAnswer | null {
  try {
    const kept: Partial<KeptAnswer> = JSON.parse(body);
    return typeof kept.says === "string" ? { ...kept, says: kept.says } : null;
  } catch {
    return null;
  }
}

const [SHORTEST_MS, LONGEST_MS] = [2_000, 30_000];

/** How long to wait before the next attempt, in milliseconds: 2 s after the first that failed, twice that, at most 30 s. */
export function pauseAfter(failures: number): number {
  return Math.min(SHORTEST_MS * 2 ** (failures - 1), LONGEST_MS);
}
