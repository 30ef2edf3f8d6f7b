import * as fc from "fast-check";
import { expect, test } from "vitest";
import { day } from "../calendar/day";
import { history } from "./history.fixture";
import { earliestSending, tallyRound } from "./round-tally";

const request = (ods: string, ...lines: string[]) => ({ ods, events: history(...lines) });
const issued = day("2024-03-21");
const sent = "sent 2024-03-21";

test("a transfer takes the trust out and brings in a holder who had not been asked", () => {
  const round = [
    request("ZD01", sent, "responded 2024-04-16"),
    request("ZD02", sent),
    request("ZD50", sent, "not-held 2024-04-22 ZD51"),
    request("ZD51", "sent 2024-04-24", "responded 2024-05-21"),
  ];
  expect(tallyRound(round, issued)).toEqual({
    asked: ["ZD01", "ZD02", "ZD50"],
    transferred: ["ZD50"],
    added: ["ZD51"],
    inScope: ["ZD01", "ZD02", "ZD51"],
    answered: ["ZD01", "ZD51"],
    outstanding: ["ZD02"],
    outcomeNotRecorded: [],
    notSent: [],
    holdersToAsk: [],
  });
});

test("a holder who had been asked is in scope once, and was not added", () => {
  const round = [
    request("ZD10", sent, "not-held 2024-04-16 ZD08"),
    request("ZD39", sent, "not-held 2024-04-16 ZD08"),
    request("ZD08", sent),
  ];
  expect(tallyRound(round, issued)).toMatchObject({ asked: ["ZD10", "ZD39", "ZD08"], added: [], inScope: ["ZD08"] });
});

test("a holder is added when its request has no known day in a round with a known issue day", () => {
  const round = [request("ZD50", sent, "not-held ? ZD51"), request("ZD51", "sent", "outcome-not-recorded")];
  expect(tallyRound(round, issued)).toMatchObject({ asked: ["ZD50"], added: ["ZD51"], outcomeNotRecorded: ["ZD51"] });
});

test("a trust whose request went out late, but before anyone named it, was asked", () => {
  const round = [request("ZD50", sent, "not-held 2024-04-22 ZD51"), request("ZD51", "sent 2024-03-25")];
  expect(tallyRound(round, issued)).toMatchObject({ asked: ["ZD50", "ZD51"], added: [] });
});

test("a holder sent its request on the issue day was asked, whenever it was named", () => {
  const round = [request("ZD50", sent, "not-held ? ZD51"), request("ZD51", sent)];
  expect(tallyRound(round, issued)).toMatchObject({ asked: ["ZD50", "ZD51"], added: [] });
});

test("a trust whose request went out late without being named was asked", () => {
  expect(tallyRound([request("ZD01", "sent 2024-05-01")], issued)).toMatchObject({ asked: ["ZD01"], added: [] });
});

test("a first request that bounced and was sent again belongs to the issue", () => {
  const resent = request("ZD08", sent, "bounced 2024-03-21", "sent 2024-04-24");
  const round = [request("ZD10", sent, "not-held 2024-04-16 ZD08"), resent];
  expect(tallyRound(round, issued)).toMatchObject({ asked: ["ZD10", "ZD08"], added: [], outstanding: ["ZD08"] });
});

test("a holder without a request in the round is still to be asked", () => {
  const round = [
    request("ZD50", sent, "not-held 2024-04-22 ZD51"),
    request("ZD39", sent, "not-held 2024-04-22 ZD51"),
    request("ZD46", sent, "not-held 2024-04-22 ZD04"),
    request("ZD04"),
  ];
  expect(tallyRound(round, issued)).toMatchObject({ inScope: [], notSent: ["ZD04"], holdersToAsk: ["ZD51", "ZD04"] });
});

test("refused, part answered and not held without a holder are answers; an acknowledgement is not", () => {
  const round = [
    request("ZD01", sent, "refused 2024-04-16"),
    request("ZD02", sent, "part-answered 2024-04-16"),
    request("ZD03", sent, "not-held 2024-04-16"),
    request("ZD04", sent, "acknowledged 2024-04-16"),
  ];
  expect(tallyRound(round, issued)).toMatchObject({ answered: ["ZD01", "ZD02", "ZD03"], outstanding: ["ZD04"] });
});

test("the earliest known sending stands in for an issue day", () => {
  expect(earliestSending([request("ZD01", "sent 2024-03-25"), request("ZD02", sent), request("ZD03", "sent")])).toBe(
    "2024-03-21",
  );
  expect(earliestSending([request("ZD03", "sent")])).toBeNull();
});

test("asked less transferred and added is in scope, and everyone in scope has one standing", () => {
  const codes = ["ZD01", "ZD02", "ZD03", "ZD04", "ZD05"] as const;
  const sending = fc.constantFrom("", "sent", "sent 2024-03-21", "sent 2024-04-24", "sent 2024-04-20");
  const answer = fc.constantFrom("", "responded", "refused 2024-04-16", "outcome-not-recorded", "not-held 2024-04-22");
  const anyRequest = (ods: string) =>
    fc.tuple(sending, answer, fc.constantFrom(...codes)).map(([first, then, holder]) => {
      const end = then.startsWith("not-held") && holder !== ods ? `${then} ${holder}` : then;
      return request(ods, ...[first, end].filter((line) => line !== ""));
    });
  fc.assert(
    fc.property(fc.tuple(...codes.map(anyRequest)), fc.constantFrom(issued, null), (round, issuedOn) => {
      const tally = tallyRound(round, issuedOn);
      const { asked, transferred, added, inScope, answered, outstanding, outcomeNotRecorded, notSent } = tally;
      expect(inScope).toHaveLength(asked.length - transferred.length + added.length);
      expect([...answered, ...outstanding, ...outcomeNotRecorded].sort()).toEqual([...inScope].sort());
      expect([...asked, ...added, ...notSent].sort()).toEqual([...codes]);
    }),
  );
});
