import type { Guard, GuardTest } from "./guards";

// What keeps trusts, and readers, apart: who may call what, and whose rows every query asks for.

const admits: GuardTest = { file: "tests/access/guards.test.ts", named: "R16: each guard admits" };
const neighbour: GuardTest = { file: "tests/journeys/hostile-neighbour.test.ts" };
const twoTrusts: GuardTest = { file: "tests/journeys/isolation.property.test.ts" };

/** A guard of loaders and actions that lets pass whom it should refuse. */
const openGuard = (name: string, file: string, piece: string, becomes: string): Guard => ({
  name: `R16 ${name}`,
  file: `app/${file}`,
  piece,
  becomes,
  tests: [admits],
  anew: "pages",
});

/** A query that asks for everybody's rows. */
const unscoped = (what: string, file: string, piece: string, becomes: string, test = neighbour): Guard => ({
  name: `R17 ${what} is asked for by its trust or its owner`,
  file: `app/db/${file}.ts`,
  piece,
  becomes,
  tests: [test],
});

export const ISOLATION_GUARDS: readonly Guard[] = [
  openGuard(
    "What is for entrants is for nobody else",
    "guards.server.ts",
    `who.kind === "pending" ? await entrant(`,
    `who.kind !== "nobody" ? await entrant(`,
  ),
  openGuard(
    "What is for trusts is not for the Foundation",
    "guards.server.ts",
    `if (!isOfficer(person)) throw refused("This page is for trusts.`,
    `if (person === null) throw refused("This page is for trusts.`,
  ),
  openGuard(
    "What is for signatories is not for contributors",
    "guards.server.ts",
    "if (!isSignatory(person)) throw",
    "if (person === null) throw",
  ),
  openGuard(
    "What is for staff is not for trusts",
    "guards.server.ts",
    `if (isOfficer(person)) throw refused("This page is for the Foundation's staff.`,
    `if (person === null) throw refused("This page is for the Foundation's staff.`,
  ),
  openGuard(
    "What is for admins is not for staff",
    "guards.server.ts",
    "if (!isAdmin(person)) throw",
    "if (person === null) throw",
  ),
  openGuard(
    "With the password alone somebody is nobody",
    "journeys/account/who-is.ts",
    `session.factorAt === null ? { kind: "pending", session }`,
    `session.personId === "" ? { kind: "pending", session }`,
  ),
  openGuard(
    "Whoever's access was ended is nobody",
    "db/people.ts",
    "where: { id, disabledAt: null },\n    select: { id: true, name: true, email: true, jobTitle: true",
    "where: { id },\n    select: { id: true, name: true, email: true, jobTitle: true",
  ),
  {
    name: "R15 Asked for again after ten minutes, on the pages that say so",
    file: "app/guards.server.ts",
    piece: "if (isFresh(session, context.clock.now())) return handler(call);",
    becomes: "if (call !== null) return handler(call);",
    tests: [{ file: "tests/access/guards.test.ts", named: "R15" }],
    anew: "pages",
  },
  {
    name: "R14 Nobody acts for a trust whose access was ended",
    file: "app/db/people.ts",
    piece: "  where: { trust: { accessEndedAt: null } },\n",
    becomes: "",
    tests: [{ file: "tests/journeys/account-sign-in.test.ts", named: "R14" }],
  },
  {
    name: "R17 A form acts for the trust that its page was opened for, and for no other",
    file: "app/guards.server.ts",
    piece: "if (openedFor !== person.trust.ods) throw",
    becomes: `if (openedFor === "nobody's") throw`,
    tests: [{ file: "tests/access/guards.test.ts", named: "R17: no form acts" }],
    anew: "pages",
  },
  {
    name: "R17 A form is kept for one of one's own trusts only",
    file: "app/guards.server.ts",
    piece: "places.some(({ ods }) => ods === openedFor) ?",
    becomes: "places.length > 0 ?",
    tests: [{ file: "tests/access/guards.test.ts", named: "R17: no form acts" }],
    anew: "pages",
  },
  {
    name: "R18 A form says nothing that the portal knows by itself",
    file: "app/read-form.server.ts",
    piece: `const NOT_FOR_FORMS = ["role", "trust", "ods", `,
    becomes: "const NOT_FOR_FORMS = [",
    tests: [{ file: "tests/access/guards.test.ts", named: "R18: no form" }],
    anew: "pages",
  },

  unscoped(
    "A draft",
    "drafts",
    "db.draft.findUnique({ where: { year_ods_waitsFor: { year, ods, waitsFor } }, select })",
    "db.draft.findFirst({ where: { year, waitsFor }, select })",
  ),
  unscoped(
    "Who saved a draft",
    "drafts",
    "db.draft.findUnique({\n    where: { year_ods_waitsFor: { year, ods, waitsFor: SHARED } },",
    "db.draft.findFirst({\n    where: { year, waitsFor: SHARED },",
  ),
  unscoped(
    "A draft that is replaced",
    "drafts",
    "tx.draft.deleteMany({ where: { ods, year, waitsFor } })",
    "tx.draft.deleteMany({ where: { year, waitsFor } })",
    twoTrusts,
  ),
  unscoped("A draft that is changed", "drafts", "where: { id: draftId, ods }, data", "where: { id: draftId }, data"),
  unscoped("A current draft", "drafts", "where: { id, ods, waitsFor: SHARED,", "where: { id, waitsFor: SHARED,"),
  unscoped(
    "A draft that is confirmed",
    "drafts",
    "where: { id: draftId, ods, waitsFor: SHARED }",
    "where: { id: draftId, waitsFor: SHARED }",
  ),
  unscoped("A draft that was declared", "drafts", "where: { ods, year } });", "where: { year } });", twoTrusts),
  unscoped(
    "A file that no longer waits",
    "drafts",
    "where: { ods, year, waitsFor: personId }",
    "where: { year, waitsFor: personId }",
  ),
  unscoped("A version", "returns", "rowsWhere(db, { request: { ods, year } })", "rowsWhere(db, { request: { year } })"),
  unscoped("The version a draft became", "returns", "where: { draftId, request: { ods } }", "where: { draftId }"),
  unscoped(
    "The file of a version",
    "returns",
    "where: { version, request: { ods, year } }",
    "where: { version, request: { year } }",
  ),
  unscoped("A trust's requests", "requests", "where: { ods }, select", "where: {}, select"),
  unscoped(
    "A request",
    "requests",
    "db.request.findUnique({ where: { year_ods: { year, ods } }, select })",
    "db.request.findFirst({ where: { year }, select })",
  ),
  unscoped("A form that was sent", "requests", "where: { requestId, formId }", "where: { formId }"),
  unscoped("A message", "requests", "where: { request: { ods, year }, kind", "where: { request: { year }, kind"),
  unscoped(
    "A signatory",
    "people",
    `memberships: { some: { ods, role: "signatory" } }`,
    `memberships: { some: { role: "signatory" } }`,
  ),
  unscoped("A form that is kept", "kept-forms", "findUnique({ where: { id, personId }", "findUnique({ where: { id }"),
  unscoped(
    "A kept form that is thrown away",
    "kept-forms",
    "deleteMany({ where: { id, personId }",
    "deleteMany({ where: { id }",
  ),
  unscoped(
    "A passkey that is removed",
    "passkeys",
    "findUnique({ where: { id, personId }",
    "findUnique({ where: { id }",
  ),
];
