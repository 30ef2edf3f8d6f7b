import { startChecks } from "./grid/checks";
import type { GridFacts } from "./grid/contract";
import { Fields } from "./grid/fields";
import { keepWhatIsTyped } from "./grid/keep-typed";
import { listenToKeys } from "./grid/keyboard";
import { takeBlocks } from "./grid/pasting";

/** Makes a spreadsheet of the form in which a return is typed. What typing is, `input` says; what puts a text there whole, `change`. */
export function enhanceGrid(form: HTMLFormElement): void {
  const facts: GridFacts = JSON.parse(form.dataset.grid ?? "");
  const fields = new Fields(form);
  listenToKeys(form, fields);
  takeBlocks(form, fields);
  startChecks(form, fields, facts);
  keepWhatIsTyped(form, fields, facts);
}
