import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

/**
 * Every password of twelve characters or more among the million most used, in small letters, sorted, one a line: shorter
 * ones are refused without it. Source: SecLists, "10 million password list, top 1,000,000", copyright Daniel Miessler,
 * MIT licence. Found from where the portal is started, as the built pages are.
 */
const FILE = "app/platform/most-used-passwords.txt.gz";

let passwords: ReadonlySet<string> | null = null;

/** Whatever its case. The list is read when it is first needed. */
export function isMostUsed(password: string): boolean {
  passwords ??= new Set(gunzipSync(readFileSync(FILE)).toString("utf8").trimEnd().split("\n"));
  return passwords.has(password.toLowerCase());
}
