import { isBlock, paste, pastedInWords } from "../../domain/returns/paste";
import type { AnswerTexts, EntryField } from "../../domain/returns/texts";
import { make } from "../make";
import type { Fields } from "./fields";

/** What a paste can be undone with. */
interface Undo {
  readonly at: EntryField;
  readonly filled: readonly EntryField[];
  readonly before: AnswerTexts;
}

const FILLED = "grid__filled";

/** Takes a block of cells copied from a spreadsheet, says what became of it, and puts back what stood there on demand. */
export function takeBlocks(form: HTMLFormElement, fields: Fields): void {
  const words = make("p", { role: "status" });
  const button = make("button", { type: "button", class: "govuk-button govuk-button--secondary" }, "Undo the paste");
  const box = make("div", { class: "pasted" }, words);
  form.querySelector(".grid")?.parentElement?.after(box);
  let undo: Undo | null = null;
  /** Nothing was typed since, so that Ctrl+Z means the paste. */
  let isLatest = false;

  form.addEventListener("paste", (event) => {
    const at = fields.of(event.target);
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (at === null || !isBlock(text) || isLongNote(at, text)) return;
    event.preventDefault();
    const before = fields.texts();
    const pasted = paste(before, text, at);
    fields.fill(pasted.filled, pasted.texts);
    mark(pasted.filled);
    words.textContent = pastedInWords(pasted).join(" ");
    if (pasted.filled.length > 0) box.append(button);
    else button.remove();
    undo = { at, filled: pasted.filled, before };
    isLatest = true;
  });

  const putBack = () => {
    if (undo === null) return;
    fields.fill(undo.filled, undo.before);
    mark([]);
    words.textContent = "The paste was undone.";
    button.remove();
    fields.at(undo.at).focus();
    undo = null;
  };
  button.addEventListener("click", putBack);
  form.addEventListener("input", ({ target }) => {
    if (fields.of(target) === null) return;
    isLatest = false;
    mark([]);
  });
  form.addEventListener("keydown", (event) => {
    const isUndo = event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey) && !event.shiftKey;
    if (!isUndo || !isLatest || undo === null || fields.of(event.target) === null) return;
    event.preventDefault();
    putBack();
  });

  function mark(filled: readonly EntryField[]) {
    for (const element of form.querySelectorAll(`.${FILLED}`)) element.classList.remove(FILLED);
    for (const field of filled) fields.at(field).classList.add(FILLED);
  }
}

/** A note may run over several lines, and is no block while no line of it has two cells. */
function isLongNote({ entry }: EntryField, text: string): boolean {
  return entry === "notes" && !text.includes("\t");
}
