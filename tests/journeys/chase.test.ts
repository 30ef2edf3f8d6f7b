import { expect, test } from "vitest";
import { reportingYear } from "../../app/domain/calendar/reporting-year";
import { requestFile } from "../../app/journeys/chase/request";
import { tracker } from "../../app/journeys/chase/tracker";
import { demonstration, open } from "../support/database";

const REPORTED = reportingYear("2022-23");

test("the demonstration’s tracker of 2022–23: 47 in scope, 45 answered, 2 outstanding", async () => {
  const { context } = await demonstration();
  const tally = (await tracker(context, REPORTED))?.tally;
  expect(tally?.asked).toHaveLength(50);
  expect(tally?.transferred).toEqual(["ZD10", "ZD39", "ZD46", "ZD50"]);
  expect(tally?.added).toEqual(["ZD51"]);
  expect(tally?.inScope).toHaveLength(47);
  expect(tally?.answered).toHaveLength(45);
  expect(tally?.outstanding).toEqual(["ZD01", "ZD26"]);
});

test("the open round’s days are set by today’s: sent 14 working days ago, six left", async () => {
  const { context } = await demonstration();
  const request = await requestFile(context, reportingYear("2025-26"), "ZD01");
  expect(request?.events[0]?.on).toBe("2026-11-03");
  // St Andrew’s Day, 30 November, is a bank holiday in Scotland and so no working day anywhere.
  expect(request?.due).toBe("2026-12-02");
  expect(request?.state.kind).toBe("waiting");
});

test("England’s tracker: 50 asked, 4 transferred, 1 added, 47 in scope, and no answer or lateness alleged of any", async () => {
  const { context } = await open("england");
  const found = await tracker(context, REPORTED);
  expect(found?.tally.asked).toHaveLength(50);
  expect(found?.tally.transferred).toEqual(["TAF", "RYK", "R1L", "TAH"]);
  expect(found?.tally.added).toEqual(["RCU"]);
  expect(found?.tally.inScope).toHaveLength(47);
  expect(found?.tally.answered).toEqual([]);
  expect(found?.tally.outstanding).toEqual([]);
  const kinds = new Set(found?.requests.map(({ state }) => state.kind));
  expect([...kinds].sort()).toEqual(["outcome-not-recorded", "transferred"]);
  expect(found?.requests.every(({ nextStep }) => nextStep === null)).toBe(true);
});

test("England’s register knows successors and moved services, and gives no trust a figure", async () => {
  const { db } = await open("england");
  const merged = await db.trust.findMany({ where: { successor: "G6V2S" }, orderBy: { ods: "asc" } });
  expect(merged.map(({ ods, closed }) => [ods, closed])).toEqual([
    ["RNK", "2026-03-31"],
    ["RRP", "2024-10-31"],
    ["TAF", "2024-10-31"],
  ]);
  expect(await db.return.count()).toBe(0);
  expect(await db.release.count()).toBe(0);
  expect(await db.publishedFigure.count()).toBe(13);
});
