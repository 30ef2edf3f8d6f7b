import { expect, test } from "vitest";
import { replaceRecoveryCodes } from "../../app/db/factors";
import { write } from "../../app/db/write";
import { newRecoveryCodes, recoveryCodeHash } from "../../app/platform/recovery-codes";
import { builtPortal } from "../support/built-portal";

const TARGETS = [
  ["/submit/2025-26", "/submit/2025-26"],
  ["//evil.example", "/submit"],
  ["/\\evil.example", "/submit"],
  ["/\t/evil.example", "/submit"],
  ["https://evil.example", "/submit"],
  ["javascript:alert(1)", "/submit"],
] as const;

test("R29: signing in leads to a path of this site, whatever the form was told", async () => {
  const { post, db, officer, cookieOf } = await builtPortal();
  const codes = newRecoveryCodes();
  const hashes = codes.map((code) => recoveryCodeHash(officer.id, code));
  await write(db, (tx) => replaceRecoveryCodes(tx, officer.id, hashes));
  for (const [place, [to, location]] of TARGETS.entries()) {
    const half = `Cookie: ${await cookieOf(officer.id, null)}`;
    const answer = await post("/sign-in", `code=${codes[place]}&to=${encodeURIComponent(to)}`, half);
    expect([to, answer.status, answer.headers.get("location")]).toEqual([to, 303, location]);
  }
});

test("R29: the step from the password to the code carries no other target on", async () => {
  const { post } = await builtPortal();
  const credentials = "email=officer@demo.example&password=a-password-for-tests";
  for (const [to, location] of TARGETS) {
    const answer = await post("/sign-in", `${credentials}&to=${encodeURIComponent(to)}`);
    const next = location === "/submit" ? "/sign-in" : `/sign-in?to=${encodeURIComponent(location)}`;
    expect([to, answer.status, answer.headers.get("location")]).toEqual([to, 303, next]);
  }
});
