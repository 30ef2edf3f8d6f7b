import * as fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, day } from "../calendar/day";
import { EVENT_KINDS } from "./event";
import { history } from "./history.fixture";
import { REQUEST_STATES, requestState } from "./state";

const stateOn = (today: string, ...lines: string[]) => requestState(history(...lines), day(today));

test("a request goes from not sent to waiting to overdue to very overdue as days pass", () => {
  expect(stateOn("2024-03-20").kind).toBe("not-sent");
  expect(stateOn("2024-03-21", "sent 2024-03-21").kind).toBe("waiting");
  expect(stateOn("2024-04-22", "sent 2024-03-21").kind).toBe("waiting");
  expect(stateOn("2024-04-23", "sent 2024-03-21")).toMatchObject({
    kind: "overdue",
    workingDaysLate: 1,
    veryOverdue: false,
  });
  expect(stateOn("2024-05-21", "sent 2024-03-21")).toMatchObject({
    kind: "overdue",
    workingDaysLate: 20,
    veryOverdue: false,
  });
  expect(stateOn("2024-05-22", "sent 2024-03-21")).toMatchObject({
    kind: "overdue",
    workingDaysLate: 21,
    veryOverdue: true,
  });
});

test("a request that did not arrive is not late", () => {
  expect(stateOn("2024-09-01", "sent 2024-03-21", "bounced 2024-03-21").kind).toBe("undelivered");
});

test("a trust that waits for clarification or a fee is not late", () => {
  expect(stateOn("2024-09-01", "sent 2024-03-21", "clarification-requested 2024-04-10").kind).toBe(
    "clarification-asked",
  );
  expect(stateOn("2024-09-01", "sent 2024-03-21", "fee-notice 2024-04-10").kind).toBe("fee-notice");
});

test("a trust that extended for the public interest test is overdue after the outer limit", () => {
  expect(stateOn("2024-05-21", "sent 2024-03-21", "extended 2024-04-22").kind).toBe("waiting");
  expect(stateOn("2024-05-22", "sent 2024-03-21", "extended 2024-04-22").kind).toBe("overdue");
});

test("a request whose day of receipt is not known waits, and is never overdue", () => {
  expect(stateOn("2031-01-01", "sent")).toMatchObject({ kind: "waiting", clock: { kind: "unknown" } });
});

test("an answer keeps whether it came in time", () => {
  expect(stateOn("2025-01-01", "sent 2024-03-21", "responded 2024-04-22")).toMatchObject({
    kind: "answered",
    answer: { on: "2024-04-22" },
    timeliness: { kind: "in-time" },
  });
  expect(stateOn("2025-01-01", "sent 2024-03-21", "responded 2024-04-25", "accepted 2024-05-01")).toMatchObject({
    kind: "accepted",
    timeliness: { kind: "late", workingDays: 3 },
  });
  expect(stateOn("2025-01-01", "sent 2024-03-21", "responded")).toMatchObject({
    kind: "answered",
    timeliness: { kind: "unknown" },
  });
});

test("each kind of answer has its state, and a query or acceptance follows it", () => {
  const after = (...lines: string[]) => stateOn("2024-06-01", "sent 2024-03-21", ...lines).kind;
  expect(after("part-answered 2024-04-16")).toBe("part-answered");
  expect(after("responded 2024-04-16", "queried 2024-04-18")).toBe("queried");
  expect(after("responded 2024-04-16", "queried 2024-04-18", "responded 2024-04-25")).toBe("answered");
  expect(after("part-answered 2024-04-16", "accepted 2024-04-18")).toBe("accepted");
  expect(after("refused 2024-04-16")).toBe("refused");
  expect(after("not-held 2024-04-16")).toBe("not-held");
});

test("accepting a refusal or a not held does not turn it into data", () => {
  expect(stateOn("2024-06-01", "sent 2024-03-21", "refused 2024-04-16", "accepted 2024-04-18").kind).toBe("refused");
  expect(stateOn("2024-06-01", "sent 2024-03-21", "not-held 2024-04-16", "accepted 2024-04-18").kind).toBe("not-held");
});

test("a trust that named the holder has transferred", () => {
  expect(stateOn("2024-06-01", "sent 2024-03-21", "not-held 2024-04-22 ZD51")).toMatchObject({
    kind: "transferred",
    holder: "ZD51",
    timeliness: { kind: "in-time" },
  });
});

test("a transfer stays one while staff query it", () => {
  expect(stateOn("2024-06-01", "sent 2024-03-21", "not-held 2024-04-22 ZD51", "queried 2024-04-23").kind).toBe(
    "transferred",
  );
});

test("where only totals were published nothing is alleged, unless the answer is known after all", () => {
  expect(stateOn("2025-01-01", "sent 2024-03-21", "outcome-not-recorded").kind).toBe("outcome-not-recorded");
  expect(stateOn("2025-01-01", "sent 2024-03-21", "outcome-not-recorded", "responded").kind).toBe("answered");
});

const recentDay = fc.integer({ min: 0, max: 1500 }).map((days) => addDays(day("2022-01-01"), days));
const recordedEvents = fc
  .uniqueArray(recentDay, { maxLength: 8 })
  .chain((days) => fc.tuple(...days.map((on) => fc.constantFrom(...EVENT_KINDS).map((kind) => `${kind} ${on}`))))
  .map((lines) => history(...lines));

test("the state does not depend on the order in which events of different days were recorded", () => {
  const twice = recordedEvents.chain((events) =>
    fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length, maxLength: events.length })),
  );
  fc.assert(
    fc.property(twice, recentDay, ([events, shuffled], today) => {
      expect(requestState(shuffled, today)).toEqual(requestState(events, today));
    }),
  );
});

test("notes never change a state", () => {
  fc.assert(
    fc.property(recordedEvents, recentDay, recentDay, (events, noted, today) => {
      expect(requestState([...events, ...history(`note ${noted}`)], today)).toEqual(requestState(events, today));
    }),
  );
});

test("only an open request with a running clock, past its day, is ever overdue", () => {
  fc.assert(
    fc.property(recordedEvents, recentDay, (events, today) => {
      const state = requestState(events, today);
      expect(Object.keys(REQUEST_STATES)).toContain(state.kind);
      if (state.kind !== "overdue") return;
      expect(state.clock).toMatchObject({ kind: "running" });
      expect(state.clock.kind === "running" && state.clock.answerBy < today).toBe(true);
    }),
  );
});
