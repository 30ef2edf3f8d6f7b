import { appendFileSync, mkdtempSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openAuditHeads } from "./audit-heads";

const file = () => join(mkdtempSync(join(tmpdir(), "heads-")), "kept", "heads.jsonl");
const head = (id: number) => ({ at: "2026-11-23T12:00:00.000Z", id, hash: String(id % 10).repeat(64) });

test("heads are read as they were written, each on a line, by nobody else on the machine", async () => {
  const path = file();
  const heads = openAuditHeads(path);
  expect(await heads.read()).toEqual({ heads: [], unreadable: [] });
  await heads.append(head(1));
  await heads.append(head(2));
  expect(await openAuditHeads(path).read()).toEqual({ heads: [head(1), head(2)], unreadable: [] });
  expect(readFileSync(path, "utf8").split("\n")).toHaveLength(3);
  expect(statSync(path).mode & 0o077).toBe(0);
});

test("a line that was broken off, or is no head, is told by its number and spoils no other", async () => {
  const path = file();
  const heads = openAuditHeads(path);
  await heads.append(head(1));
  appendFileSync(path, '{"at":"2026-11-2');
  await heads.append(head(3));
  appendFileSync(path, `${JSON.stringify({ ...head(4), hash: "short" })}\n\n`);
  expect(await heads.read()).toEqual({ heads: [head(1), head(3)], unreadable: [2, 4] });
});
