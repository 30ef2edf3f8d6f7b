import { make } from "../make";

/** How far a file has come, and a button to stop it. */
export class Progress {
  private readonly words = make("p", { class: "upload-progress__words", "aria-hidden": "true" });
  private readonly bar = make("progress", { max: "100", "aria-label": "Upload" });
  private readonly phase = make("p", { class: "govuk-visually-hidden", role: "status" });
  private readonly box: HTMLElement;

  constructor(form: HTMLFormElement, cancel: () => void) {
    const button = make("button", { type: "button", class: "govuk-button govuk-button--secondary" }, "Cancel");
    button.addEventListener("click", cancel);
    this.box = make("div", { class: "upload-progress" }, this.words, this.bar, button);
    this.box.hidden = true;
    form.append(this.box, this.phase);
  }

  /** `share` is from 0 to 1. Those who hear the page are told once; the bar has the share for whoever asks. */
  uploading(share: number): void {
    const percent = Math.floor(share * 100);
    this.box.hidden = false;
    this.bar.value = percent;
    this.words.textContent = `Uploading ${percent}%`;
    if (share === 0) this.phase.textContent = "Uploading your file";
  }

  checking(): void {
    this.bar.removeAttribute("value");
    this.words.textContent = "Checking your file…";
    this.phase.textContent = "Checking your file";
  }

  done(): void {
    this.box.hidden = true;
    this.phase.textContent = "";
  }
}
