import { describe, expect, test } from "vitest";
import { due } from "../../scripts/returns/due";
import fixture from "../fixtures/foi-due-dates.json";

describe.each(fixture.vectors)("due $receipt", ({ receipt, due: expected, weekdayHolidaysSkipped }) => {
  test(`is ${expected}, with the weekday holidays skipped`, async () => {
    const skipped = weekdayHolidaysSkipped.map(({ date, name, divisions }) => ({ date, name, where: divisions }));
    const result = await due([receipt]);
    expect(result).toMatchObject({ exitCode: 0, json: { received: receipt, due: expected, workingDays: 20, skipped } });
  });
});

test("the words name the holidays where they are asked for", async () => {
  const plain = ["Received Thursday 21 March 2024.", "Due Monday 22 April 2024, working day 20 after receipt."];
  expect((await due(["2024-03-21"])).text).toBe(plain.join("\n"));
  expect((await due(["--holidays", "2024-03-21"])).text).toBe(
    [
      ...plain,
      "Not counted: Friday 29 March 2024, Good Friday (the whole United Kingdom).",
      "Not counted: Monday 1 April 2024, Easter Monday (England and Wales, Northern Ireland).",
    ].join("\n"),
  );
});

test.each([
  [["2024-02-30"], "“2024-02-30” is not a date. Write it as 2024-03-21."],
  [["21/03/2024"], "“21/03/2024” is not a date. Write it as 2024-03-21."],
  [[], "Give one date, the day the request was received: due 2024-03-21 [--holidays]"],
  [["--holidays"], "Give one date, the day the request was received: due 2024-03-21 [--holidays]"],
  [["2024-03-21", "--holiday"], "Give one date, the day the request was received: due 2024-03-21 [--holidays]"],
  [
    ["2011-12-31"],
    "The table of UK bank holidays runs from 1 January 2012 to 31 December 2031, so working days cannot be counted on 31 December 2011.",
  ],
  [
    ["2031-12-15"],
    "The table of UK bank holidays runs from 1 January 2012 to 31 December 2031, so working days cannot be counted on 1 January 2032.",
  ],
])("due %j cannot be used, and says why", async (args, error) => {
  expect(await due(args)).toEqual({ json: { error }, text: error, exitCode: 2 });
});
