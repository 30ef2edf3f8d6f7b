import { expect, test } from "vitest";
import { reportingYear } from "../../app/domain/calendar/reporting-year";
import { accept } from "../../app/journeys/chase/accept";
import { preview } from "../../app/journeys/publish/preview";
import { releaseRound } from "../../app/journeys/publish/release-round";
import { declare } from "../../app/journeys/submit/declare";
import { currentDraft } from "../../app/journeys/submit/draft";
import { upload } from "../../app/journeys/submit/upload";
import { builtPortal } from "../support/built-portal";

const YEAR = reportingYear("2025-26");
const PAGES = ["/", "/compare", "/compare?year=2024-25&sort=-referred", "/compare?year=2025-26", "/compare/trends"];
const FILE = [
  "ODS code,Trust name,Reporting year,Age band,Takes referrals,Children referred,Children accessed,Notes",
  "ZD01,,2025-26,0-12 months,yes,6,5,",
  "ZD01,,2025-26,12-24 months,yes,<5,<5,",
  "ZD01,,2025-26,24-36 months,yes,9,8,",
  "ZD01,,2025-26,0-18 years,,3407,2513,",
].join("\r\n");

test("R19: what the public reads, its tags and its data move when a round is released, and never before", async () => {
  const { context, db, officer, staff, get } = await builtPortal();
  const everything = async () => {
    const answers: unknown[] = [];
    for (const page of PAGES) {
      const [path = "", query] = page.split("?");
      const data = `${path === "/" ? "/_root" : path}.data${query ? `?${query}` : ""}`;
      for (const address of [page, data]) {
        const { status, headers, body } = await get(address);
        answers.push([address, status, headers.get("etag"), headers.get("last-modified"), body]);
      }
    }
    return JSON.stringify(answers);
  };
  const before = await everything();
  await upload(context, officer, YEAR, { name: "canary.csv", bytes: new TextEncoder().encode(FILE), seen: "" });
  expect((await everything()) === before).toBe(true);
  const draftId = (await currentDraft(context, officer, YEAR))?.id ?? "";
  const words = { name: "Ada Example", role: "Information officer", agreed: true, reason: "" };
  expect((await declare(context, officer, YEAR, { draftId, ...words })).kind).toBe("declared");
  expect((await everything()) === before).toBe(true);
  const { id: returnId } = await db.return.findUniqueOrThrow({ where: { draftId }, select: { id: true } });
  await accept(context, staff, { year: YEAR, ods: officer.trust.ods }, { returnId, footnotes: [] });
  expect((await everything()) === before).toBe(true);
  const found = await preview(context, YEAR);
  if (found === null) throw new Error("nothing to release");
  const order = { number: found.nextNumber, seen: found.seen, note: "" };
  expect((await releaseRound(context, staff, YEAR, order)).kind).toBe("released");
  expect((await everything()) === before).toBe(false);
  expect((await get("/compare?year=2025-26")).body).toContain("3,407");
});

test("R19: a public page that is asked for another route's data gives none", async () => {
  const { get } = await builtPortal();
  for (const address of ["/compare", "/compare.data", "/_root.data"]) {
    const { body } = await get(`${address}?year=2025-26&_routes=routes/submit/year/route,root`);
    expect(body).not.toMatch(/officer@demo|staff@demo|Second officer/);
  }
});
