import type { SealedSeed } from "../../db/factors";
import { newSeed } from "../../platform/authenticator";
import type { Context } from "../context";

const sealedFor = (personId: string) => `totp:${personId}`;

/** A seed sealed so that it opens as this person's and nobody else's. */
export function sealedSeed({ sealing }: Context, personId: string, seed: Uint8Array): string {
  return sealing.seal(seed, sealedFor(personId));
}

export function sealedNewSeed(context: Context, personId: string): string {
  return sealedSeed(context, personId, newSeed());
}

export function openSeed({ sealing }: Context, personId: string, { seed }: SealedSeed): Uint8Array {
  return sealing.open(seed, sealedFor(personId));
}
