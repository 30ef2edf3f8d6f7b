import { expect, test } from "vitest";
import { findPerson } from "../../app/db/people";
import { reportingYear } from "../../app/domain/calendar/reporting-year";
import { isOfficer, isSignatory } from "../../app/domain/people/person";
import type { AnswerTexts } from "../../app/domain/returns/texts";
import { askToDeclare, whoMayDeclare } from "../../app/journeys/submit/ask-to-declare";
import { saveAnswers } from "../../app/journeys/submit/save-answers";
import { deedsOf, lettersTo } from "../support/audit";
import { addContributor } from "../support/contributor";
import { demonstration } from "../support/database";

const YEAR = reportingYear("2025-26");
const ANSWERS: AnswerTexts = {
  "0-12m": { takes: "yes", referred: "6", accessed: "5", notes: "" },
  "12-24m": { takes: "yes", referred: "<5", accessed: "<5", notes: "" },
  "24-36m": { takes: "yes", referred: "9", accessed: "8", notes: "" },
  all: { takes: "", referred: "3400", accessed: "2500", notes: "" },
};
const READY = "Ready to declare: the return for 2025–26 – Zero to Two";

/** A contributor of the officer's trust, who has prepared its answers. */
async function prepared() {
  const world = await demonstration();
  const { context, db } = world;
  const contributor = await findPerson(db, await addContributor(db));
  if (contributor === null || !isOfficer(contributor)) throw new Error("There is no contributor.");
  const save = async (texts: AnswerTexts, seen = "") => {
    const saved = await saveAnswers(context, contributor, YEAR, { seen, texts });
    if (saved.kind !== "saved") throw new Error(`The answers were not saved: ${saved.kind}.`);
    return saved.draftId;
  };
  return { ...world, contributor, save, draftId: await save(ANSWERS) };
}

test("a contributor prepares answers, is no signatory, and sees who is", async () => {
  const { context, contributor } = await prepared();
  expect(isSignatory(contributor)).toBe(false);
  expect(await whoMayDeclare(context, contributor)).toEqual(["First officer"]);
});

test("signatories are told once for each draft, however often asked, and of the next draft again", async () => {
  const { context, db, contributor, save, draftId } = await prepared();
  const asked = await Promise.all([1, 2, 3].map(() => askToDeclare(context, contributor, YEAR, draftId)));
  expect(asked).toEqual(["told", "told", "told"]);
  expect(await lettersTo(db, "officer@demo.example")).toEqual([READY]);
  expect((await deedsOf(db, contributor.id)).filter((did) => did === "declaring-asked")).toHaveLength(1);
  const { body } = await db.letter.findFirstOrThrow({ where: { subject: READY } });
  expect(body).toContain("A contributor has prepared the answers");
  expect(body).toContain("http://localhost:3000/submit/2025-26/check");
  expect(body).not.toContain("3400");
  expect(await lettersTo(db, "officer2@demo.example")).toEqual([]);

  const next = await save({ ...ANSWERS, all: { ...ANSWERS.all, referred: "3500" } }, draftId);
  expect(await askToDeclare(context, contributor, YEAR, next)).toBe("told");
  expect(await lettersTo(db, "officer@demo.example")).toEqual([READY, READY]);
});

test("nobody is told of answers that were not on screen, or are not ready", async () => {
  const { context, db, contributor, save, draftId } = await prepared();
  expect(await askToDeclare(context, contributor, YEAR, "another draft")).toBe("draft changed");
  const wrong = await save({ ...ANSWERS, all: { ...ANSWERS.all, referred: "12.5" } }, draftId);
  expect(await askToDeclare(context, contributor, YEAR, wrong)).toBe("draft changed");
  expect(await db.letter.count({ where: { subject: READY } })).toBe(0);
});

test("where a trust has no signatory, nobody is told and that is the answer", async () => {
  const { context, db, contributor, officer, draftId } = await prepared();
  await db.person.update({ where: { id: officer.id }, data: { disabledAt: context.clock.now() } });
  expect(await whoMayDeclare(context, contributor)).toEqual([]);
  expect(await askToDeclare(context, contributor, YEAR, draftId)).toBe("nobody to tell");
  expect(await deedsOf(db, contributor.id)).not.toContain("declaring-asked");
});
