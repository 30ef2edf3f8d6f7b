import { describe, expect, test } from "vitest";
import type { Line } from "../../domain/returns/return";
import { ENTRY_FIELDS, type Entry, type EntryField, entryId } from "../../domain/returns/texts";
import { listIsAsked, moveOf, neighbour, type Press } from "./moves";

const at = (entry: Entry, line: Line): EntryField => ({ line, entry });
const press = (key: string, held: Partial<Press> = {}): Press => ({
  key,
  shift: false,
  control: false,
  alt: false,
  ...held,
});
const EMPTY = { from: 0, to: 0, length: 0 };
/** The id of the field a key leads to, or what else it does. */
function led(pressed: Press, from: EntryField, caret = EMPTY) {
  const move = moveOf(pressed, from, caret);
  return move === null ? null : "to" in move ? entryId(move.to) : move.kind;
}

describe("the field beside one", () => {
  test("is the next question down, and the next age to the right", () => {
    expect(neighbour(at("takes", "12-24m"), "down")).toEqual(at("referred", "12-24m"));
    expect(neighbour(at("accessed", "0-12m"), "right")).toEqual(at("accessed", "12-24m"));
    expect(neighbour(at("notes", "all"), "left")).toEqual(at("notes", "24-36m"));
  });
  test("is none at the edge, nor where question 1 is not asked", () => {
    expect(neighbour(at("takes", "0-12m"), "up")).toBeNull();
    expect(neighbour(at("takes", "0-12m"), "left")).toBeNull();
    expect(neighbour(at("notes", "all"), "down")).toBeNull();
    expect(neighbour(at("referred", "all"), "up")).toBeNull();
    expect(neighbour(at("takes", "24-36m"), "right")).toBeNull();
  });
});

describe("Enter", () => {
  test("goes down a column, with Shift up", () => {
    expect(led(press("Enter"), at("referred", "all"))).toBe("accessed-all");
    expect(led(press("Enter", { shift: true }), at("accessed", "0-12m"))).toBe("referred-0-12m");
  });
  test("never sends the form by itself, and with Ctrl always does", () => {
    expect(led(press("Enter", { shift: true }), at("takes", "0-12m"))).toBe("stay");
    for (const field of ENTRY_FIELDS) expect(led(press("Enter", { control: true }), field)).toBe("save and continue");
  });
  test("begins a line in a note", () => expect(led(press("Enter"), at("notes", "0-12m"))).toBeNull());
});

describe("arrows", () => {
  test("up and down go to the next question, whatever the caret", () => {
    expect(led(press("ArrowDown"), at("takes", "0-12m"), { from: 1, to: 1, length: 3 })).toBe("referred-0-12m");
    expect(led(press("ArrowUp"), at("accessed", "all"))).toBe("referred-all");
  });
  test("up and down leave a note only from its edge", () => {
    expect(moveOf(press("ArrowUp"), at("notes", "all"), EMPTY)).toEqual({
      kind: "go from its edge",
      to: at("accessed", "all"),
    });
  });
  test("left and right leave a field from its ends, or where all of it is marked", () => {
    const from = at("referred", "12-24m");
    expect(led(press("ArrowLeft"), from, { from: 0, to: 0, length: 2 })).toBe("referred-0-12m");
    expect(led(press("ArrowRight"), from, { from: 2, to: 2, length: 2 })).toBe("referred-24-36m");
    expect(led(press("ArrowRight"), from, { from: 0, to: 2, length: 2 })).toBe("referred-24-36m");
    expect(led(press("ArrowLeft"), from, { from: 1, to: 1, length: 2 })).toBeNull();
    expect(led(press("ArrowRight"), from, { from: 0, to: 1, length: 2 })).toBeNull();
    expect(led(press("ArrowLeft"), from, { from: 2, to: 2, length: 2 })).toBeNull();
  });
  test("with Shift mark text, with Alt open the list: they stay the browser's", () => {
    expect(led(press("ArrowDown", { shift: true }), at("takes", "0-12m"))).toBeNull();
    expect(led(press("ArrowDown", { alt: true }), at("takes", "0-12m"))).toBeNull();
  });
});

test("Ctrl+Home and Ctrl+End go to the first and the last field", () => {
  expect(led(press("Home", { control: true }), at("accessed", "all"))).toBe("takes-0-12m");
  expect(led(press("End", { control: true }), at("takes", "0-12m"))).toBe("notes-all");
  expect(led(press("Home", { control: true }), at("notes", "all"))).toBe("takes-0-12m");
});

test("every field can be reached from the first by arrows alone", () => {
  const reached = new Set(["takes-0-12m"]);
  for (const id of reached) {
    const from = ENTRY_FIELDS.find((field) => entryId(field) === id);
    if (from === undefined) throw new Error(id);
    for (const key of ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"]) {
      const to = led(press(key), from);
      if (to !== null) reached.add(to);
    }
  }
  expect([...reached].sort()).toEqual(ENTRY_FIELDS.map(entryId).sort());
});

test("the list of question 1 has the arrows while an answer is begun, and not once it is there", () => {
  const answers = ["yes", "no", "partial", "not held"];
  const asked = (typed: string) => listIsAsked(typed, answers);
  expect(["n", "Not", " y"].map(asked)).toEqual([true, true, true]);
  expect(["", "no", "YES", "not held", "x", "yes, but"].map(asked)).toEqual([false, false, false, false, false, false]);
});
