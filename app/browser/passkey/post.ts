import { Refused } from "./what-went-wrong";

const NO_CONNECTION = "The service could not be reached. Try again once you are connected, or use a code.";
const SIGN_IN_AGAIN = "Too much time has gone by. Load the page again, and sign in again.";
const OUR_FAULT = "Something went wrong, and the fault is ours. Try again in a few minutes, or use a code.";
const PATIENCE_MS = 20_000;
/** For an answer that never comes: the page is being left. */
const NEVER = new Promise<never>(() => {});

/**
 * Sends JSON to the portal, and gives what it answers; throws `Refused` with what to say where it is not taken. Where the
 * portal would lead elsewhere, the second factor is to be given anew: the page goes `elsewhere` then, if that is known.
 */
export async function post<Answer>(address: string, sent: object, elsewhere?: string): Promise<Answer> {
  const response = await fetch(address, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(sent),
    redirect: "manual",
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch(() => {
    throw new Refused(NO_CONNECTION);
  });
  if (response.type === "opaqueredirect") {
    if (elsewhere === undefined) throw new Refused(SIGN_IN_AGAIN);
    location.assign(elsewhere);
    return NEVER;
  }
  const answer: unknown = await response.json().catch(() => null);
  if (typeof answer !== "object" || answer === null) throw new Refused(OUR_FAULT);
  if ("says" in answer && typeof answer.says === "string") throw new Refused(answer.says);
  if (!response.ok) throw new Refused(OUR_FAULT);
  return answer as Answer;
}
