import { expect, test } from "vitest";
import { NO_TEXTS } from "../../app/domain/returns/texts";
import { openedFor } from "../../app/paths";
import { builtPages, builtPortal } from "../support/built-portal";
import { rowsNotOf } from "../support/rows";
import { actsForTrust, addressOf, answered, expected, guardOf, questionsOf } from "./expectation";
import { BESIDE, MATRIX, type Row } from "./matrix";
import { filled, prepared } from "./prepared";
import { cookieFor, READERS, type Reader } from "./readers";
import { ask, WAYS } from "./ways";

// Who may call what, in the table and on the built server.

test("R16: every route of the built server has a row, and the row says what the route's guards say", async () => {
  const { routes } = await builtPages();
  const built = Object.entries(routes).map(([id, route]) => {
    return [id, admittedBy(route?.module.loader), admittedBy(route?.module.action)];
  });
  const written = Object.entries(MATRIX).map(([id, { load, act }]) => [id, load[0], act === null ? null : act[0]]);
  expect(written.sort()).toEqual(built.sort());
});

function admittedBy(handler: unknown): unknown {
  if (handler === undefined) return null;
  return typeof handler === "function" && "admits" in handler ? handler.admits : "not said";
}

test("R16: each guard admits whom it names, and nobody else", async () => {
  const { path, named } = await prepared();
  const portal = await builtPortal({ from: path });
  const all = questionsOf("admin").filter(({ way }) => way === "document" || way === "form");
  // One document and one form for each guard; what follows asks for everything.
  const questions = new Map(all.map((question) => [`${guardOf(question)} ${question.way}`, question]));
  expect(questions.size).toBeGreaterThan(10);
  for (const reader of READERS) {
    for (const [guard, question] of questions) {
      const { id, way } = question;
      const address = WAYS[way].address(addressOf(question, reader, named), id);
      const answer = await ask(portal.origin, WAYS[way].method, address, await cookieFor(portal, reader));
      const got = answered(question, reader, answer);
      expect([reader, guard, id, got]).toEqual([reader, guard, id, expected(question, reader)]);
    }
  }
}, 120_000);

test("R16: a method that no page uses is refused to everybody, whatever the route", async () => {
  const { path, named } = await prepared();
  const portal = await builtPortal({ from: path });
  for (const reader of READERS) {
    const cookie = await cookieFor(portal, reader);
    const statuses = await Promise.all(
      Object.values(MATRIX).flatMap((row) =>
        ["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"].map(async (method) => {
          return (await ask(portal.origin, method, filled(row.path, named), cookie)).status;
        }),
      ),
    );
    expect([reader, [...new Set(statuses)]]).toEqual([reader, [405]]);
  }
}, 120_000);

test("R16: what answers beside the routes answers everybody alike", async () => {
  const { path } = await prepared();
  const portal = await builtPortal({ from: path });
  for (const reader of READERS) {
    const cookie = await cookieFor(portal, reader);
    for (const [address, statuses] of Object.entries(BESIDE)) {
      const got = [await ask(portal.origin, "GET", address, cookie), await ask(portal.origin, "POST", address, cookie)];
      expect([reader, address, ...got.map(({ status }) => status)]).toEqual([reader, address, ...statuses]);
    }
  }
});

test("R15: what weighs most asks for a second factor of the last ten minutes, and nothing else does", async () => {
  const { path, named } = await prepared();
  const portal = await builtPortal({ from: path });
  const asked: string[] = [];
  for (const [id, row] of Object.entries(MATRIX)) {
    for (const kind of ["load", "act"] as const) {
      const [guard] = row[kind] ?? ["everyone"];
      if (guard === "everyone" || guard === "entrant") continue;
      const reader = guard === "staff" || guard === "admin" ? "admin" : "signatory of A";
      const method = kind === "load" ? "GET" : "POST";
      const { location } = await ask(
        portal.origin,
        method,
        filled(row.path, named),
        await cookieFor(portal, reader, 11),
      );
      if (location.startsWith("/account/confirm?")) asked.push(`${kind} ${id}`);
    }
  }
  const written = Object.entries(MATRIX).flatMap(([id, { fresh = [] }]) => fresh.map((kind) => `${kind} ${id}`));
  expect(asked.sort()).toEqual(written.sort());
}, 120_000);

