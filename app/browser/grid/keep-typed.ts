import { reasonNotToKeep } from "../../domain/returns/not-kept";
import type { GridFacts } from "./contract";
import type { Fields } from "./fields";
import { Keeping } from "./keeping";
import { SavedLine } from "./saved-line";

/** Ties the keeping of the draft to the page: what is typed, the page being left, and the form being sent. */
export function keepWhatIsTyped(form: HTMLFormElement, fields: Fields, facts: GridFacts): void {
  const seen = form.elements.namedItem("seen");
  const line = document.getElementById("saved");
  if (!(seen instanceof HTMLInputElement) || line === null) throw new Error("The grid does not say what is saved.");
  const keeping = new Keeping(fields, seen, new SavedLine(line), facts);
  /** The form has gone off, and takes everything with it. */
  let isSent = false;
  let isWaiting = false;

  const changed = () => {
    isSent = false;
    keeping.changed();
  };
  form.addEventListener("input", ({ target }) => {
    if (fields.of(target) !== null) changed();
  });
  form.addEventListener("change", changed);
  if (keeping.isUnsaved) keeping.changed();

  addEventListener("online", () => keeping.retry());
  addEventListener("focus", () => keeping.retry());
  addEventListener("pagehide", () => keeping.now());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") keeping.now();
    else keeping.retry();
  });
  addEventListener("beforeunload", (event) => {
    if (keeping.isUnsaved && !isSent) event.preventDefault();
  });

  form.addEventListener("submit", (event) => {
    const [first] = reasonNotToKeep(fields.texts())?.fields ?? [];
    isSent ||= first === undefined && !isWaiting && keeping.isAtRest;
    if (isSent) return;
    event.preventDefault();
    // What must not be kept is not sent either: it is said under its field.
    if (first !== undefined) return fields.at(first).focus();
    if (isWaiting) return;
    isWaiting = true;
    void keeping.settled().then((outcome) => {
      isWaiting = false;
      if (outcome?.kind === "later" && outcome.holds) return;
      isSent = true;
      form.requestSubmit(event.submitter);
    });
  });
}
