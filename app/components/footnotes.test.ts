import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { FootnoteLinks, Footnotes, footnotesOf } from "./footnotes";

const NOTES = footnotesOf([
  { ods: "ZD01", name: "Ashencote", footnotes: ["One clinic moved in 2024.", "Counted by day of receipt."] },
  { ods: "ZD02", name: "Broadreed", footnotes: [] },
  { ods: "ZD03", name: "Calderwick", footnotes: ["Two teams merged."] },
]);

test("notes are numbered in the order of their rows", () => {
  expect(NOTES.map(({ number, ods, text }) => [number, ods, text])).toEqual([
    [1, "ZD01", "One clinic moved in 2024."],
    [2, "ZD01", "Counted by day of receipt."],
    [3, "ZD03", "Two teams merged."],
  ]);
});

test("a row leads to its notes and each note back to its row", () => {
  const row = (ods: string) =>
    renderToStaticMarkup(createElement("td", null, createElement(FootnoteLinks, { notes: NOTES, ods })));
  const list = renderToStaticMarkup(createElement(Footnotes, { notes: NOTES, linked: true }));
  expect(row("ZD01").match(/href="#note-\d"/g)).toEqual(['href="#note-1"', 'href="#note-2"']);
  expect(row("ZD02")).toBe("<td></td>");
  for (const { number, text } of NOTES) {
    expect(list).toMatch(new RegExp(`<li id="note-${number}">.*${text}.*href="#to-note-${number}"`));
  }
  expect(row("ZD03")).toContain('id="to-note-3"');
});

test("without notes nothing is said of them, and without rows nothing leads back", () => {
  expect(renderToStaticMarkup(createElement(Footnotes, { notes: [] }))).toBe("");
  expect(renderToStaticMarkup(createElement(Footnotes, { notes: NOTES }))).not.toContain("href");
});
