import { LINES } from "../../domain/returns/return";
import { ENTRIES, ENTRY_FIELDS, type EntryField } from "../../domain/returns/texts";

export type Direction = "up" | "down" | "left" | "right";

/** The field beside one in the grid, whose rows are questions and whose columns are ages; null at its edge. */
export function neighbour({ line, entry }: EntryField, direction: Direction): EntryField | null {
  const down = direction === "down" ? 1 : direction === "up" ? -1 : 0;
  const right = direction === "right" ? 1 : direction === "left" ? -1 : 0;
  const [row, column] = [ENTRIES.indexOf(entry) + down, LINES.indexOf(line) + right];
  return ENTRY_FIELDS.find((at) => at.entry === ENTRIES[row] && at.line === LINES[column]) ?? null;
}

/** A key with what is held down beside it; `control` is the command key on a Mac. */
export interface Press {
  readonly key: string;
  readonly shift: boolean;
  readonly control: boolean;
  readonly alt: boolean;
}

/** The marked part of a field's text, from and to, and how long the text is. */
export interface Caret {
  readonly from: number;
  readonly to: number;
  readonly length: number;
}

/** What a key does in the grid. */
export type Move =
  | { readonly kind: "go"; readonly to: EntryField }
  /** Goes there unless the caret still has a line to go to: only the browser knows where a long note is broken. */
  | { readonly kind: "go from its edge"; readonly to: EntryField }
  /** The key does nothing, where it would otherwise send the form. */
  | { readonly kind: "stay" }
  /** What stood in the field when it was entered stands there again. */
  | { readonly kind: "put back" }
  | { readonly kind: "save and continue" };

/** As in a spreadsheet; null leaves the key to the browser. Example: Enter in question 2 of an age goes to its question 3. */
export function moveOf({ key, shift, control, alt }: Press, at: EntryField, caret: Caret): Move | null {
  const isNote = at.entry === "notes";
  if (alt) return null;
  if (control) {
    if (key === "Enter") return { kind: "save and continue" };
    if (shift) return null;
    const to = key === "Home" ? ENTRY_FIELDS[0] : key === "End" ? ENTRY_FIELDS.at(-1) : undefined;
    return to === undefined ? null : { kind: "go", to };
  }
  if (key === "Enter") return isNote ? null : (go(neighbour(at, shift ? "up" : "down")) ?? { kind: "stay" });
  if (shift) return null;
  if (key === "Escape") return { kind: "put back" };
  const direction = ARROWS.get(key);
  const to = direction === undefined ? null : neighbour(at, direction);
  if (to === null) return null;
  if (direction === "up" || direction === "down") return { kind: isNote ? "go from its edge" : "go", to };
  return leaves(direction, caret) ? { kind: "go", to } : null;
}

const ARROWS: ReadonlyMap<string, Direction> = new Map([
  ["ArrowUp", "up"],
  ["ArrowDown", "down"],
  ["ArrowLeft", "left"],
  ["ArrowRight", "right"],
]);

function go(to: EntryField | null): Move | null {
  return to === null ? null : { kind: "go", to };
}

/** Whether the caret can go no further within the text, or all of it is marked. */
function leaves(direction: Direction | undefined, { from, to, length }: Caret): boolean {
  if (from === 0 && to === length) return true;
  return from === to && from === (direction === "left" ? 0 : length);
}

/**
 * Whether arrows belong to the list of answers to question 1, which is shown under its field: from Alt+Down on, or while
 * something is typed that one of them begins with. Example: "n" may become no or not held; "no" is an answer.
 */
export function listIsAsked(typed: string, answers: readonly string[]): boolean {
  const begun = typed.trim().toLowerCase();
  return begun !== "" && !answers.includes(begun) && answers.some((answer) => answer.startsWith(begun));
}
