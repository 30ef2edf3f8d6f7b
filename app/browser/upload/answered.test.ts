import { expect, test } from "vitest";
import { answeredWith } from "./answered";

const UPLOAD = "https://portal.example/submit/2025-26/upload";
const answered = (status: number, url = UPLOAD) => answeredWith({ status, url }, `${UPLOAD}#file`);

test("where the portal leads on, the browser goes", () => {
  const to = "https://portal.example/submit/2025-26/check?said=changed";
  expect(answered(200, to)).toEqual({ kind: "go", to });
  expect(answered(500, to)).toEqual({ kind: "go", to });
});

test("a page that says what is wrong is shown in place", () => {
  expect(answered(422)).toEqual({ kind: "show" });
  expect(answered(400)).toEqual({ kind: "show" });
});

test("what would lose the chosen file is said instead", () => {
  const sentence = (status: number, url?: string) => {
    const answer = answered(status, url);
    return answer.kind === "say" ? answer.sentence : answer.kind;
  };
  expect(sentence(403)).toContain("for another trust");
  expect(sentence(413)).toContain("larger than 5 MB");
  expect(sentence(503)).toContain("busy");
  expect(sentence(500)).toContain("the fault is ours");
  expect(sentence(200, "https://portal.example/sign-in?to=%2Fsubmit%2F2025-26%2Fupload")).toContain("signed out");
});
