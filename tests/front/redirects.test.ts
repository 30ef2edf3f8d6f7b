import { expect, test } from "vitest";
import { replaceRecoveryCodes } from "../../app/db/factors";
import { write } from "../../app/db/write";
import { addOwnPasskey, askForNewPasskey } from "../../app/journeys/account/own-passkeys";
import { newRecoveryCodes, recoveryCodeHash } from "../../app/platform/recovery-codes";
import { builtPortal } from "../support/built-portal";
import { makePasskey } from "../support/passkey";
import { codeNow } from "../support/people";

const TARGETS = [
  ["/submit/2025-26", "/submit/2025-26"],
  ["//evil.example", "/submit"],
  ["/\\evil.example", "/submit"],
  ["/\t/evil.example", "/submit"],
  ["https://evil.example", "/submit"],
  ["javascript:alert(1)", "/submit"],
] as const;

test("R29: signing in leads to a path of this site, whatever the form was told", async () => {
  const { context, post, db, officer, cookieOf } = await builtPortal();
  for (const [to, location] of TARGETS) {
    // A code is taken once; here the same one is to do for each.
    await db.authenticator.updateMany({ data: { lastStep: 0 } });
    const half = `Cookie: ${await cookieOf(officer.id, null)}`;
    const answer = await post("/sign-in", `code=${codeNow(context)}&to=${encodeURIComponent(to)}`, half);
    expect([to, answer.status, answer.headers.get("location")]).toEqual([to, 303, location]);
  }
});

test("R29: so does signing in with a recovery code, by way of the page that offers to set up a new phone", async () => {
  const { get, post, db, officer, cookieOf } = await builtPortal();
  const codes = newRecoveryCodes();
  const hashes = codes.map((code) => recoveryCodeHash(officer.id, code));
  await write(db, (tx) => replaceRecoveryCodes(tx, officer.id, hashes));
  for (const [place, [to, location]] of TARGETS.entries()) {
    const half = `Cookie: ${await cookieOf(officer.id, null)}`;
    const answer = await post("/sign-in", `code=${codes[place]}&to=${encodeURIComponent(to)}`, half);
    const next = `/account/new-phone?to=${encodeURIComponent(location)}`;
    expect([to, answer.status, answer.headers.get("location")]).toEqual([to, 303, next]);
    const whole = `Cookie: ${await cookieOf(officer.id)}`;
    const { body } = await get(`/account/new-phone?to=${encodeURIComponent(to)}`, whole);
    expect([to, body.includes(`<a href="${location}">Not now: go on</a>`)]).toEqual([to, true]);
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

/** The same for whoever has been somewhere already: what leads elsewhere leads to `home`. */
const targets = (home: string) => TARGETS.map(([to, location]) => [to, location === to ? to : home] as const);

test("R29: confirming that it is you leads to a path of this site", async () => {
  const { post, db, officer, cookieOf } = await builtPortal();
  const codes = newRecoveryCodes();
  const hashes = codes.map((code) => recoveryCodeHash(officer.id, code));
  await write(db, (tx) => replaceRecoveryCodes(tx, officer.id, hashes));
  for (const [place, [to, location]] of targets("/account").entries()) {
    const cookie = `Cookie: ${await cookieOf(officer.id)}`;
    const answer = await post("/account/confirm", `code=${codes[place]}&to=${encodeURIComponent(to)}`, cookie);
    expect([to, answer.status, answer.headers.get("location")]).toEqual([to, 303, location]);
  }
});

test("R29: choosing a trust leads to a path of this site", async () => {
  const { post, officer, cookieOf } = await builtPortal();
  for (const [to, location] of targets("/submit")) {
    const cookie = `Cookie: ${await cookieOf(officer.id)}`;
    const answer = await post("/account/trust", `ods=ZD01&to=${encodeURIComponent(to)}`, cookie);
    expect([to, answer.status, answer.headers.get("location")]).toEqual([to, 303, location]);
  }
});

test.each([
  ["/sign-in/passkey", "half way", "/submit"],
  ["/account/confirm/passkey", "signed in", "/account"],
] as const)("R29: the script of %s is led to a path of this site", async (path, how, home) => {
  const { ask, officer, cookieOf, db, context } = await builtPortal();
  const here = { origin: "https://portal.example", rpId: "portal.example" };
  const session = await context.sessions.of(await cookieOf(officer.id));
  if (session === null) throw new Error("The session is not there.");
  const passkey = makePasskey((await askForNewPasskey(context, session, officer)).challenge, here);
  await addOwnPasskey(context, session, officer, { name: "Laptop", credential: passkey.made });
  const send = async (cookie: string, sent: object) => {
    const body = JSON.stringify(sent);
    const fields = ["Sec-Fetch-Site: same-origin", "Content-Type: application/json", `Content-Length: ${body.length}`];
    const answer = await ask(`POST ${path}`, [...fields, `Cookie: ${cookie}`], body);
    return JSON.parse(/\{.*\}/s.exec(answer.body)?.[0] ?? "null");
  };
  for (const [to, location] of targets(home)) {
    const cookie = await cookieOf(officer.id, how === "half way" ? null : undefined);
    const { challenge } = await send(cookie, { kind: "ask" });
    const answer = await send(cookie, { kind: "answer", credential: passkey.prove(challenge, here), to });
    expect([to, answer]).toEqual([to, { to: location }]);
  }
  expect(await db.passkey.count()).toBe(1);
});
