import { createCipheriv, randomBytes } from "node:crypto";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { openSealing, SealBroken } from "./sealing";

const keyOf = (id: string) => ({ id, key: randomBytes(32) });
const bytesOf = (text: string) => new TextEncoder().encode(text);
const KEY = keyOf("2026");
const sealing = openSealing([KEY]);

function broken(work: () => unknown): SealBroken {
  try {
    work();
  } catch (error) {
    if (error instanceof SealBroken) return error;
    throw error;
  }
  throw new Error("It was opened.");
}

test("R34: what was sealed opens again, whatever it was", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.string({ unit: "binary" }), (plain, about) => {
      expect(sealing.open(sealing.seal(plain, about), about)).toEqual(plain);
    }),
  );
});

test("R34: a sealed text names its key, and is AES-256-GCM with the nonce, the text and the tag it shows", () => {
  const [id, nonceText = "", sealedText = ""] = sealing.seal(bytesOf("a seed"), "totp:7").split(".");
  expect(id).toBe("2026");
  const cipher = createCipheriv("aes-256-gcm", KEY.key, Buffer.from(nonceText, "base64url"));
  cipher.setAAD(Buffer.from("totp:7"));
  const sealed = Buffer.concat([cipher.update("a seed"), cipher.final(), cipher.getAuthTag()]);
  expect(sealedText).toBe(sealed.toString("base64url"));
});

test("R34: the same thing sealed twice never looks the same", () => {
  const texts = Array.from({ length: 1_000 }, () => sealing.seal(bytesOf("a seed"), "totp:7"));
  expect(new Set(texts.map((text) => text.split(".")[1])).size).toBe(1_000);
  expect(new Set(texts.map((text) => text.split(".")[2])).size).toBe(1_000);
});

test("R34: what was sealed about one person does not open as another's", () => {
  const sealed = sealing.seal(bytesOf("a seed"), "totp:7");
  expect(broken(() => sealing.open(sealed, "totp:8")).message).toContain("2026");
});

test("R34: no character of a sealed text can be changed, left out or added", () => {
  const sealed = sealing.seal(randomBytes(21), "totp:7");
  for (let at = 0; at < sealed.length; at++) {
    for (const instead of ["", "A", "B", "a", "_", ".", `${sealed[at]}A`]) {
      if (instead === sealed[at]) continue;
      broken(() => sealing.open(sealed.slice(0, at) + instead + sealed.slice(at + 1), "totp:7"));
    }
  }
  broken(() => sealing.open(`${sealed}=`, "totp:7"));
  broken(() => sealing.open(` ${sealed}`, "totp:7"));
});

test("R34: after a change of keys the first seals and the old one still opens", () => {
  const old = keyOf("2025");
  const before = openSealing([old]).seal(bytesOf("a seed"), "totp:7");
  const now = openSealing([KEY, old]);
  expect(now.open(before, "totp:7")).toEqual(bytesOf("a seed"));
  expect(now.seal(bytesOf("a seed"), "totp:7")).toMatch(/^2026\./);
});

test("R34: a key that is gone is named, and another one of the same name does not open", () => {
  const sealed = openSealing([keyOf("2025")]).seal(bytesOf("a seed"), "totp:7");
  expect(broken(() => sealing.open(sealed, "totp:7")).message).toBe(
    "Sealed with the key 2025, which is not among SEALING_KEYS.",
  );
  broken(() => openSealing([keyOf("2025")]).open(sealed, "totp:7"));
});

test("R30: what is refused is never repeated, sealed or not", () => {
  const sealed = sealing.seal(bytesOf("a-canary"), "totp:7");
  const tail = sealed.split(".")[2] ?? "";
  for (const text of ["a-canary", "a-canary-that-is-no-seal.a-canary", sealed.slice(0, -1), ""]) {
    const { message } = broken(() => sealing.open(text, "totp:7"));
    expect(message).not.toContain("canary");
    expect(message).not.toContain(tail.slice(0, 8));
  }
});

test("sealing without a key is refused when it is set up, not when it is needed", () => {
  expect(() => openSealing([])).toThrow("Sealing needs at least one key.");
});
