import { expect, test } from "vitest";
import { edition } from "../../app/db/releases";
import { type ReportingYear, reportingYear } from "../../app/domain/calendar/reporting-year";
import { accept } from "../../app/journeys/chase/accept";
import { requestFile } from "../../app/journeys/chase/request";
import { publicRecord } from "../../app/journeys/compare/public-record";
import { yearToCompare } from "../../app/journeys/compare/year";
import type { Context } from "../../app/journeys/context";
import { preview } from "../../app/journeys/publish/preview";
import { releaseRound } from "../../app/journeys/publish/release-round";
import { stoppedAt } from "../../app/platform/clock";
import { demonstration, open } from "../support/database";

const OPEN = reportingYear("2025-26");
const REPORTED = reportingYear("2022-23");

async function onScreen(context: Context, year: ReportingYear) {
  const shown = await preview(context, year);
  return { number: shown?.nextNumber ?? 0, seen: shown?.seen ?? "" };
}

test("the demonstration’s release of 2022–23 says 36 of 45 in 47, and 19 of 36 with ten referrals or fewer", async () => {
  const { context } = await demonstration();
  const content = (await yearToCompare(context, REPORTED))?.release.content;
  expect(content?.response).toMatchObject({ asked: 50, transferred: 4, added: 1, inScope: 47, answered: 45 });
  expect(content?.acceptance.any).toMatchObject({ yes: 36, known: 45, inScope: 47, share: 0.8 });
  expect(content?.acceptance.none.yes).toBe(9);
  expect(content?.referralSize.classes["0-10"]).toEqual({ certain: 19, possible: 19 });
});

test("a public page never shows what is not released, and a return is released only once it is accepted", async () => {
  const { context, staff } = await demonstration();
  expect(await yearToCompare(context, OPEN)).toBeNull();
  const before = await preview(context, OPEN);
  expect(before?.content.response.notAccepted).toEqual(["ZD31", "ZD47", "ZD49"]);
  expect(before?.content.trusts.find(({ ods }) => ods === "ZD31")?.referred.all).toEqual({
    status: "[x]",
    why: "not yet checked",
  });
  const file = await requestFile(context, OPEN, "ZD31");
  await accept(context, staff, { year: OPEN, ods: "ZD31" }, file?.versions[0]?.id ?? "");
  expect((await preview(context, OPEN))?.content.response.notAccepted).toEqual(["ZD47", "ZD49"]);
  expect(await releaseRound(context, staff, OPEN, { ...(await onScreen(context, OPEN)), note: "" })).toEqual({
    kind: "released",
    number: 1,
  });
  expect((await publicRecord(context)).releases[0]?.year).toBe(OPEN);
});

test("accepting twice, or at once, is accepting once; and only the version that is there", async () => {
  const { context, db, staff } = await demonstration();
  const request = { year: OPEN, ods: "ZD31" };
  const id = (await requestFile(context, OPEN, "ZD31"))?.versions[0]?.id ?? "";
  const answers = await Promise.all([1, 2, 3].map(() => accept(context, staff, request, id)));
  expect(answers).toEqual([{ ok: true }, { ok: true }, { ok: true }]);
  expect(await db.requestEvent.count({ where: { kind: "accepted", returnId: id } })).toBe(1);
  const other = { year: OPEN, ods: "ZD47" };
  expect(await accept(context, staff, other, id)).toEqual({ ok: false, why: "no such return" });
});

test("posting the release form twice makes one release, and a correction needs a note", async () => {
  const { context, db, staff } = await demonstration();
  const screen = await onScreen(context, REPORTED);
  expect(await releaseRound(context, staff, REPORTED, { ...screen, note: "" })).toEqual({ kind: "note needed" });
  const noted = { ...screen, note: "A trust corrected its figures." };
  const answers = await Promise.all([1, 2].map(() => releaseRound(context, staff, REPORTED, noted)));
  expect(answers).toEqual([
    { kind: "released", number: 2 },
    { kind: "released", number: 2 },
  ]);
  expect(await db.release.count({ where: { year: REPORTED } })).toBe(2);
  const other = { ...screen, note: "Another reason." };
  expect(await releaseRound(context, staff, REPORTED, other)).toEqual({ kind: "changed" });
  expect(await releaseRound(context, staff, REPORTED, { ...screen, number: 99, note: "x" })).toEqual({
    kind: "changed",
  });
});

test("only what was on screen is released", async () => {
  const { context, db, staff } = await demonstration();
  const screen = await onScreen(context, OPEN);
  const file = await requestFile(context, OPEN, "ZD31");
  await accept(context, staff, { year: OPEN, ods: "ZD31" }, file?.versions[0]?.id ?? "");
  expect(await releaseRound(context, staff, OPEN, { ...screen, note: "" })).toEqual({ kind: "changed" });
  expect(await db.release.count({ where: { year: OPEN } })).toBe(0);
});

test("the edition changes with every release, whatever the clock says", async () => {
  const { context, db, staff } = await demonstration();
  const before = await edition(db);
  const early = { ...context, clock: stoppedAt("2020-01-01T00:00:00Z") };
  await releaseRound(early, staff, REPORTED, { ...(await onScreen(context, REPORTED)), note: "Corrected." });
  expect(await edition(db)).not.toBe(before);
});

test("a release is never changed", async () => {
  const { db } = await demonstration();
  await expect(db.$executeRawUnsafe(`UPDATE "Release" SET "content" = '{}'`)).rejects.toThrow(/never changed/);
  await expect(db.$executeRawUnsafe(`DELETE FROM "Release"`)).rejects.toThrow(/never changed/);
});

test("England’s round of 2022–23 cannot be released: its source gives totals only", async () => {
  const { context } = await open("england");
  expect(await preview(context, REPORTED)).toBeNull();
  expect((await publicRecord(context)).releases).toEqual([]);
});
