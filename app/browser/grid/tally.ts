import { make } from "../make";
import { type Said, tallyInWords } from "./said";

/** The line above the buttons that says how the answers stand, with what is to be confirmed of them as a whole. */
export class Tally {
  private readonly words = make("span", {});
  private readonly first = make("a", { href: "#" }, "Go to the first");
  private readonly ofAll = make("ul", { "aria-live": "polite" });
  private readonly box = make("div", { class: "tally" }, make("p", {}, this.words, " ", this.first), this.ofAll);

  constructor(form: HTMLFormElement) {
    this.box.hidden = true;
    form.querySelector(".govuk-button-group")?.before(this.box);
  }

  /** `ofAll` is null while an answer is being typed: what is said of all of them stays as it was. */
  show(said: readonly Said[], ofAll: readonly string[] | null): void {
    if (ofAll !== null && ofAll.join("\n") !== this.sentences().join("\n"))
      this.ofAll.replaceChildren(...ofAll.map((sentence) => make("li", {}, sentence)));
    const mustFix = said.filter(({ severity }) => severity === "must-fix");
    const [first] = [...mustFix, ...said];
    this.box.classList.toggle("tally--must-fix", mustFix.length > 0);
    this.words.textContent = tallyInWords(mustFix.length, said.length - mustFix.length + this.sentences().length);
    this.first.hidden = first === undefined;
    if (first !== undefined) this.first.href = `#${first.field}`;
    this.box.hidden = this.words.textContent === "";
  }

  private sentences(): readonly string[] {
    return Array.from(this.ofAll.children, ({ textContent }) => textContent ?? "");
  }
}
