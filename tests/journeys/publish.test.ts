import { expect, test } from "vitest";
import type { Database } from "../../app/db/client";
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
  await accept(context, staff, { year: OPEN, ods: "ZD31" }, { returnId: file?.versions[0]?.id ?? "", footnotes: [] });
  expect((await preview(context, OPEN))?.content.response.notAccepted).toEqual(["ZD47", "ZD49"]);
  expect(await releaseRound(context, staff, OPEN, { ...(await onScreen(context, OPEN)), note: "" })).toEqual({
    kind: "released",
    number: 1,
  });
  expect((await publicRecord(context)).releases[0]?.year).toBe(OPEN);
});

/** Another version of a trust's return, with one accessed count changed, as an amendment would bring it. */
async function amended(db: Database, ods: string, band: string, accessed: number): Promise<string> {
  const last = await db.return.findFirstOrThrow({
    where: { request: { ods, year: OPEN } },
    orderBy: { version: "desc" },
    include: { bands: true, counts: true },
  });
  const { id: _, bands, counts, ...fields } = last;
  const version = last.version + 1;
  const others = <Part extends { returnId: string }>(parts: Part[]) => parts.map(({ returnId: _, ...part }) => part);
  const { id } = await db.return.create({
    data: {
      ...fields,
      version,
      reference: `${last.reference} ${version}`,
      draftId: `${last.draftId} ${version}`,
      bands: { create: others(bands) },
      counts: {
        create: others(counts).map((count) =>
          count.band === band && count.measure === "accessed"
            ? { ...count, kind: "exact", lo: accessed, hi: accessed, raw: String(accessed) }
            : count,
        ),
      },
    },
  });
  await happened(db, ods, "responded", id);
  return id;
}

async function happened(db: Database, ods: string, kind: string, returnId: string | null) {
  const request = await db.request.findUniqueOrThrow({ where: { year_ods: { year: OPEN, ods } } });
  await db.requestEvent.create({
    data: { requestId: request.id, kind, on: "2026-11-23", recordedAt: new Date("2026-11-23T12:00:00Z"), returnId },
  });
}

async function shownOf(context: Context, ods: string) {
  return (await preview(context, OPEN))?.content.trusts.find((row) => row.ods === ods);
}

test("an accepted version stands until staff accept the next, and the next gives no hidden count away", async () => {
  const { context, db, staff } = await demonstration();
  const request = { year: OPEN, ods: "ZD49" };
  const returnId = (await requestFile(context, OPEN, "ZD49"))?.versions[0]?.id ?? "";
  await accept(context, staff, request, { returnId, footnotes: [] });
  await releaseRound(context, staff, OPEN, { ...(await onScreen(context, OPEN)), note: "" });
  const first = await shownOf(context, "ZD49");
  expect(first?.accessed).toMatchObject({
    bands: { "0-12m": { status: "[c]" }, "12-24m": { status: "[c]" }, "24-36m": { status: "value", value: 11 } },
    total: { status: "value", value: 22 },
  });

  const id = await amended(db, "ZD49", "0-12m", 6);
  expect(await shownOf(context, "ZD49")).toEqual(first);
  expect((await preview(context, OPEN))?.content.response.notAccepted).not.toContain("ZD49");

  expect(await accept(context, staff, request, { returnId: id, footnotes: [] })).toEqual({ kind: "accepted" });
  expect((await shownOf(context, "ZD49"))?.referred).toEqual(first?.referred);
  expect((await shownOf(context, "ZD49"))?.accessed).toMatchObject({
    bands: { "0-12m": { status: "[c]" }, "12-24m": { status: "[c]" }, "24-36m": { status: "value", value: 11 } },
    total: { status: "value", value: 24 },
  });
});

test("a refusal of the whole request needs no acceptance, whatever was sent before it", async () => {
  const { context, db } = await demonstration();
  expect((await shownOf(context, "ZD49"))?.state).toBe("not-accepted");
  await happened(db, "ZD49", "refused", null);
  expect(await shownOf(context, "ZD49")).toMatchObject({
    state: "answered",
    category: "unknown",
    referred: { all: { status: "[x]" } },
  });
});

test("a round released again without an amendment shows every trust as before", async () => {
  const { context } = await demonstration();
  const before = (await yearToCompare(context, REPORTED))?.release.content.trusts;
  expect((await preview(context, REPORTED))?.content.trusts).toEqual(before);
});

test("accepting twice, or at once, is accepting once; and only the version that is there", async () => {
  const { context, db, staff } = await demonstration();
  const request = { year: OPEN, ods: "ZD31" };
  const id = (await requestFile(context, OPEN, "ZD31"))?.versions[0]?.id ?? "";
  const answers = await Promise.all(
    [1, 2, 3].map(() => accept(context, staff, request, { returnId: id, footnotes: [] })),
  );
  expect(answers).toEqual([{ kind: "accepted" }, { kind: "accepted" }, { kind: "accepted" }]);
  expect(await db.requestEvent.count({ where: { kind: "accepted", returnId: id } })).toBe(1);
  const other = { year: OPEN, ods: "ZD47" };
  expect(await accept(context, staff, other, { returnId: id, footnotes: [] })).toEqual({ kind: "no such return" });
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
  await accept(context, staff, { year: OPEN, ods: "ZD31" }, { returnId: file?.versions[0]?.id ?? "", footnotes: [] });
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
