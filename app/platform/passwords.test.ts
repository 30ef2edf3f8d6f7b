import { hash } from "@node-rs/argon2";
import { expect, test } from "vitest";
import { hashPassword, needsRehash, passwordMatches, pretendToCheck } from "./passwords";

const PASSWORD = "correct horse battery staple";

test("R1: a password is hashed with Argon2id, 19 MiB, two passes, one lane, and a salt of its own", async () => {
  const [one, other] = await Promise.all([hashPassword(PASSWORD), hashPassword(PASSWORD)]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
  expect(other).not.toBe(one);
  expect(await passwordMatches(one, PASSWORD)).toBe(true);
  expect(await passwordMatches(one, "correct horse battery stapl")).toBe(false);
});

test("R2: nothing is cut off: the last of 256 characters counts, and one behind a nought byte", async () => {
  const [long, nought] = ["é".repeat(255), "twelve chars\u0000"];
  const stored = await hashPassword(`${long}a`);
  expect(await passwordMatches(stored, `${long}a`)).toBe(true);
  expect(await passwordMatches(stored, `${long}b`)).toBe(false);
  expect(await passwordMatches(await hashPassword(`${nought}a`), `${nought}b`)).toBe(false);
});

test("R2: the same characters are the same password, whichever keyboard composed them", async () => {
  const stored = await hashPassword("Zo\u00eb's caf\u00e9 in Orl\u00e9ans");
  expect(await passwordMatches(stored, "Zoe\u0308's cafe\u0301 in Orle\u0301ans")).toBe(true);
  expect(await passwordMatches(stored, "Zoe's cafe in Orleans")).toBe(false);
});

test("R1: a hash with other parameters still matches, and is to be made anew", async () => {
  const older = await hash(PASSWORD, { memoryCost: 8_192, timeCost: 3, parallelism: 1 });
  expect(await passwordMatches(older, PASSWORD)).toBe(true);
  expect(needsRehash(older)).toBe(true);
  expect(needsRehash(await hashPassword(PASSWORD))).toBe(false);
});

test("R1: a hash is to be made anew for each parameter that differs, and where it is none", () => {
  const rest = "c29tZXNhbHRzb21lc2FsdA$MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTI";
  expect(needsRehash(`$argon2id$v=19$m=19456,t=2,p=1$${rest}`)).toBe(false);
  for (const start of [
    "$argon2i$v=19$m=19456,t=2,p=1",
    "$argon2id$v=16$m=19456,t=2,p=1",
    "$argon2id$v=19$m=19455,t=2,p=1",
    "$argon2id$v=19$m=19456,t=20,p=1",
    "$argon2id$v=19$m=19456,t=2,p=10",
    "$2b$10",
    "",
  ]) {
    expect(needsRehash(`${start}$${rest}`)).toBe(true);
  }
});

test("R1: a stored hash that is none lets nobody in and throws nothing", async () => {
  const good = await hashPassword(PASSWORD);
  const spoiled = [
    "",
    "\u0000",
    PASSWORD,
    "$argon2id$",
    good.slice(0, -1),
    good.slice(0, good.lastIndexOf("$")),
    `${good}A`,
    good.replace("m=19456", "m=1"),
    good.replace("m=19456", "m=4194304000"),
    good.replace("t=2", "t=4294967295"),
    good.replace("p=1", "p=0"),
    good.replace("argon2id", "argon2d"),
    "$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy",
  ];
  for (const stored of spoiled) expect(await passwordMatches(stored, PASSWORD)).toBe(false);
});

test("R8: pretending to check never succeeds", async () => {
  expect(await pretendToCheck(PASSWORD)).toBe(false);
});

test("R1: of many at once two are at it, in the order in which they came, and each gets its own answer", async () => {
  const stored = await hashPassword(PASSWORD);
  const ended: number[] = [];
  const answers = await Promise.all(
    Array.from({ length: 24 }, async (_, place) => {
      const answer = await passwordMatches(stored, place % 3 === 0 ? PASSWORD : `${PASSWORD}${place}`);
      ended.push(place);
      return answer;
    }),
  );
  expect(answers).toEqual(Array.from({ length: 24 }, (_, place) => place % 3 === 0));
  // Whoever is at it can have one beside them who came before, and no second one.
  const overtaken = ended.map((place, at) => ended.slice(at).filter((other) => other < place).length);
  expect(Math.max(...overtaken)).toBeLessThanOrEqual(1);
});
