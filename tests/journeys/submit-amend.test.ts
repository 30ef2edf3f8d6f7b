import { expect, test } from "vitest";
import { reportingYear } from "../../app/domain/calendar/reporting-year";
import type { Signatory } from "../../app/domain/people/person";
import { differencesBetween } from "../../app/domain/returns/difference";
import { type AnswerTexts, withText } from "../../app/domain/returns/texts";
import { accept } from "../../app/journeys/chase/accept";
import { requestFile } from "../../app/journeys/chase/request";
import type { Context } from "../../app/journeys/context";
import { startAmending } from "../../app/journeys/submit/amend";
import { declare } from "../../app/journeys/submit/declare";
import { declaredFile } from "../../app/journeys/submit/declared-file";
import { currentDraft } from "../../app/journeys/submit/draft";
import { saveAnswers } from "../../app/journeys/submit/save-answers";
import { yourRound } from "../../app/journeys/submit/your-round";
import { colleagueOf, demonstration } from "../support/database";

const YEAR = reportingYear("2025-26");
const ANSWERS: AnswerTexts = {
  "0-12m": { takes: "yes", referred: "6", accessed: "5", notes: "" },
  "12-24m": { takes: "yes", referred: "<5", accessed: "<5", notes: "" },
  "24-36m": { takes: "yes", referred: "9", accessed: "8", notes: "" },
  all: { takes: "", referred: "3400", accessed: "2500", notes: "From RiO" },
};
const DECLARATION = { name: "Ada Example", role: "Information officer", agreed: true };

async function send(context: Context, officer: Signatory, texts: AnswerTexts, reason = "") {
  const seen = (await currentDraft(context, officer, YEAR))?.id ?? "";
  const saved = await saveAnswers(context, officer, YEAR, { seen, texts });
  const draftId = saved.kind === "saved" ? saved.draftId : "";
  return declare(context, officer, YEAR, { draftId, reason, ...DECLARATION });
}

test("a return is amended with a reason: a new version, and the old one as it was", async () => {
  const { context, db, officer } = await demonstration();
  await send(context, officer, ANSWERS);
  expect(await startAmending(context, officer, YEAR)).toBe("started");
  const draft = await currentDraft(context, officer, YEAR);
  expect(draft?.texts).toEqual(ANSWERS);

  const changed = withText(ANSWERS, { line: "24-36m", entry: "referred" }, "11");
  const refused = await send(context, officer, changed);
  expect(refused.kind === "problems" && refused.problems.map(({ field }) => field)).toEqual(["reason"]);
  expect(await send(context, officer, changed, "Two referrals came late.")).toEqual({
    kind: "declared",
    reference: "ZD01-2526-2",
    version: 2,
    byColleague: false,
  });

  const versions = (await yourRound(context, officer, YEAR))?.versions ?? [];
  expect(versions.map(({ version, reason }) => [version, reason])).toEqual([
    [1, ""],
    [2, "Two referrals came late."],
  ]);
  const [first, second] = versions;
  if (first === undefined || second === undefined) throw new Error("There are not two versions.");
  expect(differencesBetween(first, second)).toEqual([{ line: "24-36m", entry: "referred", from: "9", to: "11" }]);
  expect(await currentDraft(context, officer, YEAR)).toBeNull();
  expect((await db.letter.findMany({ orderBy: { key: "asc" } })).map(({ key }) => key)).toEqual([
    "receipt ZD01-2526-1",
    "receipt ZD01-2526-2",
  ]);
  expect(new TextDecoder().decode((await declaredFile(context, officer, YEAR, 1)) ?? undefined)).toContain(",yes,9,8,");
  expect(new TextDecoder().decode((await declaredFile(context, officer, YEAR, 2)) ?? undefined)).toContain(
    ",yes,11,8,",
  );
});

test("starting twice starts once, and leaves what was changed since", async () => {
  const { context, officer } = await demonstration();
  await send(context, officer, ANSWERS);
  await startAmending(context, officer, YEAR);
  const changed = withText(ANSWERS, { line: "0-12m", entry: "referred" }, "7");
  const seen = (await currentDraft(context, officer, YEAR))?.id ?? "";
  await saveAnswers(context, officer, YEAR, { seen, texts: changed });
  expect(await startAmending(context, officer, YEAR)).toBe("started");
  expect((await currentDraft(context, officer, YEAR))?.texts).toEqual(changed);
});

