import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ErrorPage } from "./error-page";

const rendered = (error: unknown) => renderToStaticMarkup(createElement(ErrorPage, { error }));
const refusal = (status: number, data: unknown) => ({ status, statusText: "", internal: false, data });

test("a refusal of ours is shown in its own words", () => {
  const page = rendered(refusal(403, "This page is for trusts. You are signed in for the Foundation."));
  expect(page).toContain("You cannot open this page</h1>");
  expect(page).toContain("This page is for trusts. You are signed in for the Foundation.");
});

test("an address that does not exist is said to be one", () => {
  expect(rendered(refusal(404, ""))).toContain("There is no page at this address.");
});

test("the framework's own refusals are put in plain words", () => {
  const page = rendered(refusal(405, 'Error: You made a POST request to "/" but did not provide an `action`'));
  expect(page).toContain("The page could not take what was sent.");
  expect(page).not.toContain("action");
});

test("a fault of ours shows nothing of itself", () => {
  for (const fault of [new Error("SQLITE_BUSY: canary"), refusal(500, "canary"), "canary", null]) {
    expect(rendered(fault)).toContain("Sorry, something went wrong</h1>");
    expect(rendered(fault)).not.toContain("canary");
  }
});

test("a busy service says that nothing is lost, and what to do", () => {
  const page = rendered(refusal(503, "canary"));
  expect(page).toContain("The service is busy</h1>");
  expect(page).toContain("Nothing that was saved is lost.");
  expect(page).not.toContain("canary");
});
