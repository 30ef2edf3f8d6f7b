import { describe, expect, test } from "vitest";
import { reportingYear } from "../../app/domain/calendar/reporting-year";
import { requestFile } from "../../app/journeys/chase/request";
import { tracker } from "../../app/journeys/chase/tracker";
import { answerNotHeld, answerRefused } from "../../app/journeys/submit/answer-otherwise";
import { declare } from "../../app/journeys/submit/declare";
import { currentDraft, readyDraft } from "../../app/journeys/submit/draft";
import { saveAnswers } from "../../app/journeys/submit/save-answers";
import { yourRound } from "../../app/journeys/submit/your-round";
import { demonstration, type World } from "../support/database";

const YEAR = reportingYear("2025-26");
const ALL = [1, 2, 3, 4];
const NOT_HELD = { seen: "", questions: ALL, holder: "ZD07", otherHolder: "", words: "" };
const REFUSED = { seen: "", questions: ALL, section: "s12", otherSection: "", words: "It would take 40 hours." };

async function declared({ context, officer }: World) {
  const draftId = (await currentDraft(context, officer, YEAR))?.id ?? "";
  const answer = await declare(context, officer, YEAR, {
    draftId,
    name: "Ada",
    role: "Officer",
    agreed: true,
    reason: "",
  });
  expect(answer.kind).toBe("declared");
  return (await yourRound(context, officer, YEAR))?.versions.at(-1);
}

describe("not held", () => {
  test("as a whole, with the trust that holds it: nothing is left to confirm, and that trust is to be asked", async () => {
    const world = await demonstration();
    const { context, officer } = world;
    expect(await answerNotHeld(context, officer, YEAR, NOT_HELD)).toEqual({ kind: "saved", whole: true });
    const draft = await readyDraft(context, officer, YEAR);
    expect(draft?.figures.all.referred).toEqual({ kind: "not-held" });
    const version = await declared(world);
    expect(version?.explanations).toMatchObject([{ kind: "not-held", questions: ALL, holder: { ods: "ZD07" } }]);
    const found = await requestFile(context, YEAR, "ZD01");
    expect(found?.state).toMatchObject({ kind: "transferred", holder: "ZD07" });
    const round = await tracker(context, YEAR);
    expect([round?.tally.transferred.includes("ZD01"), round?.tally.inScope.includes("ZD01")]).toEqual([true, false]);
  });

  test("as a whole, by nobody known, is an answer all the same", async () => {
    const world = await demonstration();
    await answerNotHeld(world.context, world.officer, YEAR, { ...NOT_HELD, holder: "" });
    await declared(world);
    expect((await requestFile(world.context, YEAR, "ZD01"))?.state.kind).toBe("not-held");
  });

  test("for one question leaves the others to be typed, and is a part answer", async () => {
    const world = await demonstration();
    const { context, officer } = world;
    const form = { ...NOT_HELD, questions: [3], holder: "other", otherHolder: "The council", words: "Since 2024." };
    expect(await answerNotHeld(context, officer, YEAR, form)).toEqual({ kind: "saved", whole: false });
    const draft = await currentDraft(context, officer, YEAR);
    expect([draft?.texts["0-12m"], draft?.texts.all.accessed]).toEqual([
      { takes: "", referred: "", accessed: "not held", notes: "" },
      "",
    ]);
    const band = { takes: "yes", referred: "6", accessed: "not held", notes: "" };
    const all = { takes: "", referred: "3400", accessed: "2500", notes: "" };
    const texts = { "0-12m": band, "12-24m": band, "24-36m": band, all };
    await saveAnswers(context, officer, YEAR, { seen: draft?.id ?? "", texts });
    const version = await declared(world);
    expect(version?.explanations).toEqual([
      { kind: "not-held", questions: [3], holder: { ods: null, name: "The council" }, words: "Since 2024." },
    ]);
    const file = await requestFile(context, YEAR, "ZD01");
    expect(file?.state.kind).toBe("part-answered");
    expect(file?.events.at(-1)?.detail).toContain("Question 3: Not held. Ask The council. “Since 2024.”");
  });

  test("says all that is missing at once, and keeps nothing", async () => {
    const { context, db, officer } = await demonstration();
    const wrong = { ...NOT_HELD, questions: [], holder: "other", words: "w".repeat(2001) };
    const answer = await answerNotHeld(context, officer, YEAR, wrong);
    expect(answer.kind === "problems" && answer.problems.map(({ field }) => field)).toEqual([
      "questions",
      "words",
      "otherHolder",
    ]);
    for (const holder of ["ZD01", "nobody"]) {
      expect((await answerNotHeld(context, officer, YEAR, { ...NOT_HELD, holder })).kind).toBe("problems");
    }
    expect(await db.draft.count()).toBe(0);
  });
});

describe("refused", () => {
  test("as a whole, under its section: a refusal, answered in time", async () => {
    const world = await demonstration();
    const { context, officer } = world;
    expect(await answerRefused(context, officer, YEAR, REFUSED)).toEqual({ kind: "saved", whole: true });
    const version = await declared(world);
    expect(version?.figures.bands["0-12m"]).toEqual({
      takes: "refused",
      takesWords: "refused s12",
      referred: { kind: "refused", section: "s12" },
      accessed: { kind: "refused", section: "s12" },
    });
    const file = await requestFile(context, YEAR, "ZD01");
    expect(file?.state).toMatchObject({ kind: "refused", timeliness: { kind: "in-time" } });
  });

  test.each([
    ["31", "s31"],
    ["Section 41(2)", "s41(2)"],
    ["s.40", "s40"],
  ])("under another section, %s", async (otherSection, section) => {
    const { context, officer } = await demonstration();
    const form = { ...REFUSED, questions: [2], section: "other", otherSection };
    expect((await answerRefused(context, officer, YEAR, form)).kind).toBe("saved");
    const draft = await currentDraft(context, officer, YEAR);
    expect([draft?.texts["0-12m"].referred, draft?.explanations]).toMatchObject([`refused ${section}`, [{ section }]]);
  });

  test("needs its section and why it applies", async () => {
    const { context, officer } = await demonstration();
    const fieldsOf = async (form: Partial<typeof REFUSED>) => {
      const answer = await answerRefused(context, officer, YEAR, { ...REFUSED, ...form });
      return answer.kind === "problems" ? answer.problems.map(({ field }) => field) : answer.kind;
    };
    expect(await fieldsOf({ section: "", words: "" })).toEqual(["section", "words"]);
    expect(await fieldsOf({ section: "other", otherSection: "1" })).toEqual(["otherSection"]);
  });
});

test("an answer in another way replaces no draft that was not on screen", async () => {
  const { context, officer } = await demonstration();
  await answerRefused(context, officer, YEAR, { ...REFUSED, questions: [2] });
  expect(await answerNotHeld(context, officer, YEAR, { ...NOT_HELD, questions: [3] })).toMatchObject({
    kind: "changed meanwhile",
  });
  const seen = (await currentDraft(context, officer, YEAR))?.id ?? "";
  expect((await answerNotHeld(context, officer, YEAR, { ...NOT_HELD, questions: [3], seen })).kind).toBe("saved");
  expect((await currentDraft(context, officer, YEAR))?.explanations.map(({ kind }) => kind)).toEqual([
    "refused",
    "not-held",
  ]);
});
