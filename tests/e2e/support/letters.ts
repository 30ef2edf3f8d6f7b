import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@playwright/test";
import type { Portal } from "./portal";

/** The text of the latest letter with this subject, once it has arrived. */
export async function letterTo({ mailFolder }: Portal, subject: string): Promise<string> {
  const found = () =>
    readdirSync(mailFolder)
      .map((name) => decoded(readFileSync(join(mailFolder, name), "utf8")))
      .filter((letter) => letter.includes(`Subject: ${subject}`))
      .at(-1);
  await expect.poll(found, { timeout: 20_000 }).toBeDefined();
  return found() ?? "";
}

/** Quoted-printable, as long lines are sent; and in subjects that are not plain English, in pieces (RFC 2047, 4.2 and 6.2). */
function decoded(letter: string): string {
  const bytes = letter
    .replace(/\?=\r?\n[ \t]+=\?UTF-8\?Q\?/g, "")
    .replace(/\r?\n[ \t]+/g, " ")
    .replace(/=\?UTF-8\?Q\?(.*?)\?=/g, (_, word: string) => word.replaceAll("_", " "))
    .replace(/=\r?\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}

export function linkIn(letter: string): string {
  return /https?:\/\/\S+\/(?:invitation|forgotten-password|account\/email)\/[\w-]+/.exec(letter)?.[0] ?? "";
}
