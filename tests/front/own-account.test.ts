import { expect, test } from "vitest";
import { write } from "../../app/db/write";
import { makeInvitation } from "../../app/journeys/account/invitation";
import { keepForm } from "../../app/journeys/account/keep-form";
import { renewRecoveryCodes } from "../../app/journeys/account/set-up-authenticator";
import { builtPortal } from "../support/built-portal";
import { addContributor } from "../support/contributor";
import { signedIn } from "../support/people";

const JSON_SENT = ["Sec-Fetch-Site: same-origin", "Content-Type: application/json"];
const ASK = JSON.stringify({ kind: "ask" });
/** The JSON of an answer as it goes over the wire, in chunks. */
const jsonIn = ({ body }: { body: string }) => JSON.parse(/\{.*\}/s.exec(body)?.[0] ?? "null");
const sendJson = (body: string) => [`Content-Length: ${body.length}`, ...JSON_SENT];

test("R15: what changes how somebody signs in wants a second factor of the last ten minutes, looked at or sent", async () => {
  const { context, officer, get, post, ask, cookieOf } = await builtPortal();
  const now = context.clock.now().getTime();
  const stale = `Cookie: ${await cookieOf(officer.id, new Date(now - 10 * 60_000))}`;
  const fresh = `Cookie: ${await cookieOf(officer.id, new Date(now - 10 * 60_000 + 1_000))}`;
  const pages = ["password", "authenticator", "recovery-codes", "passkeys", "email"].map((page) => `/account/${page}`);
  for (const path of pages) {
    const to = `/account/confirm?to=${encodeURIComponent(path)}`;
    expect([path, (await get(path, stale)).headers.get("location")]).toEqual([path, to]);
    expect([path, (await post(path, "", stale)).headers.get("location")]).toEqual([path, to]);
    expect([path, (await get(path, fresh)).status]).toEqual([path, 200]);
  }
  const asked = (cookie: string) => ask("POST /account/passkeys/new", [...sendJson(ASK), cookie], ASK);
  expect((await asked(stale)).headers.get("location")).toContain("/account/confirm");
  expect(jsonIn(await asked(fresh))).toMatchObject({ rp: { id: "portal.example" } });
  const using = await post("/account/email/any-token", "", stale);
  expect(using.headers.get("location")).toContain("/account/confirm");
});

test("R6: what a passkey is asked of is for the step that somebody stands at, and nobody else", async () => {
  const { officer, ask, cookieOf } = await builtPortal();
  const half = `Cookie: ${await cookieOf(officer.id, null)}`;
  const signedIn = `Cookie: ${await cookieOf(officer.id)}`;
  const asked = async (path: string, ...cookies: string[]) => {
    const answer = await ask(`POST ${path}`, [...sendJson(ASK), ...cookies], ASK);
    return answer.headers.get("location") ?? jsonIn(answer).says;
  };
  const none = "Your account has no passkey. Enter a code.";
  expect(await asked("/sign-in/passkey")).toBe("/sign-in");
  expect(await asked("/sign-in/passkey", signedIn)).toBe("/account");
  expect(await asked("/sign-in/passkey", half)).toBe(none);
  expect(await asked("/account/confirm/passkey")).toContain("/sign-in?to=");
  expect(await asked("/account/confirm/passkey", half)).toContain("/sign-in?to=");
  expect(await asked("/account/confirm/passkey", signedIn)).toBe(none);
});

test.each(["", "[]", "{}", '{"kind":"answer","to":7}', '{"kind":"ask"'])(
  "R18: a passkey's script sends what it sends, and %s is refused",
  async (body) => {
    const { officer, ask, cookieOf } = await builtPortal();
    const half = `Cookie: ${await cookieOf(officer.id, null)}`;
    expect((await ask("POST /sign-in/passkey", [...sendJson(body), half], body)).status).toBe(400);
  },
);

test("R13: to ask how long a session lasts does not lengthen it, and to stay does", async () => {
  const { context, db, officer, get, post, cookieOf } = await builtPortal();
  const cookie = `Cookie: ${await cookieOf(officer.id)}`;
  const ago = (minutes: number) => new Date(context.clock.now().getTime() - minutes * 60_000);
  await db.session.updateMany({ data: { lastSeenAt: ago(29) } });
  const look = async () => jsonIn(await get("/account/stay", cookie));
  expect(await look()).toEqual({ endsIn: 60, isLast: false });
  expect(await look()).toEqual({ endsIn: 60, isLast: false });
  expect((await get("/account/stay", cookie)).headers.get("cache-control")).toBe("no-store");
  expect(jsonIn(await post("/account/stay", "", cookie))).toEqual({ endsIn: 1_800, isLast: false });
  expect(await look()).toEqual({ endsIn: 1_800, isLast: false });

  await db.session.updateMany({ data: { createdAt: ago(11 * 60 + 59) } });
  expect(jsonIn(await post("/account/stay", "", cookie))).toEqual({ endsIn: 60, isLast: true });
  await db.session.updateMany({ data: { lastSeenAt: ago(30) } });
  expect((await get("/account/stay", cookie)).headers.get("location")).toContain("/sign-in");
});