test("R18: no form says what the portal knows by itself, unless its page asks for it", async () => {
  const { path, named } = await prepared();
  const portal = await builtPortal({ from: path });
  const taken: string[] = [];
  for (const [id, row] of Object.entries(MATRIX)) {
    if (row.act === null || row.readsNoForm) continue;
    const reader = ACTS_AS[row.act[0]];
    const address = addressOf({ id, row, way: "form" }, reader, named);
    const post = async (form: string) =>
      (await ask(portal.origin, "POST", address, await cookieFor(portal, reader), form)).status;
    const form = formOf(row);
    if ((await post(form)) === 400) taken.push(`${id} takes no such form: ${form}`);
    for (const name of NOT_FOR_FORMS.filter((one) => !row.asks?.includes(one))) {
      if ((await post(`${form}&${name}=x`)) !== 400) taken.push(`${id} takes ${name}`);
    }
  }
  expect(taken).toEqual([]);
}, 120_000);

test("R17: no form acts for another trust than the one its page was opened for", async () => {
  const { path, named } = await prepared();
  const portal = await builtPortal({ from: path });
  const cookie = await cookieFor(portal, "signatory of A");
  const everything = await rowsNotOf(portal.db, "");
  expect(ACTING.length).toBeGreaterThan(10);
  for (const [id, row] of ACTING) {
    const address = filled(row.path, named);
    for (const sentTo of [address, ...["ZD02", "zd01", ""].map((ods) => `${address}?for=${ods}`)]) {
      const { status, body } = await ask(portal.origin, "POST", sentTo, cookie, formOf(row));
      expect([id, sentTo, status]).toEqual([id, sentTo, 403]);
      expect(body).toContain("This form was opened for another trust than the one you are signed in for now.");
    }
  }
  expect(await rowsNotOf(portal.db, "")).toEqual(everything);
}, 120_000);

test("R17: a form opened for another of one’s own trusts is kept, and sent once one acts for that trust", async () => {
  const { path, named } = await prepared();
  const portal = await builtPortal({ from: path });
  const { officer, db, origin } = portal;
  await db.membership.create({ data: { personId: officer.id, ods: "ZD02", role: "signatory" } });
  const cookie = await cookieFor(portal, "signatory of A");
  const drafted = (await rowsNotOf(db, "")).filter(isOfAReturn);
  let kept = "";
  for (const [id, row] of ACTING) {
    const sentTo = openedFor("ZD02", filled(row.path, named));
    const { status, location } = await ask(origin, "POST", sentTo, cookie, `${formOf(row)}&words=typed`);
    expect([id, status, location.slice(0, 14)]).toEqual([id, 303, "/account/kept/"]);
    if (id === "routes/submit/clarification/route") kept = location;
  }
  expect((await rowsNotOf(db, "")).filter(isOfAReturn)).toEqual(drafted);

  const waiting = await ask(origin, "GET", kept, cookie);
  expect(waiting.body).toContain("This form is for another trust");
  expect(waiting.body).not.toContain("Send it now");
  await db.session.updateMany({ where: { personId: officer.id }, data: { ods: "ZD02" } });
  const offered = await ask(origin, "GET", kept, cookie);
  expect(offered.body).toContain('action="/submit/2025-26/clarification?for=ZD02"');
  expect(offered.body).toContain("Send it now");
}, 120_000);

const ACTING = Object.entries(MATRIX).filter(([, row]) => actsForTrust(row));
const isOfAReturn = (row: string) => /^(Draft|Request|RequestEvent|Return|ReturnBand|ReturnCount|Letter) /.test(row);

function formOf({ form = "x=1" }: Row): string {
  return form.replace("{texts}", encodeURIComponent(JSON.stringify(NO_TEXTS)));
}

const NOT_FOR_FORMS = ["role", "trust", "ods", "status", "personId", "submittedAt", "declaredAt"];
/** Somebody whom a guard admits. */
const ACTS_AS: Readonly<Record<Row["load"][0], Reader>> = {
  everyone: "anonymous",
  entrant: "newcomer",
  "signed in": "signatory of A",
  officer: "signatory of A",
  trust: "signatory of A",
  signatory: "signatory of A",
  staff: "admin",
  admin: "admin",
};
