/** What the portal, or the way to it, says against it: a sentence for people. */
export class Refused extends Error {
  override name = "Refused";
}

const NOT_GIVEN =
  "No passkey was given: it was cancelled, it took too long, or this device has none for your account. Try again, or use a code.";

/** What browsers call it, in words. */
const SENTENCES: Readonly<Record<string, string>> = {
  NotAllowedError: NOT_GIVEN,
  AbortError: NOT_GIVEN,
  InvalidStateError: "This device, or its password manager, holds a passkey for your account already.",
  NotSupportedError:
    "This device cannot make a passkey that this service takes. Try another device, or a security key.",
  ConstraintError:
    "This device does not ask who you are before it gives a passkey. Set up a PIN, a fingerprint or a face on it first.",
  SecurityError: "The browser gives no passkey at this address. Open the service at its own address.",
};

/**
 * A sentence for whatever went wrong with a passkey, and never an empty one. Example: what browsers throw where somebody
 * cancels, a `NotAllowedError`, reads "No passkey was given: it was cancelled, …".
 */
export function whatWentWrong(error: unknown): string {
  if (error instanceof Refused) return error.message;
  const name = error instanceof Error ? error.name : "";
  return SENTENCES[name] ?? "Something went wrong with the passkey. Load the page again, or use a code.";
}
