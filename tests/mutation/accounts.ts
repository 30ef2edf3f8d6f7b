import type { Guard, GuardTest } from "./guards";

// What guards accounts: passwords, second factors, links, sessions and limits.

const signIn = (named: string): GuardTest => ({ file: "tests/journeys/account-sign-in.test.ts", named });
const forgotten = (named: string): GuardTest => ({ file: "tests/journeys/account-forgotten.test.ts", named });
const passwords = (named: string): GuardTest => ({ file: "app/platform/passwords.test.ts", named });
const rules = (named: string): GuardTest => ({ file: "app/domain/people/password-rules.test.ts", named });
const life = (named: string): GuardTest => ({ file: "app/domain/people/session-life.test.ts", named });
const people = (named: string): GuardTest => ({ file: "tests/journeys/manage-people.test.ts", named });
const limits = (named: string): GuardTest => ({ file: "tests/front/limits.test.ts", named });

export const ACCOUNT_GUARDS: readonly Guard[] = [
  {
    name: "R1 Hashing costs memory",
    file: "app/platform/passwords.ts",
    piece: "memoryCost: 19_456",
    becomes: "memoryCost: 1_024",
    tests: [passwords("R1: a password is hashed")],
  },
  {
    name: "R2 A password is long enough",
    file: "app/domain/people/password-rules.ts",
    piece: "if (length < PASSWORD_LENGTH.least) {",
    becomes: "if (length < 0) {",
    tests: [rules("R2: a password has at least 12")],
  },
  {
    name: "R2 The most used passwords are refused",
    file: "app/domain/people/password-rules.ts",
    piece: "if (context.isMostUsed(text)) {",
    becomes: "if (length < 0) {",
    tests: [rules("R2: the most used")],
  },
  {
    name: "R3 With the password alone somebody is nobody",
    file: "app/journeys/account/who-is.ts",
    piece: `session.factorAt === null ? { kind: "pending", session } : `,
    becomes: "",
    tests: [signIn("R3")],
  },
  {
    name: "R4 A step is taken once",
    file: "app/db/factors.ts",
    piece: "where: { id, lastStep: { lt: step } },",
    becomes: "where: { id },",
    tests: [signIn("R4")],
  },
  {
    name: "R4 Two steps are taken and no more",
    file: "app/domain/people/totp.ts",
    piece: "return [step, step - 1];",
    becomes: "return [step, step - 2];",
    tests: [{ file: "app/platform/authenticator.test.ts" }, signIn("R4")],
  },
  {
    name: "R5 A recovery code is taken once",
    file: "app/db/factors.ts",
    piece: "where: { personId, hash, usedAt: null },",
    becomes: "where: { personId, hash },",
    tests: [signIn("R5")],
  },
  {
    name: "R7 A link is over when its time is",
    file: "app/db/email-links.ts",
    piece: "findUnique({ where: { tokenSha256, kind, expiresAt: { gt: now } }",
    becomes: "findUnique({ where: { tokenSha256, kind }",
    tests: [forgotten("R7: a newer link")],
  },
  {
    name: "R7 Wrong codes of an invitation are counted",
    file: "app/journeys/account/invitation.ts",
    piece: "    await countWrongCode(tx, tokenSha256, MOST_WRONG_CODES);\n",
    becomes: "",
    tests: [people("R7: ten wrong codes")],
  },
  {
    name: "R7 A link alone accepts no invitation",
    file: "app/journeys/account/invitation.ts",
    piece: "const isRight = link.codeSha256 === codeHash(tokenSha256, code);",
    becomes: `const isRight = codeHash(tokenSha256, code) !== "";`,
    tests: [people("R7: ten wrong codes")],
  },
  {
    name: "R7 A reset ends every session",
    file: "app/journeys/account/forgotten-password.ts",
    piece: "    await sessions.endAll(tx, person.id);\n",
    becomes: "",
    tests: [forgotten("R7: a link sets")],
  },
  {
    name: "R7 The letter of a link is emptied once it is sent",
    file: "app/db/outbox.ts",
    piece: `sealed ? { body: "" } : {}`,
    becomes: "sealed ? {} : {}",
    tests: [forgotten("R7: neither the database")],
  },
  {
    name: "R8 An account that has to wait is answered like anybody's",
    file: "app/journeys/account/sign-in.ts",
    piece: "found !== null && attempt.counts\n",
    becomes: "found !== null\n",
    tests: [signIn("R8")],
  },
  {
    name: "R8 Asking for a new password takes everybody as long",
    file: "app/journeys/account/answer-alike.ts",
    piece: "Promise.all([work, wait(ANSWERED_AFTER_MS)])",
    becomes: "Promise.all([work, wait(0)])",
    tests: [forgotten("R8: the answer is the same")],
  },
  {
    name: "R9 An attempt that comes too early is not looked at",
    file: "app/journeys/account/attempts.ts",
    piece: "if (before.blockedUntil !== null && before.blockedUntil > now) {",
    becomes: "if (before.blockedUntil !== null && before.blockedUntil < now) {",
    tests: [signIn("R9")],
  },
  {
    name: "R9 The right password forgives no wrong code",
    file: "app/journeys/account/attempts.ts",
    piece: "count: Math.max(0, counted.count - 1),",
    becomes: "count: 0,",
    tests: [signIn("R9: whoever knows the password")],
  },
  {
    name: "R9 The wait grows from the fifth failure on",
    file: "app/domain/people/backoff.ts",
    piece: "Math.min(2 ** failures, LONGEST_SECONDS)",
    becomes: "0",
    tests: [{ file: "app/domain/people/backoff.test.ts" }],
  },
  {
    name: "R10 Whoever started a reset does not approve it",
    file: "app/db/resets.ts",
    piece: "startedBy: { not: by }, ",
    becomes: "",
    tests: [people("R10: neither who started")],
  },
  {
    name: "R10 Nobody approves the reset of their own account",
    file: "app/db/resets.ts",
    piece: ", personId: { not: by } },",
    becomes: " },",
    tests: [people("R10: neither who started")],
  },
  {
    name: "R10 Nobody of a trust approves a reset",
    file: "app/db/resets.ts",
    piece: "if (second === 0) return false;",
    becomes: "if (second < 0) return false;",
    tests: [people("R10: neither who started")],
  },
  {
    name: "R11 The database sees the hash of a cookie",
    file: "app/platform/sessions.ts",
    piece: "return token === null ? null : fingerprint(token);",
    becomes: "return token;",
    tests: [signIn("R11")],
  },
  {
    name: "R12 The old token is dead",
    file: "app/platform/sessions.ts",
    piece: "      await luciaOn(tx).invalidateSession(session.id);\n",
    becomes: "",
    tests: [signIn("R12")],
  },
  {
    name: "R13 A session ends when nobody uses it",
    file: "app/domain/people/session-life.ts",
    piece: "Math.min(lastSeenAt.getTime() + IDLE_MS, createdAt.getTime() + longest)",
    becomes: "Math.max(createdAt.getTime() + longest)",
    tests: [life("R13"), signIn("R13: at 30:00")],
  },
  {
    name: "R13 A session ends however busy it is",
    file: "app/domain/people/session-life.ts",
    piece: "Math.min(lastSeenAt.getTime() + IDLE_MS, createdAt.getTime() + longest)",
    becomes: "Math.max(lastSeenAt.getTime() + IDLE_MS)",
    tests: [life("R13")],
  },
  {
    name: "R13 A clock that runs backwards is not believed",
    file: "app/domain/people/session-life.ts",
    piece: "  if (now.getTime() < lastSeenAt.getTime() - CLOCK_STEP_MS) return 0;\n",
    becomes: "",
    tests: [life("R13: a clock"), signIn("R13: a clock")],
  },
  {
    name: "R14 Signing out deletes the session",
    file: "app/journeys/account/sign-out.ts",
    piece: "    await context.sessions.end(tx, session.id);\n",
    becomes: "",
    tests: [signIn("R14: signing out")],
  },
  {
    name: "R14 Whoever is taken from their trust acts for no other",
    file: "app/db/people.ts",
    piece: "ods === null ? places[0] : places.find((one) => one.ods === ods)",
    becomes: "places.find((one) => one.ods === ods) ?? places[0]",
    tests: [signIn("R14: whoever is taken")],
  },
  {
    name: "R17 A trust that is not one's own cannot be chosen",
    file: "app/journeys/account/choose-trust.ts",
    piece: "officer.places.find((one) => one.ods === ods)",
    becomes: "{ ods }",
    tests: [signIn("R17")],
  },
  {
    name: "R33 Sign-in and resets are limited by address, uploads by person",
    file: "app/journeys/account/limits.ts",
    piece: "return count > most ?",
    becomes: "return count < 0 ?",
    tests: [limits("R33")],
    anew: "pages",
  },
];
