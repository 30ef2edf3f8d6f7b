import { expect, test } from "vitest";
import { readRequests } from "./read-requests";

const row = (reading: string) => {
  const [reporting_year = "", ods_code = "", event_date = "", event = "", detail = ""] = reading.split(",");
  return { reporting_year, ods_code, event_date, event, detail };
};
const read = (...rows: string[]) => readRequests(rows.map(row));
const problemsOf = (...rows: string[]) => {
  const reading = read(...rows);
  return reading.ok ? [] : reading.problems;
};

test("rows become requests, one a trust and year, with their events as written", () => {
  expect(
    read(
      "2022-23,ZD50,2024-03-21,sent,",
      "2022-23,ZD51,2024-04-24,sent,after the answer from ZD50",
      "2022-23,ZD50,2024-04-22,not_held,transfers_to=ZD51",
      "2023-24,ZD50,2025-03-17,sent,",
    ),
  ).toEqual({
    ok: true,
    requests: [
      {
        year: "2022-23",
        ods: "ZD50",
        events: [
          { kind: "sent", on: "2024-03-21", detail: "", transfersTo: null },
          { kind: "not-held", on: "2024-04-22", detail: "", transfersTo: "ZD51" },
        ],
      },
      {
        year: "2022-23",
        ods: "ZD51",
        events: [{ kind: "sent", on: "2024-04-24", detail: "after the answer from ZD50", transfersTo: null }],
      },
      {
        year: "2023-24",
        ods: "ZD50",
        events: [{ kind: "sent", on: "2025-03-17", detail: "", transfersTo: null }],
      },
    ],
  });
});

test("an event without a day is kept as one whose day is not known", () => {
  expect(read("2022-23,ZD50,,outcome_not_recorded,")).toMatchObject({
    requests: [{ events: [{ kind: "outcome-not-recorded", on: null }] }],
  });
});

test("years, codes and events are read however they are spelt", () => {
  expect(read(" 2022/23 , zd50 , 2024-04-10 , Clarification requested ,")).toMatchObject({
    requests: [{ year: "2022-23", ods: "ZD50", events: [{ kind: "clarification-requested", on: "2024-04-10" }] }],
  });
});

test("words beside a transfer stay words", () => {
  expect(read("2022-23,ZD50,2024-04-22,not_held,transfers_to=zd51; found by later research")).toMatchObject({
    requests: [{ events: [{ detail: "found by later research", transfersTo: "ZD51" }] }],
  });
  expect(read("2022-23,ZD50,2024-04-22,not_held,not commissioned")).toMatchObject({
    requests: [{ events: [{ detail: "not commissioned", transfersTo: null }] }],
  });
});

test("a file of no rows has no requests, and blank rows are passed over but counted", () => {
  expect(read()).toEqual({ ok: true, requests: [] });
  expect(problemsOf("2022-23,ZD50,2024-03-21,sent,", ",,,,", "2022-23,ZD51,2024-03-21,posted,")).toMatchObject([
    { row: 4 },
  ]);
});

test.each([
  [
    "FY23,ZD50,2024-03-21,sent,",
    "reporting_year",
    "Row 2: “FY23” could mean 2022-23 or 2023-24. Write the one year you mean, as in 2022-23.",
  ],
  [
    "2022-23,Z,2024-03-21,sent,",
    "ods_code",
    "Row 2: “Z” is not an ODS code. Write three to six letters and figures, as in RXX.",
  ],
  [
    "2022-23,ZD50,21/03/2024,sent,",
    "event_date",
    "Row 2: “21/03/2024” is not a date. Write it as 2024-04-22, or leave it empty if the day is not known.",
  ],
  [
    "2022-23,ZD50,2024-03-21,not_held,transfers_to=the council",
    "detail",
    "Row 2: “transfers_to=the council” does not name the holder. Write transfers_to= and its ODS code; words after a “;”.",
  ],
  [
    "2022-23,ZD50,2024-03-21,not_held,transfers_to=ZD50",
    "detail",
    "Row 2: “transfers_to=ZD50” names the trust itself as the holder. Write the code of the trust that holds the data.",
  ],
])("%s is answered with what to write instead", (written, column, message) => {
  expect(problemsOf(written)).toEqual([{ row: 2, column, message }]);
});

test("an unknown event is answered with the events there are", () => {
  expect(problemsOf("2022-23,ZD50,2024-03-21,replied,")).toMatchObject([
    {
      column: "event",
      message: expect.stringMatching(/^Row 2: “replied” is not an event. Write one of sent, .*not_held/),
    },
  ]);
});

test("a holder that cannot be read is never dropped or guessed", () => {
  for (const detail of ["transfers_to=", "transfers_to=ZD-51", "moved: transfers_to=ZD51", "transfers_to=ZD51 ZD52"]) {
    expect(problemsOf(`2022-23,ZD50,2024-03-21,not_held,${detail}`)).toMatchObject([{ row: 2, column: "detail" }]);
  }
});

test("every problem of every row is reported at once", () => {
  const found = problemsOf("2022-23,ZD50,2024-02-30,replied,", "2022-23,ZD50,2024-03-21,sent,", "2022,Z,soon,sent,");
  expect(found.map(({ row, column }) => `${row} ${column}`)).toEqual([
    "2 event",
    "2 event_date",
    "4 reporting_year",
    "4 ods_code",
    "4 event_date",
  ]);
});

test("a missing column is one problem, not one for each row", () => {
  expect(readRequests([{ reporting_year: "2022-23", ods_code: "ZD50", event: "sent", detail: "" }])).toEqual({
    ok: false,
    problems: [
      {
        row: null,
        column: "event_date",
        message:
          "There is no column “event_date”. The first row must be: reporting_year,ods_code,event_date,event,detail.",
      },
    ],
  });
});
