import * as fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, day } from "../calendar/day";
import { EVENT_KINDS, inOrder, type RequestEvent } from "./event";
import { history } from "./history.fixture";

const kindsOf = (events: RequestEvent[]) => events.map(({ kind }) => kind);

test("events recorded late take their place by day", () => {
  const recorded = history("sent 2024-03-21", "responded 2024-04-16", "acknowledged 2024-03-22");
  expect(kindsOf(inOrder(recorded))).toEqual(["sent", "acknowledged", "responded"]);
});

test("events of one day keep the order in which they were recorded", () => {
  const recorded = history("responded 2024-04-16", "queried 2024-04-16", "responded 2024-04-16");
  expect(kindsOf(inOrder(recorded))).toEqual(["responded", "queried", "responded"]);
});

test("an undated event follows the event it was recorded after", () => {
  const recorded = history("sent", "acknowledged 2024-03-22", "responded", "accepted 2024-06-01", "chased 2024-04-24");
  expect(kindsOf(inOrder(recorded))).toEqual(["sent", "acknowledged", "responded", "chased", "accepted"]);
});

test("the order of events on different days does not depend on the order of the record", () => {
  const histories = fc
    .uniqueArray(fc.integer({ min: 0, max: 1000 }), { maxLength: 12 })
    .chain((days) => fc.tuple(...days.map((at) => fc.tuple(fc.constant(at), fc.constantFrom(...EVENT_KINDS)))))
    .map((list) => history(...list.map(([at, kind]) => `${kind} ${addDays(day("2024-01-01"), at)}`)));
  const shuffled = histories.chain((events) =>
    fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length, maxLength: events.length })),
  );
  fc.assert(
    fc.property(shuffled, ([events, otherwise]) => {
      expect(inOrder(otherwise)).toEqual(inOrder(events));
    }),
  );
});
