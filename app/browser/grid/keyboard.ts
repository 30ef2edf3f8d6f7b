import { type EntryField, withText } from "../../domain/returns/texts";
import type { FieldElement, Fields } from "./fields";
import { listIsAsked, moveOf, type Press } from "./moves";

/** Makes the keys of a spreadsheet work in the grid. Tab stays what it is, so nobody is caught in it. */
export function listenToKeys(form: HTMLFormElement, fields: Fields): void {
  let entered = "";
  /** The list of answers to question 1: it may be open, and something in it may be marked. */
  let list: "closed" | "open" | "walked" = "closed";
  const answers = answersIn(form);

  form.addEventListener("focusin", ({ target }) => {
    const at = fields.of(target);
    if (at === null) return;
    entered = fields.at(at).value;
    list = "closed";
  });

  form.addEventListener("input", (event) => {
    const at = fields.of(event.target);
    if (at?.entry !== "takes") return;
    // What was chosen from the list comes as no typing, and closes it.
    list = isTyping(event) && listIsAsked(fields.at(at).value, answers) ? "open" : "closed";
  });

  form.addEventListener("keydown", (event) => {
    const at = fields.of(event.target);
    if (at === null || event.isComposing) return;
    const field = fields.at(at);
    if (at.entry === "takes" && isForList(event, list)) {
      list = event.key === "Enter" ? "closed" : "walked";
      return;
    }
    const move = moveOf(pressOf(event), at, caretOf(field));
    if (move === null) return;
    if (move.kind === "go from its edge") return void goFromEdge(field, () => enter(fields.at(move.to)));
    if (move.kind === "put back" && field.value === entered) return;
    event.preventDefault();
    if (move.kind === "go") enter(fields.at(move.to));
    if (move.kind === "put back") putBack(fields, at, entered);
    if (move.kind === "save and continue") form.requestSubmit(form.querySelector<HTMLElement>(SAVE_AND_CONTINUE));
  });

  // Where the list had the key, or a telephone's keyboard said nothing of it, it must still not send the form.
  form.addEventListener("keypress", (event) => {
    if (event.key === "Enter" && event.target instanceof HTMLInputElement && fields.of(event.target) !== null)
      event.preventDefault();
  });
}

const SAVE_AND_CONTINUE = 'button[name="intent"][value="continue"]';

function pressOf({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent): Press {
  return { key, shift: shiftKey, control: ctrlKey || metaKey, alt: altKey };
}

function caretOf({ selectionStart, selectionEnd, value }: FieldElement) {
  return { from: selectionStart ?? 0, to: selectionEnd ?? 0, length: value.length };
}

function isTyping(event: Event): boolean {
  return event instanceof InputEvent && /^(insertText|insertCompositionText|delete)/.test(event.inputType);
}

function isForList({ key, altKey, ctrlKey, metaKey }: KeyboardEvent, list: "closed" | "open" | "walked"): boolean {
  if (ctrlKey || metaKey) return false;
  if (key === "Enter") return list === "walked";
  return (key === "ArrowDown" || key === "ArrowUp") && (altKey || list !== "closed");
}

function answersIn(form: HTMLFormElement): readonly string[] {
  return Array.from(form.querySelectorAll<HTMLOptionElement>("datalist option"), ({ value }) => value);
}

/** As a spreadsheet enters a cell: whatever is typed next takes the place of what stands there. */
function enter(field: FieldElement): void {
  field.focus();
  if (field instanceof HTMLInputElement) field.select();
}

function putBack(fields: Fields, at: EntryField, text: string): void {
  fields.fill([at], withText(fields.texts(), at, text));
  fields.at(at).select();
}

/** Lets the browser move the caret first, and leaves where it could not. */
function goFromEdge(field: FieldElement, go: () => void): void {
  const before = caretOf(field);
  setTimeout(() => {
    const { from, to } = caretOf(field);
    if (document.activeElement === field && from === before.from && to === before.to && from === to) go();
  });
}
