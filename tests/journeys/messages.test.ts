import { expect, test } from "vitest";
import { reportingYear } from "../../app/domain/calendar/reporting-year";
import { requestFile } from "../../app/journeys/chase/request";
import { askTrust, clarify } from "../../app/journeys/chase/write-to-trust";
import { answerQuery } from "../../app/journeys/submit/answer-query";
import { askClarification } from "../../app/journeys/submit/ask-clarification";
import { yourRound } from "../../app/journeys/submit/your-round";
import { stoppedAt } from "../../app/platform/clock";
import { demonstration } from "../support/database";

const OPEN = reportingYear("2025-26");
const ZD01 = { year: OPEN, ods: "ZD01" };
const id = (last: number) => `00000000-0000-4000-8000-00000000000${last}`;

test("a question stops the clock, and its answer starts a fresh one on the day it arrives", async () => {
  const { context, db, officer, staff } = await demonstration();
  const before = (await yourRound(context, officer, OPEN))?.state.clock;
  expect(before).toMatchObject({ kind: "running", answerBy: "2026-12-02" });
  const question = { words: "Do you count referrals or children?", formId: id(1) };
  const asked = await Promise.all([1, 2, 3].map(() => askClarification(context, officer, OPEN, question)));
  expect(asked).toEqual([{ kind: "asked" }, { kind: "asked" }, { kind: "asked" }]);
  expect((await yourRound(context, officer, OPEN))?.state).toMatchObject({
    kind: "clarification-asked",
    clock: { kind: "paused", for: "clarification", since: "2026-11-23" },
  });
  expect(await askClarification(context, officer, OPEN, { ...question, formId: id(2) })).toEqual({ kind: "not open" });

  const later = { ...context, clock: stoppedAt("2026-11-26T09:00:00Z") };
  const answer = { words: "Children, each counted once.", formId: id(3) };
  expect(await clarify(later, staff, ZD01, answer)).toEqual({ kind: "sent" });
  expect(await clarify(later, staff, ZD01, answer)).toEqual({ kind: "sent" });
  expect(await clarify(later, staff, ZD01, { ...answer, formId: id(4) })).toEqual({ kind: "not now" });
  const yours = await yourRound(later, officer, OPEN);
  // Twenty working days from 26 November 2026, St Andrew's Day and Christmas left out.
  expect(yours?.state).toMatchObject({ kind: "waiting", clock: { kind: "running", answerBy: "2026-12-29" } });
  expect(yours?.messages.map(({ kind, words, by }) => [kind, words, by?.name])).toEqual([
    ["clarification-requested", question.words, "First officer"],
    ["clarified", answer.words, "Foundation staff"],
  ]);
  const letters = await db.letter.findMany({ orderBy: { queuedAt: "asc" } });
  expect(letters.map(({ to, key }) => [to, key])).toEqual([
    ["officer@demo.example", `clarification asked 2025-26 ZD01 ${id(1)}`],
    ["officer@demo.example", `clarified 2025-26 ZD01 ${id(3)}`],
  ]);
  expect(letters.map(({ body }) => body).join()).not.toContain("each counted once");
});

test("staff ask about an answer, the trust replies on the same page, and the answer is before staff again", async () => {
  const { context, officer: _, staff } = await demonstration();
  const request = { year: OPEN, ods: "ZD31" };
  const query = { words: "Is the total for the whole year?", formId: id(5) };
  expect(await askTrust(context, staff, request, query)).toEqual({ kind: "sent" });
  expect((await requestFile(context, OPEN, "ZD31"))?.state.kind).toBe("queried");
  const officer = { ..._, trust: { ods: "ZD31", name: "ZD31" } };
  expect((await yourRound(context, officer, OPEN))?.messages.map(({ words }) => words)).toEqual([query.words]);
  const reply = { words: "It is.", formId: id(6) };
  expect(await answerQuery(context, officer, OPEN, reply)).toEqual({ kind: "replied" });
  expect(await answerQuery(context, officer, OPEN, reply)).toEqual({ kind: "replied" });
  expect(await answerQuery(context, officer, OPEN, { ...reply, formId: id(7) })).toEqual({ kind: "nothing asked" });
  const file = await requestFile(context, OPEN, "ZD31");
  expect([file?.state.kind, file?.nextStep?.step]).toEqual(["answered", "check-answer"]);
  expect(file?.messages.map(({ kind }) => kind)).toEqual(["queried", "query-answered"]);
});

test("a query opens a closed round for the trust that is asked, and for no other", async () => {
  const { context, db, officer, neighbour, staff } = await demonstration();
  const closed = reportingYear("2024-25");
  expect((await yourRound(context, officer, closed))?.canSend).toBe(false);
  await askTrust(context, staff, { year: closed, ods: "ZD01" }, { words: "Please check question 3.", formId: id(8) });
  expect((await yourRound(context, officer, closed))?.canSend).toBe(true);
  expect((await yourRound(context, neighbour, closed))?.canSend).toBe(false);
  expect(await db.letter.count()).toBe(0);
});

test("nothing is asked of a trust that has not answered, and nothing empty or with an NHS number is sent", async () => {
  const { context, db, officer, staff } = await demonstration();
  expect(await askTrust(context, staff, ZD01, { words: "Well?", formId: id(9) })).toEqual({ kind: "not now" });
  const events = await db.requestEvent.count();
  for (const words of ["", "w".repeat(2001), "about 943 476 5919"]) {
    expect((await askClarification(context, officer, OPEN, { words, formId: id(9) })).kind).toBe("problem");
    expect((await askTrust(context, staff, ZD01, { words, formId: id(9) })).kind).toBe("problem");
    expect((await answerQuery(context, officer, OPEN, { words, formId: id(9) })).kind).toBe("problem");
  }
  expect(await db.requestEvent.count()).toBe(events);
});

test("a neighbour sees and answers nothing that was asked of another", async () => {
  const { context, neighbour, staff } = await demonstration();
  await askTrust(context, staff, { year: OPEN, ods: "ZD31" }, { words: "Is it right?", formId: id(1) });
  expect((await yourRound(context, neighbour, OPEN))?.messages).toEqual([]);
  expect(await answerQuery(context, neighbour, OPEN, { words: "Yes.", formId: id(2) })).toEqual({
    kind: "nothing asked",
  });
});
