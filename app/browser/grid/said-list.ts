import { AGE_BANDS, LINES } from "../../domain/returns/return";
import { type Entry, type EntryField, entryId } from "../../domain/returns/texts";
import { make } from "../make";
import type { FieldElement } from "./fields";
import type { Said } from "./said";

/** The list under one question, in the page's own markup. Throws where the page has none. */
export class SaidList {
  private readonly list: HTMLElement;
  private readonly row: HTMLElement;

  constructor(
    form: HTMLFormElement,
    private readonly entry: Entry,
  ) {
    const list = form.querySelector<HTMLElement>(`#said-${entry}`);
    const row = list?.closest<HTMLElement>("tr");
    if (list == null || row == null) throw new Error(`The grid has no list for ${entry}.`);
    this.list = list;
    this.row = row;
  }

  /** What the page came with, each with the code of what the checker says of the same field in the same place. */
  came(before: readonly Said[]): readonly Said[] {
    const items = this.items();
    return items.map((item, place) => {
      const field = item.dataset.field ?? "";
      const placeInField = items.slice(0, place).filter(({ dataset }) => dataset.field === field).length;
      return {
        field,
        severity: item.classList.contains(classOf("must-fix")) ? "must-fix" : "confirm",
        code: before.filter((one) => one.field === field)[placeInField]?.code ?? "",
        message: item.textContent ?? "",
      };
    });
  }

  /** Shows what is about this question. What stands there already is left alone, so that it is not read out again. */
  show(all: readonly Said[]): void {
    const lines = this.entry === "takes" ? AGE_BANDS : LINES;
    const fields = lines.map((line) => entryId({ line, entry: this.entry }));
    const said = all.filter(({ field }) => fields.includes(field));
    for (const item of this.items()) if (!said.some((one) => stands(one, item))) item.remove();
    said.forEach((one, place) => {
      const there = this.items()[place];
      if (there === undefined || !stands(one, there)) this.list.insertBefore(itemOf(one), there ?? null);
    });
    for (const left of this.items().slice(said.length)) left.remove();
    this.row.hidden = said.length === 0;
  }

  private items(): readonly HTMLElement[] {
    return Array.from(this.list.querySelectorAll<HTMLElement>("li"));
  }
}

function classOf(severity: Said["severity"]): string {
  return `grid__problem--${severity}`;
}

function itemOf({ field, severity, message }: Said): HTMLElement {
  return make("li", { class: `grid__problem ${classOf(severity)}`, "data-field": field }, message);
}

function stands({ field, message }: Said, item: HTMLElement): boolean {
  return item.dataset.field === field && item.textContent === message;
}

/** Ties a field to what is said of it; `said` is the worst, or nothing. */
export function markField(element: FieldElement, { entry }: EntryField, said: Said | undefined): void {
  const isWrong = said?.severity === "must-fix";
  const look = element instanceof HTMLInputElement ? "govuk-input--error" : "govuk-textarea--error";
  element.classList.toggle(look, isWrong);
  if (isWrong) element.setAttribute("aria-invalid", "true");
  else element.removeAttribute("aria-invalid");
  if (said === undefined) element.removeAttribute("aria-describedby");
  else element.setAttribute("aria-describedby", `said-${entry}`);
}