test("R13: pages of people signed in say when their session ends and bring the script; visitors’ bring none", async () => {
  const { officer, get, cookieOf } = await builtPortal();
  const cookie = `Cookie: ${await cookieOf(officer.id)}`;
  for (const path of ["/", "/compare", "/submit", "/account"]) {
    const { body } = await get(path, cookie);
    expect(body).toContain('data-session-ends-in="1800"');
    expect(body.match(/<script/g)).toHaveLength(1);
  }
  const half = `Cookie: ${await cookieOf(officer.id, null)}`;
  for (const [path, ...cookies] of [["/"], ["/compare"], ["/sign-in"], ["/sign-in", half], ["/submit/x", cookie]]) {
    const { body } = await get(path ?? "", ...cookies);
    expect(body).not.toContain("<script");
  }
});

test("R18: an account’s pages carry no hash, seed or key, and of sessions not what the database knows them by", async () => {
  const { db, officer, get, cookieOf } = await builtPortal();
  const cookie = await cookieOf(officer.id);
  await db.passkey.create({
    data: {
      id: "credential",
      personId: officer.id,
      publicKey: Buffer.from("public key of the tests"),
      counter: 0,
      name: "Key",
      createdAt: new Date(0),
    },
  });
  const [person, authenticator, session] = await Promise.all([
    db.person.findUniqueOrThrow({ where: { id: officer.id } }),
    db.authenticator.findFirstOrThrow({ where: { personId: officer.id } }),
    db.session.findFirstOrThrow({ where: { personId: officer.id } }),
  ]);
  for (const path of ["/account", "/account/passkeys", "/account/recovery-codes"]) {
    const { status, body } = await get(path, `Cookie: ${cookie}`);
    expect(status).toBe(200);
    const secrets = [person.passwordHash, authenticator.seed, session.id, cookie.split("=")[1], "public key of"];
    expect(secrets.filter((secret) => body.includes(secret ?? ""))).toEqual([]);
  }
});

test("a contributor prepares, and neither declares, asks for clarification nor answers a question", async () => {
  const { db, get, post, cookieOf, lines } = await builtPortal();
  const cookie = `Cookie: ${await cookieOf(await addContributor(db))}`;
  for (const path of ["declare", "clarification", "reply"]) {
    const { status, body } = await post(`/submit/2025-26/${path}?for=ZD01`, "words=x&draftId=x", cookie);
    expect([path, status]).toEqual([path, 403]);
    expect(body).toContain("Only a signatory of your trust can do this.");
  }
  expect((await get("/submit/2025-26", cookie)).status).toBe(200);
  expect((await get("/submit/2025-26/clarification", cookie)).body).not.toContain("<textarea");
  expect(await db.auditEntry.count({ where: { outcome: "done", did: { contains: "clarification" } } })).toBe(0);
  expect(lines.filter(({ level }) => level === "error")).toEqual([]);
});

/** The sentences of an error summary. */
const saidIn = (body: string) => [...body.matchAll(/<li><a href="#\w+">([^<]*)<\/a><\/li>/g)].map(([, said]) => said);
const titleOf = (body: string) => /<title>([^<]*)<\/title>/.exec(body)?.[1];

/** A page as a browser reads it, or what it answers to a form. */
async function read(origin: string, path: string, cookie: string, form?: string) {
  const sent = form === undefined ? {} : { method: "POST", body: form };
  const headers = {
    Cookie: cookie,
    "Sec-Fetch-Site": "same-origin",
    "Content-Type": "application/x-www-form-urlencoded",
  };
  const answer = await fetch(origin + path, { ...sent, headers, redirect: "manual" });
  return { status: answer.status, headers: answer.headers, body: await answer.text() };
}

