import type { Guard, GuardTest } from "./guards";

// What guards what people do with their own account: passkeys, sessions, and who may declare.

const passkeys = (named: string): GuardTest => ({ file: "tests/journeys/account-passkeys.test.ts", named });
const sessions = (named: string): GuardTest => ({ file: "tests/journeys/account-sessions.test.ts", named });
const own = (named: string): GuardTest => ({ file: "tests/journeys/account-own.test.ts", named });
const front = (named: string): GuardTest => ({ file: "tests/front/own-account.test.ts", named });

export const OWN_ACCOUNT_GUARDS: readonly Guard[] = [
  {
    name: "R6 A challenge is taken once",
    file: "app/db/challenges.ts",
    piece: "  const { count } = await tx.challenge.deleteMany({ where: { challenge: found.challenge } });",
    becomes: "  const count = 1;",
    tests: [passkeys("R6: a proof is taken once")],
  },
  {
    name: "R6 A challenge is over when its time is",
    file: "app/db/challenges.ts",
    piece: "expiresAt: { gt: now } }",
    becomes: "}",
    tests: [passkeys("R6: what is asked lasts five minutes")],
  },
  {
    name: "R6 A proof shows that it was its owner",
    file: "app/platform/webauthn.ts",
    piece: "      credential: { id, publicKey, counter },\n      requireUserVerification: true,",
    becomes: "      credential: { id, publicKey, counter },\n      requireUserVerification: false,",
    tests: [passkeys("by nobody who showed who they are")],
  },
  {
    name: "R6 A counter goes on",
    file: "app/platform/webauthn.ts",
    piece: "credential: { id, publicKey, counter },",
    becomes: "credential: { id, publicKey, counter: 0 },",
    tests: [passkeys("R6: a counter that does not go on")],
  },
  {
    name: "R6 Only one's own passkeys are taken",
    file: "app/db/passkeys.ts",
    piece: "findMany({ where: { personId }, select: KEYS",
    becomes: "findMany({ select: KEYS",
    tests: [passkeys("R6: another's passkey opens nothing")],
  },
  {
    name: "R6 A passkey stands beside the authenticator",
    file: "app/journeys/account/prove-passkey.ts",
    piece: "(await findAuthenticator(db, personId)) === null ? [] : passkeysOf(db, personId)",
    becomes: "(await findAuthenticator(db, personId)) === null ? passkeysOf(db, personId) : passkeysOf(db, personId)",
    tests: [passkeys("R6: a passkey stands beside")],
  },
  {
    name: "R12 What changes how somebody signs in ends their other sessions",
    file: "app/journeys/account/own-sessions.ts",
    piece: "  await sessions.endAll(tx, session.personId, session.id);\n",
    becomes: "",
    tests: [own("R12: a new password takes the place")],
  },
  {
    name: "F15 A corrected name follows the rules of a name",
    file: "app/journeys/account/details.ts",
    piece: "problems.length > 0 || ",
    becomes: "",
    tests: [own("F15: a name that is corrected")],
  },
  {
    name: "R2 A password is not changed for the same",
    file: "app/journeys/account/change-password.ts",
    piece: `  if (given.password.normalize("NFC") === given.current.normalize("NFC")) return THE_SAME;\n`,
    becomes: "",
    tests: [own("R2: a password is not changed for itself")],
  },
  {
    name: "R13 To look does not lengthen",
    file: "app/journeys/account/who-is.ts",
    piece: "notes ? await sessions.of(cookies) : await sessions.look(cookies)",
    becomes: "notes ? await sessions.of(cookies) : await sessions.of(cookies)",
    tests: [sessions("R13: to look at how long")],
  },
  {
    name: "R7 The link of a new address is its owner's",
    file: "app/journeys/account/change-email.ts",
    piece: "if (link?.personId !== person.id || link.email === null)",
    becomes: "if (link === null || link.email === null)",
    tests: [own("R17: nobody uses, or sees")],
  },
  {
    name: "R8 An address of another account gets no letter",
    file: "app/journeys/account/change-email.ts",
    piece: `    if (await isAddressTaken(tx, email.data)) return voidLinks(tx, person.id, "email");\n`,
    becomes: "",
    tests: [own("R8: an address of another account")],
  },
  {
    name: "R15 What weighs most needs a fresh second factor",
    file: "app/guards.server.ts",
    piece: "if (isFresh(session, context.clock.now())) return handler(call);",
    becomes: "if (session !== null) return handler(call);",
    tests: [front("R15")],
    anew: "pages",
  },
  {
    name: "Only a signatory declares",
    file: "app/guards.server.ts",
    piece: "if (!isSignatory(person)) throw refused(",
    becomes: "if (person === null) throw refused(",
    tests: [front("a contributor")],
    anew: "pages",
  },
];
