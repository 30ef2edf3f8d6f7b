import { make } from "../make";
import { misgivingAbout, sizeInWords } from "./chosen-file";

const OVER = "drop-zone--over";
const NOTHING_CHOSEN = "Or drop the file here.";

/** The box around the file field: takes a file that is dropped, and says what was chosen and what is plainly wrong with it. */
export class DropZone {
  private readonly line = make("p", { class: "drop-zone__line" });
  private readonly trouble = make("p", { class: "govuk-error-message" });
  private readonly box: HTMLElement;

  constructor(private readonly field: HTMLInputElement) {
    const box = field.closest<HTMLElement>(".govuk-form-group");
    if (box === null) throw new Error("The file field stands alone.");
    this.box = box;
    // The page has left room for the line: a button that moves while it is pressed is not clicked.
    box.classList.add("drop-zone");
    box.append(make("div", { role: "status" }, this.line, this.trouble));
    field.addEventListener("change", () => this.look());
    this.takeWhatIsDropped();
    this.look();
  }

  get file(): File | null {
    return this.field.files?.[0] ?? null;
  }

  /** Nothing can be chosen or dropped while a file is on its way. */
  close(isClosed: boolean): void {
    this.box.inert = isClosed;
  }

  say(trouble: string): void {
    this.trouble.textContent = trouble;
  }

  forget(): void {
    this.field.value = "";
    this.look();
  }

  private look(): void {
    const { file } = this;
    this.line.textContent = file === null ? NOTHING_CHOSEN : `${file.name}, ${sizeInWords(file.size)}`;
    this.line.classList.toggle("drop-zone__line--chosen", file !== null);
    this.say((file && misgivingAbout(file)?.sentence) ?? "");
    if (file === null) return;
    // What the page says of the field is about another file, or that there was none.
    this.box.classList.remove("govuk-form-group--error");
    this.box.querySelector(":scope > .govuk-error-message")?.remove();
    this.field.classList.remove("govuk-file-upload--error");
  }

  private takeWhatIsDropped(): void {
    for (const missed of ["dragover", "drop"] as const) document.addEventListener(missed, keepPage);
    this.box.addEventListener("dragover", (event) => {
      if (holdsFiles(event)) this.box.classList.add(OVER);
    });
    this.box.addEventListener("dragleave", ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node && this.box.contains(relatedTarget))) this.box.classList.remove(OVER);
    });
    this.box.addEventListener("drop", (event) => {
      this.box.classList.remove(OVER);
      const files = event.dataTransfer?.files;
      if (files === undefined || !holdsFiles(event)) return;
      if (files.length > 1)
        return this.say(`You dropped ${files.length} files. A return is one CSV file: drop that one.`);
      this.field.files = files;
      this.look();
    });
  }
}

function holdsFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes("Files") ?? false;
}

/** A file dropped beside the box would be opened in the place of the page. */
function keepPage(event: DragEvent): void {
  if (!holdsFiles(event)) return;
  event.preventDefault();
  const isInBox = event.target instanceof Element && event.target.closest(".drop-zone") !== null;
  if (event.dataTransfer !== null && !isInBox) event.dataTransfer.dropEffect = "none";
}
