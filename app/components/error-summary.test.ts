import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ErrorSummary } from "./error-summary";

const rendered = (problems: Parameters<typeof ErrorSummary>[0]["problems"]) =>
  renderToStaticMarkup(createElement(ErrorSummary, { problems }));

test("problems take the focus when the page opens, without a script", () => {
  expect(rendered([{ text: "Enter your email address" }])).toMatch(
    /^<div class="govuk-error-summary" tabindex="-1" autofocus="">/,
  );
});

test("a problem with a field links to it, one without is plain text", () => {
  const markup = rendered([{ text: "Enter your email address", href: "#email" }, { text: "Try again in a minute" }]);
  expect(markup).toContain('<li><a href="#email">Enter your email address</a></li><li>Try again in a minute</li>');
});

test("nothing is shown when nothing is wrong", () => {
  expect(rendered([])).toBe("");
});
