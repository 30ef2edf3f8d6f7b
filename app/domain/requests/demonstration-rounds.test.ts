import { readFileSync } from "node:fs";
import Papa from "papaparse";
import { expect, test } from "vitest";
import expected from "../../../tests/fixtures/expected-statistics.json";
import { day } from "../calendar/day";
import { readRequests } from "./read-requests";
import { earliestSending, tallyRound } from "./round-tally";
import { requestState } from "./state";

const file = new URL("../../../prisma/data/demo/requests.csv", import.meta.url);
const { data } = Papa.parse<Record<string, string>>(readFileSync(file, "utf8"), { header: true });
const reading = readRequests(data);
const round = (year: string) => (reading.ok ? reading.requests.filter((request) => request.year === year) : []);

test("the demonstration's 2022-23 round has the arithmetic of the 2024 request", () => {
  const tally = tallyRound(round("2022-23"), day("2024-03-21"));
  expect(tally.asked).toHaveLength(50);
  expect(tally.transferred).toEqual(["ZD10", "ZD39", "ZD46", "ZD50"]);
  expect(tally.added).toEqual(["ZD51"]);
  expect(tally.inScope).toHaveLength(47);
  expect(tally.answered).toHaveLength(45);
  expect(tally.outstanding).toHaveLength(2);
  expect([tally.outcomeNotRecorded, tally.notSent, tally.holdersToAsk]).toEqual([[], [], []]);
});

test.each(Object.entries(expected.years))(
  "the %s round counts as published",
  (year, { inScope, responded, outstanding }) => {
    const requests = round(year);
    const tally = tallyRound(requests, earliestSending(requests));
    expect(tally.inScope).toHaveLength(inScope);
    expect(tally.answered).toHaveLength(responded);
    expect([...tally.outstanding].sort()).toEqual(outstanding);
  },
);

test("a request that paused for clarification is judged by its fresh twenty days", () => {
  const stateOf = (ods: string) =>
    requestState(round("2022-23").find((request) => request.ods === ods)?.events ?? [], day("2024-12-31"));
  expect(stateOf("ZD40").clock).toMatchObject({ receivedBy: "clarified", due: { from: "2024-04-25" } });
  expect(stateOf("ZD51").clock).toMatchObject({ receivedBy: "sent", due: { from: "2024-04-24", to: "2024-05-23" } });
  expect(stateOf("ZD51")).toMatchObject({ kind: "answered", timeliness: { kind: "in-time" } });
});
