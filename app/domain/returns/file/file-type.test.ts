import { expect, test } from "vitest";
import { otherFileType, otherTextType, otherTypeByName } from "./file-type";

const raw = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

test.each([
  ["PK\x03\x04\x14\0 xl/workbook.xml", /Excel workbook \(\.xlsx\)/],
  ["PK\x07\x08", /Excel workbook/],
  ["PK\x05\x06", /Excel workbook \(\.xlsx\) or another zipped file/],
  ["PK\x03\x04 mimetypeapplication/vnd.oasis.opendocument.spreadsheet", /OpenDocument/],
  ["PK\x03\x04 Index/Document.iwa", /Numbers/],
  ["PK\x03\x04 word/document.xml", /Word document/],
  ["\xD0\xCF\x11\xE0\xA1\xB1", /\.xls\b/],
  ["%PDF-1.7", /PDF/],
  ["\x89PNG\r\n", /PNG/],
  ["\xFF\xD8\xFF\xE0", /JPEG/],
  ["GIF89a", /GIF/],
  ["\x1F\x8B\x08", /gzip/],
  ["{\\rtf1", /RTF/],
])("%j is named", (start, name) => expect(otherFileType(raw(start))?.name).toMatch(name));

test.each([
  ["<html><table>", /web page/],
  ["\r\n  <!DOCTYPE html>", /web page/],
  ["<TABLE><tr>", /web page/],
  ["<!-- saved from url --><html>", /web page/],
  ["MIME-Version: 1.0\r\nX-Document-Type: Workbook", /web page/],
  ["\n%PDF-1.4", /PDF/],
  ['{"ods": "ZD01"}', /JSON/],
  ['[ {"ods": "ZD01"} ]', /JSON/],
  ["<?xml version='1.0'?><Workbook>", /XML/],
])("%j is named", (start, name) => expect(otherTextType(start)?.name).toMatch(name));

test("each says how to get a CSV file out of it", () => {
  expect(otherFileType(raw("PK\x03\x04"))?.remedy).toContain("CSV UTF-8");
  expect(otherFileType(raw("%PDF"))?.remedy).toContain("template");
});

test.each(["PK code,Trust", "ODS code,Trust", "<5,1-4", "", "[1],x", "{x}"])("%j may be a CSV file", (start) => {
  expect(otherFileType(raw(start))).toBeNull();
  expect(otherTextType(start)).toBeNull();
});

test.each([
  ["Return 2025-26.XLSX", "a spreadsheet"],
  ["return.xls", "a spreadsheet"],
  ["return.csv.ods", "a spreadsheet"],
  ["letter.pdf", "a document"],
  ["scan.jpeg", "a document"],
])("%s is named by its name", (name, is) => expect(otherTypeByName(name)?.name).toBe(is));

test.each(["return.csv", "return.txt", "return", "xlsx", "my.xlsx.csv"])("%s may be a return", (name) =>
  expect(otherTypeByName(name)).toBeNull(),
);