test("nothing is amended before anything was sent, nor in a closed round that nobody asked about", async () => {
  const { context, db, officer } = await demonstration();
  expect(await startAmending(context, officer, YEAR)).toBe("nothing to amend");
  await send(context, officer, ANSWERS);
  await db.round.update({ where: { year: YEAR }, data: { open: false } });
  expect(await startAmending(context, officer, YEAR)).toBe("not open");
});

test("a version from before answers could be typed is amended from its figures", async () => {
  const { context, db, officer } = await demonstration();
  const past = reportingYear("2024-25");
  await db.$executeRawUnsafe('DROP TRIGGER "Return_no_update"');
  await db.return.updateMany({ data: { texts: null } });
  await db.round.update({ where: { year: past }, data: { open: true } });
  expect(await startAmending(context, officer, past)).toBe("started");
  const [version] = (await yourRound(context, officer, past))?.versions ?? [];
  expect((await currentDraft(context, officer, past))?.answers?.figures).toEqual(version?.figures);
});

test("two officers who declare the same answers at once: one does, and the other is told", async () => {
  const world = await demonstration();
  const { context, db, officer } = world;
  const colleague = await colleagueOf(world);
  const saved = await saveAnswers(context, officer, YEAR, { seen: "", texts: ANSWERS });
  const draftId = saved.kind === "saved" ? saved.draftId : "";
  const both = await Promise.all(
    [officer, colleague].map((who) =>
      declare(context, who, YEAR, { draftId, reason: "", ...DECLARATION, name: who.name }),
    ),
  );
  const [version] = (await yourRound(context, officer, YEAR))?.versions ?? [];
  expect(both.map((answer) => answer.kind === "declared" && answer.byColleague).sort()).toEqual([false, true]);
  expect(both.findIndex((answer) => answer.kind === "declared" && !answer.byColleague)).toBe(
    version?.declaredName === officer.name ? 0 : 1,
  );
  expect(await db.return.count({ where: { request: { ods: "ZD01", year: YEAR } } })).toBe(1);
});

test("the reasons of a version may become footnotes, in words that give nothing away", async () => {
  const { context, db, officer, staff } = await demonstration();
  await send(context, officer, ANSWERS);
  await startAmending(context, officer, YEAR);
  await send(context, officer, withText(ANSWERS, { line: "0-12m", entry: "referred" }, "7"), "One child came late.");
  const request = { year: YEAR, ods: "ZD01" };
  const file = await requestFile(context, YEAR, "ZD01");
  const returnId = file?.versions.at(-1)?.id ?? "";
  expect(file?.reasons).toEqual(["One child came late."]);
  const tells = await accept(context, staff, request, { returnId, footnotes: ["There were 7, and not 6."] });
  expect(tells.kind === "footnotes" && tells.problems.map(({ place }) => place)).toEqual([0]);
  const footnotes = ["The trust corrected its figures after a late referral."];
  expect(await accept(context, staff, request, { returnId, footnotes })).toEqual({ kind: "accepted" });
  expect(await accept(context, staff, request, { returnId, footnotes: ["Another text."] })).toEqual({
    kind: "accepted",
  });
  expect((await db.footnote.findMany()).map(({ text }) => text)).toEqual(footnotes);
  await expect(db.$executeRawUnsafe(`UPDATE "Footnote" SET "text" = 'x'`)).rejects.toThrow(/decided once/);
});

test("a neighbour gets no version, no file and no draft of it", async () => {
  const { context, officer, neighbour } = await demonstration();
  await send(context, officer, ANSWERS);
  expect(await startAmending(context, neighbour, YEAR)).toBe("nothing to amend");
  expect(await declaredFile(context, neighbour, YEAR, 1)).toBeNull();
  expect((await yourRound(context, neighbour, YEAR))?.versions).toEqual([]);
});
