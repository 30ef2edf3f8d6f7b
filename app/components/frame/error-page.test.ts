import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { createStaticRouter, StaticRouterProvider } from "react-router-dom/server";
import { expect, test } from "vitest";
import { ErrorPage } from "./error-page";

const OFFICER = { name: "N. Officer", role: "signatory", trustName: "A trust", hasSeveral: false, endsIn: 1_800 };

/** As it stands in the frame of whoever reads it; null is a visitor. */
function rendered(error: unknown, reader: object | null = null, pathname = "/nowhere"): string {
  const route = { id: "root", path: "*", element: createElement(ErrorPage, { error }) };
  const help = { email: "help@portal.example", phone: null };
  const context = {
    basename: "",
    location: { pathname, search: "", hash: "", state: null, key: "" },
    matches: [{ params: {}, pathname, pathnameBase: pathname, route }],
    loaderData: { root: { help, reader } },
    actionData: null,
    errors: null,
    statusCode: 200,
    loaderHeaders: {},
    actionHeaders: {},
    activeDeferreds: null,
  };
  const router = createStaticRouter([route], context);
  return renderToStaticMarkup(createElement(StaticRouterProvider, { router, context, hydrate: false }));
}
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

test("what is missing is said, and not that the address was mistyped", () => {
  expect(rendered(refusal(404, ""))).toContain("If you typed the address, check it.");
  const page = rendered(refusal(404, "There is no trust of that code in the register."));
  expect(page).toContain("There is no trust of that code in the register.");
  expect(page).not.toContain("If you typed the address");
});

test("somebody at work is led back to it, a visitor to the start page", () => {
  expect(rendered(refusal(404, ""))).toContain('<a href="/">Go to the start page</a>');
  expect(rendered(refusal(404, ""), OFFICER)).toContain('<a href="/submit">Go to “Your return”</a>');
  const admin = { ...OFFICER, role: "admin", trustName: null };
  expect(rendered(refusal(404, ""), admin, "/manage/people/x")).toContain(
    '<a href="/manage/people">Go to “Manage”</a>',
  );
});

test("whoever may not open a page is told whom to ask", () => {
  expect(rendered(refusal(403, ""))).toContain('<a href="mailto:help@portal.example">');
});
