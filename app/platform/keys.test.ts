import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { readKeys } from "./keys";

const secret = (bytes = 32) => randomBytes(bytes).toString("base64url");
const good = () => ({ SEALING_KEYS: `2026:${secret()}`, AUDIT_KEY: secret(), LOOKUP_KEY: secret() });

function faultsOf(texts: Parameters<typeof readKeys>[0]): readonly string[] {
  const read = readKeys(texts);
  return "faults" in read ? read.faults : [];
}

test("R34: random secrets are taken, in base64url, in base64 as openssl writes it, and in hexadecimal", () => {
  const [a, b, c] = [randomBytes(32), randomBytes(32), randomBytes(32)];
  const texts = {
    SEALING_KEYS: `2026:${a.toString("base64url")}`,
    AUDIT_KEY: b.toString("hex"),
    LOOKUP_KEY: c.toString("base64"),
  };
  expect(readKeys(texts)).toEqual({
    keys: {
      sealing: [{ id: "2026", key: Uint8Array.from(a) }],
      audit: Uint8Array.from(b),
      lookup: Uint8Array.from(c),
    },
  });
});

test("R34: of several sealing keys the first is the current one", () => {
  const read = readKeys({ ...good(), SEALING_KEYS: `2027:${secret()}, 2026:${secret()}` });
  expect("keys" in read && read.keys.sealing.map(({ id }) => id)).toEqual(["2027", "2026"]);
});

test("R34: every secret that is missing or empty is named, all at once", () => {
  expect(faultsOf({})).toEqual(["SEALING_KEYS: missing", "AUDIT_KEY: missing", "LOOKUP_KEY: missing"]);
  expect(faultsOf({ ...good(), AUDIT_KEY: "" })).toEqual(["AUDIT_KEY: missing"]);
});

test("R34: a short secret is refused, in hexadecimal too, where its letters alone would be enough", () => {
  expect(faultsOf({ ...good(), AUDIT_KEY: secret(31) })).toEqual([
    "AUDIT_KEY: too short, 31 bytes where 32 are needed",
  ]);
  expect(faultsOf({ ...good(), LOOKUP_KEY: randomBytes(24).toString("hex") })).toEqual([
    "LOOKUP_KEY: too short, 24 bytes where 32 are needed",
  ]);
  expect(faultsOf({ ...good(), SEALING_KEYS: `2026:${secret(16)}` })).toEqual([
    "SEALING_KEYS: too short, 16 bytes where 32 are needed",
  ]);
});

test.each([
  ["a word that stands in for one", "changeme-changeme-changeme-changeme-changeme"],
  ["a word in capitals", "EXAMPLEexampleEXAMPLEexampleEXAMPLEexampleEX"],
  ["a word about it", "this-is-my-secret-this-is-my-secret-this-is-my"],
])("R34: %s is an example", (_, text) => {
  expect(faultsOf({ ...good(), AUDIT_KEY: text })).toEqual(["AUDIT_KEY: an example, not a secret"]);
});

test.each([
  ["zeros", "0".repeat(64)],
  ["zeros in base64", Buffer.alloc(32).toString("base64")],
  ["one byte over and over", Buffer.alloc(32, 0x5a).toString("base64url")],
  ["a few bytes over and over", "deadbeef".repeat(8)],
  ["half a secret twice", randomBytes(16).toString("hex").repeat(2)],
  ["counting", Buffer.from(Array.from({ length: 32 }, (_, at) => at)).toString("base64url")],
  ["a sentence in base64url", Buffer.from("quick brown foxes jump over dogs!").toString("base64url")],
])("R34: %s is not random", (_, text) => {
  expect(faultsOf({ ...good(), LOOKUP_KEY: text })).toEqual(["LOOKUP_KEY: not random"]);
});

test("R34: no two secrets are the same, in whatever way they are written", () => {
  const bytes = randomBytes(32);
  const texts = { ...good(), AUDIT_KEY: bytes.toString("hex"), LOOKUP_KEY: bytes.toString("base64url") };
  expect(faultsOf(texts)).toEqual(["LOOKUP_KEY: the same as AUDIT_KEY"]);
  const both = secret();
  expect(faultsOf({ ...good(), SEALING_KEYS: `a:${both},b:${both}` })).toEqual([
    "SEALING_KEYS: key 2: the same as SEALING_KEYS: key 1",
  ]);
});

test("R34: a sealing key has an id of its own and 32 bytes, no more", () => {
  expect(faultsOf({ ...good(), SEALING_KEYS: secret() })).toEqual([
    "SEALING_KEYS: begin it with a short id of its own and a colon, such as 2026:",
  ]);
  expect(faultsOf({ ...good(), SEALING_KEYS: `a:${secret(33)}` })).toEqual([
    "SEALING_KEYS: too long, a sealing key is exactly 32 bytes",
  ]);
  expect(faultsOf({ ...good(), SEALING_KEYS: `a:${secret()},a:${secret()}` })).toEqual([
    "SEALING_KEYS: two keys have the same id",
  ]);
  expect(faultsOf({ ...good(), SEALING_KEYS: `a:${secret()},` })).toContain(
    "SEALING_KEYS: key 2: too short, 0 bytes where 32 are needed",
  );
});

test("R30: no fault holds anything of a secret, wherever it was written by mistake", () => {
  const canary = secret(20);
  const misplaced = [canary, `${canary}:a`, `${canary}:${canary}`, `a:${canary},${canary}:a`];
  const said = misplaced.flatMap((text) =>
    faultsOf({ SEALING_KEYS: text, AUDIT_KEY: canary, LOOKUP_KEY: `${canary}!` }),
  );
  expect(said.length).toBeGreaterThan(12);
  expect(said.filter((fault) => fault.includes(canary))).toEqual([]);
});

test("R34: what the portal itself would make is always taken", () => {
  for (let time = 0; time < 100; time++) expect(faultsOf(good())).toEqual([]);
});
