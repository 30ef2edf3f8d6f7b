import { fromBase32 } from "../../app/domain/people/base32";
import { stepAt } from "../../app/domain/people/totp";
import { codeAt } from "../../app/platform/authenticator";
import { systemClock } from "../../app/platform/clock";
import { readSettings } from "../../app/platform/settings";
import { demonstrationCredentials } from "../../prisma/seed/seed";
import type { Command } from "./command";

/** What the authenticator of the demonstration's accounts shows now. Nobody's else: their seeds never leave the database. */
export const code: Command = async () => {
  const { seed } = demonstrationCredentials(readSettings(process.env));
  const bytes = fromBase32(seed);
  if (bytes === null) {
    const error = "The key of the demonstration’s authenticator cannot be read.";
    return { json: { error }, text: error, exitCode: 2 };
  }
  const now = codeAt(bytes, stepAt(systemClock.now()));
  return { json: { code: now }, text: now, exitCode: 0 };
};
