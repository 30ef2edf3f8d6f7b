import {
  type AnswerTexts,
  ENTRY_FIELDS,
  type EntryField,
  entryId,
  NO_TEXTS,
  withText,
} from "../../domain/returns/texts";

export type FieldElement = HTMLInputElement | HTMLTextAreaElement;

/** The fields of the grid as they stand on the page. Throws where the page lacks one: it then stays a plain form. */
export class Fields {
  private readonly elements: ReadonlyMap<string, FieldElement>;

  constructor(private readonly form: HTMLFormElement) {
    this.elements = new Map(ENTRY_FIELDS.map((field) => [entryId(field), elementIn(form, entryId(field))]));
    // On a telephone's keyboard, the key that leads on.
    for (const element of this.elements.values())
      if (element instanceof HTMLInputElement) element.enterKeyHint = "next";
  }

  at(field: EntryField): FieldElement {
    return this.elements.get(entryId(field)) ?? elementIn(this.form, entryId(field));
  }

  /** The field that an event came from; null where it came from elsewhere in the form. */
  of(target: EventTarget | null): EntryField | null {
    return ENTRY_FIELDS.find((field) => this.at(field) === target) ?? null;
  }

  /** What stands in the fields. */
  texts(): AnswerTexts {
    return this.read((element) => element.value);
  }

  /** What the page came with. One line takes no line ends, so that what a file has in a cell comes without them. */
  textsAsSent(): AnswerTexts {
    return this.read((element) =>
      element instanceof HTMLInputElement ? element.defaultValue.replace(/[\r\n]/g, "") : element.defaultValue,
    );
  }

  /** Puts texts into some of the fields, and says so once, as `change`. */
  fill(filled: readonly EntryField[], texts: AnswerTexts): void {
    for (const field of filled) this.at(field).value = texts[field.line][field.entry];
    this.form.dispatchEvent(new Event("change"));
  }

  private read(textOf: (element: FieldElement) => string): AnswerTexts {
    return ENTRY_FIELDS.reduce((texts, field) => withText(texts, field, textOf(this.at(field))), NO_TEXTS);
  }
}

function elementIn(form: HTMLFormElement, id: string): FieldElement {
  const element = form.elements.namedItem(id);
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) return element;
  throw new Error(`The grid has no field ${id}.`);
}
