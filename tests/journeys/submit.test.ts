import { describe, expect, test } from "vitest";
import { reportingYear } from "../../app/domain/calendar/reporting-year";
import type { Officer } from "../../app/domain/people/person";
import type { Context } from "../../app/journeys/context";
import { confirm } from "../../app/journeys/submit/confirm";
import { declare } from "../../app/journeys/submit/declare";
import { currentDraft } from "../../app/journeys/submit/draft";
import { upload } from "../../app/journeys/submit/upload";
import { yourRound } from "../../app/journeys/submit/your-round";
import { demonstration } from "../support/database";

const YEAR = reportingYear("2025-26");
const CLEAN = [
  "ODS code,Trust name,Reporting year,Age band,Takes referrals,Children referred,Children accessed,Notes",
  "ZD01,,2025-26,0-12 months,yes,6,5,",
  "ZD01,,2025-26,12-24 months,yes,<5,<5,",
  "ZD01,,2025-26,24-36 months,yes,9,8,",
  "ZD01,,2025-26,0-18 years,,3400,2500,",
].join("\r\n");

const fileOf = (text: string, seen = "") => ({ name: "return.csv", bytes: new TextEncoder().encode(text), seen });
const DECLARATION = { name: "Ada Example", role: "Information officer", agreed: true, reason: "" };

async function readyToDeclare(context: Context, officer: Officer, text = CLEAN): Promise<string> {
  const seen = (await currentDraft(context, officer, YEAR))?.id ?? "";
  expect(await upload(context, officer, YEAR, fileOf(text, seen))).toMatchObject({ kind: "kept" });
  const draft = await currentDraft(context, officer, YEAR);
  return draft?.id ?? "";
}

