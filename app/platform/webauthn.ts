import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { z } from "zod";

// The only file that knows the library which checks passkeys (Web Authentication, level 3).

/** How long a browser gives somebody to touch, look at or unlock what holds the passkey. */
export const PASSKEY_PATIENCE_MS = 5 * 60_000;

export interface StoredPasskey {
  readonly id: string;
  readonly publicKey: Uint8Array<ArrayBuffer>;
  readonly counter: number;
  readonly transports: readonly string[];
}

type Known = Pick<StoredPasskey, "id" | "transports">;

/** Whose passkey is made, and what the browser shows of them. */
interface Owner {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

const SERVICE = "Zero to Two";

const hostOf = (origin: string) => new URL(origin).hostname;
const idsOf = (known: readonly Known[]) => known.map(({ id, transports }) => ({ id, transports: [...transports] }));

/** What a browser is asked to make; those that are known already it does not make again. */
export function newPasskeyOptions(origin: string, owner: Owner, known: readonly Known[]) {
  return generateRegistrationOptions({
    rpName: SERVICE,
    rpID: hostOf(origin),
    userID: new TextEncoder().encode(owner.id),
    userName: owner.email,
    userDisplayName: owner.name,
    timeout: PASSKEY_PATIENCE_MS,
    attestationType: "none",
    excludeCredentials: idsOf(known),
    authenticatorSelection: { residentKey: "preferred", userVerification: "required" },
  });
}

/** What a browser is asked to sign, with one of these passkeys and no other. */
export function proofOptions(origin: string, passkeys: readonly Known[]) {
  return generateAuthenticationOptions({
    rpID: hostOf(origin),
    allowCredentials: idsOf(passkeys),
    timeout: PASSKEY_PATIENCE_MS,
    userVerification: "required",
  });
}

const base64url = (longest: number) =>
  z
    .string()
    .max(longest)
    .regex(/^[\w-]+$/);

const credential = {
  id: base64url(1_400),
  rawId: base64url(1_400),
  type: z.literal("public-key"),
  clientExtensionResults: z.unknown().transform(() => ({})),
};
const made = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url(4_000),
    attestationObject: base64url(40_000),
    transports: z
      .array(z.string().regex(/^[\w-]{1,20}$/))
      .max(10)
      .default([]),
  }),
});
const signed = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url(4_000),
    authenticatorData: base64url(4_000),
    signature: base64url(8_000),
  }),
});

/** A passkey as a browser says it was made; null where it was not made here, now, for this challenge. */
export async function checkNewPasskey(origin: string, sent: unknown, challenge: string): Promise<StoredPasskey | null> {
  const response = made.safeParse(sent);
  if (!response.success) return null;
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response: response.data,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: hostOf(origin),
      expectedType: "webauthn.create",
      requireUserVerification: true,
    });
    if (registrationInfo === undefined) return null;
    const { id, publicKey, counter } = registrationInfo.credential;
    return { id, publicKey, counter, transports: response.data.response.transports };
  } catch {
    return null;
  }
}

/** Which passkey a browser says that it signed with; null for what is no such answer. */
export function passkeyIdIn(sent: unknown): string | null {
  return signed.safeParse(sent).data?.id ?? null;
}

/**
 * The passkey's counter after a proof; null where the proof is not one: signed by another key, for another challenge or
 * site, without the person having shown who they are to it, or with a counter that did not go on from where it was.
 */
export async function checkProof(
  origin: string,
  sent: unknown,
  challenge: string,
  { id, publicKey, counter }: StoredPasskey,
): Promise<number | null> {
  const response = signed.safeParse(sent);
  if (!response.success) return null;
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: response.data,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: hostOf(origin),
      expectedType: "webauthn.get",
      credential: { id, publicKey, counter },
      requireUserVerification: true,
    });
    return verified ? authenticationInfo.newCounter : null;
  } catch {
    return null;
  }
}
