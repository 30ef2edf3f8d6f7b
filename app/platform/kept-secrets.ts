import { randomBytes } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";
import { SECRETS, type SecretTexts } from "./keys";

const kept = z.object({ SEALING_KEYS: z.string(), AUDIT_KEY: z.string(), LOOKUP_KEY: z.string() });

/** Fills up the secrets that a trial was not given with those of its own file, which is made at the first start. */
export function withKeptSecrets(given: SecretTexts, file: string): SecretTexts {
  if (SECRETS.every((name) => given[name])) return given;
  if (!existsSync(file)) make(file);
  const own = read(file);
  return Object.fromEntries(SECRETS.map((name) => [name, given[name] || own[name]]));
}

/** Written aside and then linked to its name, so that of several first starts at once the first one's stands, whole. */
function make(file: string) {
  const secret = () => randomBytes(32).toString("base64url");
  const secrets: z.infer<typeof kept> = {
    SEALING_KEYS: `first:${secret()}`,
    AUDIT_KEY: secret(),
    LOOKUP_KEY: secret(),
  };
  mkdirSync(dirname(file), { recursive: true });
  const aside = `${file}.${randomBytes(6).toString("hex")}`;
  try {
    writeFileSync(aside, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flag: "wx", flush: true });
    linkSync(aside, file);
  } catch (error) {
    if (!existsSync(file)) throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function read(file: string): z.infer<typeof kept> {
  try {
    return kept.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    // What was thrown is not passed on: it may quote the file.
    throw new Error(
      `The secrets in ${file} cannot be read. Put the file back as it was. Only if there is no database yet that was used with it, remove it: the next start makes another.`,
    );
  }
}