describe("declaring", () => {
  test("keeps the return, the event and the letter together", async () => {
    const { context, db, officer } = await demonstration();
    const draftId = await readyToDeclare(context, officer);
    expect(await declare(context, officer, YEAR, { draftId, ...DECLARATION })).toEqual({
      kind: "declared",
      reference: "ZD01-2526-1",
      version: 1,
      byColleague: false,
    });
    const yours = await yourRound(context, officer, YEAR);
    expect(yours?.state.kind).toBe("answered");
    expect(yours?.versions.map(({ version, declaredName }) => [version, declaredName])).toEqual([[1, "Ada Example"]]);
    expect(yours?.versions[0]?.figures.bands["12-24m"].referred).toEqual({ kind: "range", lo: 0, hi: 4 });
    const letters = await db.letter.findMany({ where: { key: "receipt ZD01-2526-1" } });
    expect(letters.map(({ to, sentAt }) => [to, sentAt])).toEqual([["officer@demo.example", null]]);
    expect(await currentDraft(context, officer, YEAR)).toBeNull();
    const raw = await db.returnCount.findMany({ where: { return: { reference: "ZD01-2526-1" }, band: "12-24m" } });
    expect(raw.map((cell) => cell.raw)).toEqual(["<5", "<5"]);
  });

  test("keeps nothing at all when one of the three cannot be written", async () => {
    const { context, db, officer } = await demonstration();
    const draftId = await readyToDeclare(context, officer);
    const at = context.clock.now();
    await db.letter.create({
      data: { key: "receipt ZD01-2526-1", to: "x@demo.example", subject: "", body: "", queuedAt: at, notBefore: at },
    });
    await expect(declare(context, officer, YEAR, { draftId, ...DECLARATION })).rejects.toThrow();
    const yours = await yourRound(context, officer, YEAR);
    expect(yours?.versions).toEqual([]);
    expect(yours?.state.kind).toBe("waiting");
    expect((await currentDraft(context, officer, YEAR))?.id).toBe(draftId);
  });

  test("twenty posts of one form at once have one effect and twenty equal answers", async () => {
    const { context, db, officer } = await demonstration();
    const draftId = await readyToDeclare(context, officer);
    const posts = Array.from({ length: 20 }, () => declare(context, officer, YEAR, { draftId, ...DECLARATION }));
    const answers = new Set((await Promise.all(posts)).map((answer) => JSON.stringify(answer)));
    expect([...answers]).toEqual([
      JSON.stringify({ kind: "declared", reference: "ZD01-2526-1", version: 1, byColleague: false }),
    ]);
    expect(await db.return.count({ where: { request: { ods: "ZD01", year: YEAR } } })).toBe(1);
    expect(await db.requestEvent.count({ where: { kind: "responded", request: { ods: "ZD01", year: YEAR } } })).toBe(1);
    expect(await db.letter.count()).toBe(1);
  });

  test("is refused for another file than the one that was on screen", async () => {
    const { context, officer } = await demonstration();
    const seen = await readyToDeclare(context, officer);
    await readyToDeclare(context, officer, CLEAN.replace(",9,8,", ",10,8,"));
    expect(await declare(context, officer, YEAR, { draftId: seen, ...DECLARATION })).toEqual({ kind: "draft changed" });
  });

  test("is refused in a closed round, and of a declaration and an upload at once both have their effect or say so", async () => {
    const { context, db, officer } = await demonstration();
    const draftId = await readyToDeclare(context, officer);
    await db.round.update({ where: { year: YEAR }, data: { open: false } });
    expect(await declare(context, officer, YEAR, { draftId, ...DECLARATION })).toEqual({ kind: "draft changed" });
    await db.round.update({ where: { year: YEAR }, data: { open: true } });
    const [declared, uploaded] = await Promise.all([
      declare(context, officer, YEAR, { draftId, ...DECLARATION }),
      upload(context, officer, YEAR, fileOf(CLEAN, draftId)),
    ]);
    // Whichever came first, the other was told: no return was declared that was not on screen.
    const outcome = [declared.kind, uploaded.kind].join(", ");
    expect(["declared, waiting", "draft changed, kept"]).toContain(outcome);
  });

  test("says all that is missing at once", async () => {
    const { context, officer } = await demonstration();
    const draftId = await readyToDeclare(context, officer);
    const answer = await declare(context, officer, YEAR, { draftId, name: "", role: "", agreed: false, reason: "" });
    expect(answer.kind === "problems" && answer.problems.map(({ field }) => field)).toEqual(["name", "role", "agreed"]);
  });
});

describe("a declared return", () => {
  test.each(["return", "returnCount", "returnBand"] as const)("is never changed: %s", async (table) => {
    const { context, db, officer } = await demonstration();
    const draftId = await readyToDeclare(context, officer);
    await declare(context, officer, YEAR, { draftId, ...DECLARATION });
    const name = { return: "Return", returnCount: "ReturnCount", returnBand: "ReturnBand" }[table];
    const column = { return: "declaredName", returnCount: "raw", returnBand: "takes" }[table];
    await expect(db.$executeRawUnsafe(`UPDATE "${name}" SET "${column}" = 'changed'`)).rejects.toThrow(/never changed/);
    await expect(db.$executeRawUnsafe(`DELETE FROM "${name}"`)).rejects.toThrow(/never changed/);
  });

  test("has events that are only ever added to", async () => {
    const { db } = await demonstration();
    await expect(db.$executeRawUnsafe(`UPDATE "RequestEvent" SET "kind" = 'accepted'`)).rejects.toThrow(
      /never rewritten/,
    );
    await expect(db.$executeRawUnsafe(`DELETE FROM "RequestEvent"`)).rejects.toThrow(/never rewritten/);
  });
});

