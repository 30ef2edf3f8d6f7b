import { describe, expect, test } from "vitest";
import { dateOfSerial, dateWritten } from "./excel-date";

describe("dates as spreadsheets write them", () => {
  test.each([
    ["04-jan", { day: 4, month: 1, year: null }],
    ["1-apr", { day: 1, month: 4, year: null }],
    ["24-dec", { day: 24, month: 12, year: null }],
    ["dec-24", { day: null, month: 12, year: 2024 }],
    ["december 2024", { day: null, month: 12, year: 2024 }],
    ["1 april 2024", { day: 1, month: 4, year: 2024 }],
    ["1st april 2024", { day: 1, month: 4, year: 2024 }],
    ["april 1, 2024", { day: 1, month: 4, year: 2024 }],
    ["01/12/2024", { day: 1, month: 12, year: 2024 }],
    ["21.03.24", { day: 21, month: 3, year: 2024 }],
    ["3/21/2024", { day: 21, month: 3, year: 2024 }],
    ["2024-12-01", { day: 1, month: 12, year: 2024 }],
    ["2024-12-01t00:00:00z", { day: 1, month: 12, year: 2024 }],
    ["04/01/2026 00:00", { day: 4, month: 1, year: 2026 }],
    ["1/4", { day: 1, month: 4, year: null }],
  ])("%s", (text, date) => expect(dateWritten(text)).toEqual(date));

  test.each(["12", "1-4", "12-24", "1.234", "1,234", "45/60", "0-12 months", "march hare", "99/99/2024", ""])(
    "%j is no date",
    (text) => expect(dateWritten(text)).toBeNull(),
  );
});

test.each([
  [45627, { day: 1, month: 12, year: 2024 }],
  [45372, { day: 21, month: 3, year: 2024 }],
  [46015, { day: 24, month: 12, year: 2025 }],
])("serial %i", (serial, date) => expect(dateOfSerial(serial)).toEqual(date));