test("an empty field is said before anything is counted, and the title says that there is a problem", async () => {
  const { db, officer, origin, cookieOf } = await builtPortal();
  const half = await cookieOf(officer.id, null);
  const cookie = await cookieOf(officer.id);
  const answered = async (path: string, form: string, whose = "") => {
    const { status, body } = await read(origin, path, whose, form);
    return [status, titleOf(body), saidIn(body)];
  };
  const code = ["Enter the code from your app."];
  expect(await answered("/sign-in", "email=&password=")).toEqual([
    422,
    "Error: Sign in – Zero to Two",
    ["Enter your email address.", "Enter your password."],
  ]);
  expect(await answered("/sign-in", "email=officer@demo.example&password=")).toMatchObject([
    422,
    {},
    ["Enter your password."],
  ]);
  expect(await answered("/sign-in", "code=", half)).toEqual([422, "Error: Enter your code – Zero to Two", code]);
  expect(await answered("/account/confirm", "code=+", cookie)).toEqual([
    422,
    "Error: Confirm it’s you – Zero to Two",
    code,
  ]);
  expect(await answered("/account/authenticator", "code=", cookie)).toMatchObject([422, {}, code]);
  expect(await answered("/account/password", "current=&password=", cookie)).toMatchObject([
    422,
    {},
    ["Enter your current password.", "Choose a new password of at least 12 characters."],
  ]);
  // Only how often the page is sent in an hour was counted, not that anything was wrong.
  expect((await db.attempt.findMany()).map(({ count }) => count)).toEqual([1]);
  expect(await db.auditEntry.count({ where: { outcome: "refused" } })).toBe(0);
});

test("after a recovery code the new phone is offered, and set up without another code while this one is fresh", async () => {
  const { context, officer, origin, cookieOf } = await builtPortal();
  const { session } = await signedIn(context, "officer@demo.example");
  const { codes } = await renewRecoveryCodes(context, session, officer);
  const half = await cookieOf(officer.id, null);
  const answer = await read(origin, "/sign-in", half, `code=${codes[0]}&to=${encodeURIComponent("/submit/2025-26")}`);
  expect(answer.headers.get("location")).toBe("/account/new-phone?to=%2Fsubmit%2F2025-26");
  const now = answer.headers.get("set-cookie")?.split(";")[0] ?? "";
  const get = (path: string) => read(origin, path, now);
  const { body } = await get("/account/new-phone?to=%2Fsubmit%2F2025-26");
  expect(body).toContain("You have 9 recovery codes left.");
  expect(body).toMatch(/<a href="\/submit\/2025-26">Not now/);
  expect((await get("/account/new-phone?to=//evil.example")).body).toMatch(/<a href="\/submit">Not now/);
  expect((await get("/account/authenticator")).status).toBe(200);
});

test("whoever signs out is told so", async () => {
  const { officer, get, post, cookieOf } = await builtPortal();
  const out = await post("/sign-out", "", `Cookie: ${await cookieOf(officer.id)}`);
  expect(out.headers.get("location")).toBe("/sign-in?said=signed-out");
  expect((await get("/sign-in?said=signed-out")).body).toContain("You are signed out.");
});

test("a page on which a visitor chooses a password brings the script to look at it, and signing in brings none", async () => {
  const { context, db, officer, get } = await builtPortal();
  const { token } = await write(db, (tx) => makeInvitation(tx, context, officer.id));
  expect((await get(`/invitation/${token}`)).body.match(/<script/g)).toHaveLength(1);
  for (const path of ["/invitation/gone", "/forgotten-password/gone", "/sign-in", "/forgotten-password"]) {
    expect([path, (await get(path)).body.includes("<script")]).toEqual([path, false]);
  }
});

test("a form that is kept is named, and one that is kept no longer says so", async () => {
  const { context, officer, origin, cookieOf } = await builtPortal();
  const cookie = await cookieOf(officer.id);
  const get = (path: string) => read(origin, path, cookie);
  const id = await keepForm(context, officer.id, {
    path: "/submit/2025-26/reply",
    page: "/submit/:year/reply",
    body: "words=Referrals",
  });
  const shown = await get(`/account/kept/${id}`);
  expect(shown.body).toContain("You were sending an answer to the Foundation’s question when you were signed out.");
  expect((await get(`/account/kept/${id}?for=code`)).body).toContain("when we asked for your code.");
  const gone = await get("/account/kept/none");
  expect([gone.status, titleOf(gone.body)]).toEqual([404, "This is no longer kept – Zero to Two"]);
});

test("R13: what is sent by nobody who is signed in, and cannot be kept, is said not to be", async () => {
  const { origin } = await builtPortal();
  const sent = { method: "POST", body: "words=Referrals", redirect: "manual" } as const;
  const headers = {
    Accept: "text/html",
    "Sec-Fetch-Site": "same-origin",
    "Content-Type": "application/x-www-form-urlencoded",
  };
  const answer = await fetch(`${origin}/submit/2025-26/reply`, { ...sent, headers });
  const to = answer.headers.get("location") ?? "";
  expect(to).toBe("/sign-in?to=%2Fsubmit%2F2025-26%2Freply&said=not-kept");
  expect((await read(origin, to, "")).body).toContain("What you sent was not taken, since you were not signed in");
});
