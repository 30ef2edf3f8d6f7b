import { paths } from "../../paths";
import { make } from "../make";

/** The line that says who saved when, and what keeps something from being saved. */
export class SavedLine {
  private lastSaved: string;

  constructor(private readonly line: HTMLElement) {
    this.lastSaved = line.textContent ?? "";
  }

  /** `says` comes without its full stop; left out, the line says again what was saved last. */
  saved(says?: string): void {
    if (says !== undefined) this.lastSaved = `${says}.`;
    this.show(this.lastSaved, false);
  }

  trouble(says: string, signIn = false): void {
    this.show(`${says}.`, true);
    if (!signIn || this.line.querySelector("a") !== null) return;
    const to = paths.account.signIn({ to: location.pathname });
    this.line.append(" ", make("a", { href: to, target: "_blank", rel: "noopener" }, "Sign in"));
  }

  /** What stands there already is left alone, so that it is not read out again. */
  private show(words: string, isTrouble: boolean): void {
    this.line.classList.toggle("saved--not", isTrouble);
    this.line.role = isTrouble ? "alert" : null;
    if (this.line.firstChild?.textContent !== words) this.line.replaceChildren(words);
  }
}
