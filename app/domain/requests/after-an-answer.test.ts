import { expect, test } from "vitest";
import { day } from "../calendar/day";
import { complaintMadeBy, reviewAnswerBy, reviewAskedBy } from "./after-an-answer";

test("an internal review is asked for within 40 working days of the answer", () => {
  expect(reviewAskedBy(day("2024-03-21")).to).toBe("2024-05-21");
});

test("a review asked for on 7 May 2024 is answered by 5 June, or 3 July where it is complex", () => {
  const { normal, exceptional } = reviewAnswerBy(day("2024-05-07"));
  expect(normal.to).toBe("2024-06-05");
  expect(exceptional.to).toBe("2024-07-03");
});

test("a complaint follows within six calendar weeks", () => {
  expect(complaintMadeBy(day("2024-04-22"))).toBe("2024-06-03");
});
