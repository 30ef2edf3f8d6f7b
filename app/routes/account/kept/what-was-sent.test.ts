import { expect, test } from "vitest";
import { MATRIX } from "../../../../tests/access/matrix";
import { whatWasSent } from "./what-was-sent";

test("a form that is kept is named by what it says, and not by its address", () => {
  expect(whatWasSent("/submit/2025-26/reply")).toBe("an answer to the Foundation’s question");
  expect(whatWasSent("/manage/people/cm0abc?said=role")).toBe("a change to somebody’s access");
  expect(whatWasSent("/manage/people/invite")).toBe("an invitation");
  expect(whatWasSent("/submit/2025-26/reply/more")).toBe("a form");
});

test("every page that takes a form of people signed in has a name for it", () => {
  const own = /^\/(account|sign-|forgotten|invitation|nowhere)/;
  const byScriptOrFile = ["/submit/2025-26/upload", "/submit/2025-26/form/keep"];
  const forms = Object.values(MATRIX).filter(({ act, path }) => act !== null && !own.test(path));
  const paths = forms.map(({ path }) => path).filter((path) => !byScriptOrFile.includes(path));
  expect(paths.length).toBeGreaterThan(10);
  expect(paths.filter((path) => whatWasSent(path) === "a form")).toEqual([]);
});
