import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { TextInput } from "./text-input";

const rendered = (props: Parameters<typeof TextInput>[0]) => renderToStaticMarkup(createElement(TextInput, props));

test("a field is described by its hint and its error", () => {
  const markup = rendered({
    name: "email",
    label: "Email",
    hint: "The one you were invited by",
    error: "Enter an email",
  });
  expect(markup).toContain('<div id="email-hint" class="govuk-hint">');
  expect(markup).toContain('<p id="email-error" class="govuk-error-message">');
  expect(markup).toContain('aria-describedby="email-hint email-error"');
});

test("a field with neither is described by nothing", () => {
  expect(rendered({ name: "email", label: "Email" })).not.toContain("aria-describedby");
});

test("what was typed is kept after a mistake, even when it would be markup", () => {
  expect(rendered({ name: "count", label: "Children", value: "<5" })).toContain('value="&lt;5"');
});