describe("uploading", () => {
  test("keeps a file that must be put right, and nothing of one that holds patients’ details", async () => {
    const { context, db, officer } = await demonstration();
    const wrong = CLEAN.replace(",6,5,", ",6.5,5,");
    expect(await upload(context, officer, YEAR, fileOf(wrong))).toEqual({ kind: "kept", outcome: "reject" });
    expect((await currentDraft(context, officer, YEAR))?.standing).toBe("to fix");
    const patients = "NHS Number,DOB,Postcode\n9434765919,01/02/2025,ZZ99 3WZ\n";
    expect(await upload(context, officer, YEAR, fileOf(patients))).toMatchObject({ kind: "not kept" });
    const drafts = await db.draft.findMany();
    expect(drafts.map(({ fileBytes }) => Buffer.from(fileBytes ?? []).toString())).toEqual([wrong]);
  });

  test("asks what a mark means once, takes the answer, and keeps every other cell as it was", async () => {
    const { context, officer } = await demonstration();
    const marked = CLEAN.replaceAll("<5", "*");
    const draftId = await readyToDeclare(context, officer, marked);
    const nothing = { draftId, stated: [], confirmed: [] };
    expect(await confirm(context, officer, YEAR, nothing)).toMatchObject({
      kind: "problems",
      problems: [{ field: "mark-0", message: "Say what “*” stands for." }],
    });
    const stated = [{ asks: "count", mark: "*", means: "1-4" } as const];
    expect(await confirm(context, officer, YEAR, { ...nothing, stated })).toEqual({ kind: "confirmed" });
    await declare(context, officer, YEAR, { draftId, ...DECLARATION });
    const [version] = (await yourRound(context, officer, YEAR))?.versions ?? [];
    expect(version?.figures.bands["12-24m"].referred).toEqual({ kind: "range", lo: 1, hi: 4 });
    expect(version?.figures.bands["0-12m"].referred).toEqual({ kind: "exact", value: 6 });
    expect(JSON.parse(version?.confirmations ?? "{}").marks).toEqual([
      { asks: "count", mark: "*", means: "1-4", cells: ["F3", "G3"] },
    ]);
  });

  test("asks again when a meaning makes another figure unusual, and refuses one that cannot be", async () => {
    const { context, officer } = await demonstration();
    const marked = CLEAN.replace("yes,<5,<5", "x,<5,<5").replace(",3400,2500,", ",*,2500,").replace("<5,<5", "4,<5");
    const draftId = await readyToDeclare(context, officer, marked);
    const answer = (takes: string, count: string, ticked: string[] = []) =>
      confirm(context, officer, YEAR, {
        draftId,
        stated: [
          { asks: "takes", mark: "x", means: takes },
          { asks: "count", mark: "*", means: count },
        ],
        confirmed: ticked.map((id) => ({ id, ticked: true, reason: "" })),
      });
    const impossible = await answer("no", "1-4");
    expect(impossible.kind === "problems" && impossible.problems[0]?.message).toContain("F5");
    const raised = await answer("no", "not-held");
    expect(raised.kind === "problems" && raised.asked.statements.map(({ code, cell }) => [code, cell])).toEqual([
      ["takes-no-with-referrals", "F3"],
    ]);
    expect((await currentDraft(context, officer, YEAR))?.standing).toBe("to confirm");
    // A tick for another question is no answer to this one.
    expect((await answer("no", "not-held", ["low-total F5"])).kind).toBe("problems");
    const ids = raised.kind === "problems" ? raised.asked.statements.map(({ id }) => id) : [];
    expect(await answer("no", "not-held", ids)).toEqual({ kind: "confirmed" });
    expect((await currentDraft(context, officer, YEAR))?.standing).toBe("ready");
  });

  test("two things of one kind about the whole file are confirmed one by one", async () => {
    const { context, officer } = await demonstration();
    const bands = ["0-12 months", "12-24 months", "24-36 months"].map((band) => `ZD01,,2025-26,${band},yes,17,14,`);
    const copied = [CLEAN.split("\r\n")[0], ...bands, "ZD01,,2025-26,0-18 years,,3400,2500,"].join("\r\n");
    const draftId = await readyToDeclare(context, officer, copied);
    const answer = (ids: string[]) =>
      confirm(context, officer, YEAR, {
        draftId,
        stated: [],
        confirmed: ids.map((id) => ({ id, ticked: true, reason: "A new team opened." })),
      });
    const first = await answer([]);
    const ids = first.kind === "problems" ? first.asked.statements.map(({ id }) => id) : [];
    const same = ids.filter((id) => id.startsWith("same-in-all-bands"));
    expect(new Set(same).size).toBe(2);
    expect((await answer(ids.filter((id) => id !== same[1]))).kind).toBe("problems");
    expect((await currentDraft(context, officer, YEAR))?.standing).toBe("to confirm");
    expect(await answer(ids)).toEqual({ kind: "confirmed" });
  });

  test("takes no “not applicable” for an age the trust takes, nor for all ages", async () => {
    const { context, officer } = await demonstration();
    const blank = CLEAN.replace("yes,6,5", "yes,,5");
    const draftId = await readyToDeclare(context, officer, blank);
    const stated = [{ asks: "count", mark: "", means: "not-applicable" } as const];
    const answer = await confirm(context, officer, YEAR, { draftId, stated, confirmed: [] });
    expect(answer.kind === "problems" && answer.problems[0]).toMatchObject({ field: "mark-0" });
    expect(answer.kind === "problems" && answer.problems[0]?.message).toContain("F2 (0–12 months) cannot be");
  });

  test("is refused in a closed round", async () => {
    const { context, officer } = await demonstration();
    expect(await upload(context, officer, reportingYear("2022-23"), fileOf(CLEAN))).toEqual({ kind: "not open" });
  });

  test("a file that could not be read at all leaves the draft as it was", async () => {
    const { context, officer } = await demonstration();
    const draftId = await readyToDeclare(context, officer);
    const structural = [
      "PK\u0003\u0004 a workbook",
      "",
      "Trust,2025-26\nsome words,and more",
      `${CLEAN}\nZD01,,2025-26,"never closed`,
    ];
    for (const text of structural) {
      expect(await upload(context, officer, YEAR, fileOf(text, draftId))).toMatchObject({ kind: "not kept" });
    }
    expect((await currentDraft(context, officer, YEAR))?.id).toBe(draftId);
  });
});

