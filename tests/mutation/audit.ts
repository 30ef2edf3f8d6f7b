import type { Guard, GuardTest } from "./guards";

// What keeps the audit log as it was written, and shows where it is not.

const chain = (named: string): GuardTest => ({ file: "app/domain/audit/chain.test.ts", named });

/** A trigger of the database that lets pass what it should refuse. */
const trigger = (name: string, when: string): Guard => ({
  name: `R31 ${name}`,
  file: "prisma/migrations/0004_audit/migration.sql",
  piece: `BEFORE ${when} ON "AuditEntry" BEGIN SELECT RAISE(ABORT, 'the audit log is only added to');`,
  becomes: `BEFORE ${when} ON "AuditEntry" BEGIN SELECT 1;`,
  tests: [{ file: "tests/journeys/audit.test.ts", named: "R31: entries are never changed" }],
  anew: "databases",
});

/** A comparison of the chain that is not made. */
const unread = (name: string, piece: string, becomes: string, named: string): Guard => ({
  name: `R31 ${name}`,
  file: "app/domain/audit/chain.ts",
  piece,
  becomes,
  tests: [chain(named)],
});

export const AUDIT_GUARDS: readonly Guard[] = [
  trigger("An entry is not changed", "UPDATE"),
  trigger("An entry is not removed", "DELETE"),
  {
    name: "R31 An entry is not replaced",
    file: "prisma/migrations/0004_audit/migration.sql",
    piece: `WHEN NEW."id" <= (SELECT max("id") FROM "AuditEntry")`,
    becomes: `WHEN NEW."id" < 0`,
    tests: [{ file: "tests/journeys/audit.test.ts", named: "R31: entries are never changed" }],
    anew: "databases",
  },
  unread(
    "An entry is read with its hash",
    "const genuine = hash(link.previous, canonicalText(link.entry)) === link.hash;",
    `const genuine = link.hash !== "";`,
    "a byte flipped",
  ),
  unread(
    "An entry follows on the one before it",
    "else if (!genuine || link.previous !== end.hash) {",
    "else if (!genuine) {",
    "a row taken out",
  ),
  unread(
    "A head outside is compared",
    "if (head.hash === found) headsAgreed += 1;",
    `if (found !== "") headsAgreed += 1;`,
    "all rows hashed anew",
  ),
  unread(
    "The last rows are missed",
    "if (fault === null && known > end.id)",
    "if (fault === null && known < 0)",
    "the last rows dropped",
  ),
  {
    name: "R31 The chain is keyed",
    file: "app/platform/chain-hash.ts",
    piece: `createHmac("sha256", key)`,
    becomes: `createHmac("sha256", key.subarray(0, 0))`,
    tests: [{ file: "tests/journeys/audit-verify.test.ts" }],
  },
  {
    name: "R31 Nothing is added with another key",
    file: "app/journeys/manage/own-audit-log.ts",
    piece: "if (ends.length > 0 && !ends.some(isOwn)) throw",
    becomes: "if (ends.length < 0 && !ends.some(isOwn)) throw",
    tests: [{ file: "tests/journeys/audit.test.ts", named: "which is said, whoever" }],
  },
  {
    name: "R31 An entry stands in the transaction of its change",
    file: "app/journeys/record.ts",
    piece: "const link = await appendEntry(tx, entry, chainHash(keys.audit));",
    becomes:
      'const link = await appendEntry(tx, entry, chainHash(keys.audit)).catch(() => ({ id: 0, entry, previous: "", hash: "" }));',
    tests: [{ file: "tests/journeys/audit.test.ts", named: "a database that refuses the entry" }],
  },
];
