import { expect, test } from "vitest";
import { answerOf } from "./answer";
import { history } from "./history.fixture";

const answer = (...lines: string[]) => answerOf(history(...lines));

test("silence, acknowledgements and questions are no answer", () => {
  expect(answer("sent 2024-03-21", "acknowledged 2024-03-22", "clarification-requested 2024-04-10")).toBeNull();
});

test.each(["responded", "part-answered", "refused", "not-held"])("%s is an answer", (kind) => {
  expect(answer("sent 2024-03-21", `${kind} 2024-04-16`)).toEqual({
    on: "2024-04-16",
    kind,
    holder: null,
    check: "to-do",
  });
});

test("the day is that of the first answer, the kind that of the latest", () => {
  expect(answer("sent 2024-03-21", "refused 2024-04-16", "responded 2024-07-01")).toMatchObject({
    on: "2024-04-16",
    kind: "responded",
  });
});

test("a first answer without a day has none, whatever followed", () => {
  expect(answer("sent 2024-03-21", "part-answered", "queried 2024-05-01", "responded 2024-05-10")).toMatchObject({
    on: null,
    kind: "responded",
  });
});

test("the holder is the one named in the latest answer", () => {
  expect(answer("sent 2024-03-21", "not-held 2024-04-22", "not-held 2024-05-10 ZD51")?.holder).toBe("ZD51");
  expect(answer("sent 2024-03-21", "not-held 2024-04-22 ZD51", "responded 2024-05-10")?.holder).toBeNull();
});

test("what staff did is about the latest answer", () => {
  const queried = ["sent 2024-03-21", "responded 2024-04-16", "queried 2024-04-18"];
  expect(answer(...queried)?.check).toBe("queried");
  expect(answer(...queried, "responded 2024-04-25")?.check).toBe("to-do");
  expect(answer(...queried, "responded 2024-04-25", "accepted 2024-04-26")?.check).toBe("accepted");
  expect(answer(...queried, "accepted 2024-04-19")?.check).toBe("accepted");
  expect(answer(...queried, "query-answered 2024-04-20")?.check).toBe("to-do");
  expect(answer(...queried, "query-answered 2024-04-20", "queried 2024-04-22")?.check).toBe("queried");
});