describe("a neighbour", () => {
  test("sees no draft and no return of another trust, and cannot confirm or declare them", async () => {
    const { context, officer, neighbour } = await demonstration();
    const draftId = await readyToDeclare(context, officer);
    expect(await currentDraft(context, neighbour, YEAR)).toBeNull();
    const form = { draftId, stated: [], confirmed: [] };
    expect(await confirm(context, neighbour, YEAR, form)).toEqual({ kind: "draft changed" });
    expect(await declare(context, neighbour, YEAR, { draftId, ...DECLARATION })).toEqual({ kind: "draft changed" });
    await declare(context, officer, YEAR, { draftId, ...DECLARATION });
    // The same draft's id, once it is a return, still tells the neighbour nothing.
    expect(await declare(context, neighbour, YEAR, { draftId, ...DECLARATION })).toEqual({ kind: "draft changed" });
    expect((await yourRound(context, neighbour, YEAR))?.versions).toEqual([]);
  });

  test("cannot upload for another trust, nor replace its draft", async () => {
    const { context, db, officer, neighbour } = await demonstration();
    const draftId = await readyToDeclare(context, officer);
    expect(await upload(context, neighbour, YEAR, fileOf(CLEAN, draftId))).toEqual({ kind: "waiting" });
    expect(await upload(context, neighbour, YEAR, fileOf(CLEAN))).toEqual({ kind: "kept", outcome: "reject" });
    expect((await currentDraft(context, officer, YEAR))?.id).toBe(draftId);
    expect((await db.draft.findMany({ orderBy: { ods: "asc" } })).map(({ ods }) => ods)).toEqual(["ZD01", "ZD02"]);
  });
});
