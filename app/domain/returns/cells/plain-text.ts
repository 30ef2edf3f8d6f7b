/** Zero-width characters, soft hyphens, direction marks and byte-order marks: seen by nobody, kept by copying and pasting. */
const INVISIBLE = /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g;
const DASH = /[\u2010-\u2015\u2212\uFE58\uFE63]/g;
const FULL_WIDTH = /[\uFF01-\uFF5E]/g;
const SPACES = /\s+/g;
/** What nearly every cell is: visible ASCII at both ends, and nothing else but spaces between. */
const TIDY = /^[!-~](?:[ -~]*[!-~])?$/;
const NOT_PLAIN = /[^\x20-\x7E]/;
const ENTITY = /&(?:amp;)?(lt|gt|le|ge|nbsp|amp|quot);?/g;
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["le", "≤"],
  ["ge", "≥"],
  ["nbsp", " "],
  ["amp", "&"],
  ["quot", '"'],
]);

/**
 * What a cell says, whatever way it was typed: lower case, one kind of dash, single spaces and none at the ends, no
 * invisible or full-width characters, web entities (`&lt;`) undone. Superscripts stay as they are: `12¹` is not 121.
 */
export function plain(raw: string): string {
  let text = raw;
  if (NOT_PLAIN.test(text)) {
    text = text
      .replace(INVISIBLE, "")
      .replace(DASH, "-")
      .replace(FULL_WIDTH, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
  }
  if (text.includes("&")) text = text.replace(ENTITY, (entity, name: string) => ENTITIES.get(name) ?? entity);
  return text.replace(SPACES, " ").trim().toLowerCase();
}

/** Whether something invisible stands in a cell, or a space at either end of what it says. A blank cell has neither. */
export function hasStraySpaces(raw: string): boolean {
  if (TIDY.test(raw)) return false;
  const seen = raw.replace(INVISIBLE, "").trim();
  return seen !== "" && seen.length !== raw.length;
}

/** Text as a person sees it: as written, without invisible characters and spaces at the ends. */
export function visible(raw: string): string {
  return raw.replace(INVISIBLE, "").trim();
}

/**
 * Repeats what was written inside a sentence: in quotation marks, on one line, shortened. Example: “12.5”.
 */
export function quoted(raw: string): string {
  const words = visible(raw.slice(0, 400)).replace(SPACES, " ");
  return `“${words.length > 60 ? `${words.slice(0, 60)}…` : words}”`;
}
