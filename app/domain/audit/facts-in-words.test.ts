import { expect, test } from "vitest";
import { factsInWords, isSaidInFacts } from "./facts-in-words";

const NAMES: Readonly<Record<string, string>> = { p1: "Foundation admin" };
const facts = (did: string, about: string, detail: object | string) =>
  factsInWords({ did, about, detail: typeof detail === "string" ? detail : JSON.stringify(detail) }, (id) =>
    Object.hasOwn(NAMES, id) ? (NAMES[id] ?? null) : null,
  );

test.each([
  ["factor-reset-approved", { reset: "r1", startedBy: "p1" }, "started by Foundation admin"],
  ["factor-reset-approved", { reset: "r1", startedBy: "p9" }, "started by p9"],
  ["factor-reset-started", { reset: "r1" }, ""],
  ["recovery-code-used", { left: 9 }, "9 codes left"],
  ["recovery-code-used", { left: 1 }, "1 code left"],
  ["session-ended", { ended: "one" }, "another browser"],
  ["session-ended", { ended: "all others" }, "all other browsers"],
  ["trust-added", { role: "signatory" }, "as signatory"],
  ["role-changed", { from: "staff", to: "admin" }, "from Foundation staff to Foundation admin"],
  ["audit-exported", { to: "2026-03-31" }, "to 31 Mar 2026"],
  ["audit-verified", { entries: 1_062 }, "1,062 entries"],
  ["audit-fault-found", { fault: "missing", entry: 5 }, "Entry 5 is missing: it was taken out."],
  [
    "audit-exported",
    { person: "p1", trust: "ZD01", did: "return-declared", outcome: "refused", from: "2026-03-01", to: "2026-03-31" },
    "by Foundation admin, for ZD01, “Return declared”, only what was refused, from 1 Mar 2026 to 31 Mar 2026",
  ],
  [
    "file-uploaded",
    { check: "reject", waits: true },
    "something to put right, kept beside the draft that a colleague saved",
  ],
  ["answered-otherwise", { as: "not-held", questions: "1 3" }, "not held, questions 1, 3"],
  ["return-accepted", { version: 2, footnotes: 0 }, "version 2"],
  ["admin-made", { known: false }, "a new account"],
])("%s %j reads “%s”", (did, detail, words) => {
  expect(facts(did, "", detail)).toBe(words);
});

test("how somebody came in, or what was wrong, is said of what an entry is about", () => {
  expect(facts("signed-in", "authenticator", {})).toBe("with the authenticator app");
  expect(facts("factor-refused", "sign-in", { how: "passkey" })).toBe("at sign-in, with a passkey");
  expect(facts("sign-in-refused", "password", {})).toBe("at the password");
  expect(facts("invitation-accepted", "wrong code", {})).toBe("");
  expect(["password", "wrong code", "2025-26 ZD01", "constructor"].map(isSaidInFacts)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test("what another version wrote, or nobody can read, is said as it stands", () => {
  expect(facts("from-another-version", "", { shade: "blue", constructor: 1 })).toBe("shade blue, constructor 1");
  expect(facts("audit-fault-found", "", { fault: "unheard of", entry: 5 })).toBe("fault unheard of, entry 5");
  expect(facts("draft-saved", "", "{torn")).toBe("{torn");
  expect(facts("draft-saved", "", "[1]")).toBe("[1]");
});
