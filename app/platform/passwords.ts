import { hash, verify } from "@node-rs/argon2";

// Argon2id with OWASP's first recommended parameters; the package's default algorithm is Argon2id.
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export function hashPassword(password: string): Promise<string> {
  return hash(password, PARAMETERS);
}

export function passwordMatches(passwordHash: string, password: string): Promise<boolean> {
  return verify(passwordHash, password, PARAMETERS);
}

/** Spends the same time as a real check, so that an unknown address answers no faster than a wrong password. */
export async function pretendToCheck(password: string): Promise<false> {
  await hash(password, PARAMETERS);
  return false;
}
