import { expect, test } from "vitest";
import { destinationOf, destinationsFor } from "./navigation";

const texts = (role: Parameters<typeof destinationsFor>[0]) => destinationsFor(role).map(({ text }) => text);

test("a visitor is shown what everyone can read", () => {
  expect(texts(null)).toEqual(["The answer", "Compare trusts", "Year on year"]);
});

test("an officer is shown their return first", () => {
  expect(texts("signatory")).toEqual(["Your return", "The answer", "Compare trusts", "Year on year"]);
});

test("staff and admins are shown their work first", () => {
  const open = ["The answer", "Compare trusts", "Year on year"];
  expect(texts("staff")).toEqual(["Chase", "Publish", "Account resets", ...open]);
  expect(texts("admin")).toEqual(["Chase", "Publish", "Manage", ...open]);
});

test("a page belongs to the destination whose address it lies deepest within", () => {
  const within = (pathname: string) => destinationOf(pathname, destinationsFor("staff"))?.text;
  expect(within("/")).toBe("The answer");
  expect(within("/compare")).toBe("Compare trusts");
  expect(within("/compare/trends")).toBe("Year on year");
  expect(within("/compare/trusts/ZD01")).toBe("Compare trusts");
  expect(within("/chase/2022-23/ZD01")).toBe("Chase");
});

test("every page of managing belongs to one destination of an admin's", () => {
  const within = (pathname: string) => destinationOf(pathname, destinationsFor("admin"))?.text;
  expect(within("/manage/people/1")).toBe("Manage");
  expect(within("/manage/resets")).toBe("Manage");
  expect(within("/management")).toBeUndefined();
});

test("a page of no destination lights none", () => {
  expect(destinationOf("/sign-in", destinationsFor(null))).toBeNull();
  expect(destinationOf("/comparison", destinationsFor(null))).toBeNull();
});
