import { paths } from "../../paths";
import { make } from "../make";

export interface Wishes {
  stay(): void;
  signOut(): void;
}

const KEPT =
  "If you are signed out, what you typed is kept for a day once you send it, and you can send it on after signing in. You will need to choose files again.";
const IDLE = "You have not done anything here for almost 30 minutes.";
const TWELVE_HOURS =
  "You have been signed in for 12 hours, the longest we allow. Send or save what you are doing. You can sign in again straight away.";
const STILL_HERE = "What you typed is still on this page. Sign in in a new tab, then come back and send it.";

type Variant = "primary" | "secondary";
type Shown = "warning" | "last warning" | "over";

/** Says that the session will end, or has ended. What is behind it cannot be reached while it is open. */
export class EndDialog {
  private readonly heading = make("h2", { id: "session-end" });
  private readonly words = make("p", { id: "session-end-words" });
  private readonly trouble = make("p", { class: "govuk-error-message", role: "alert" });
  private readonly buttons = make("div", { class: "govuk-button-group" });
  private readonly box = make(
    "dialog",
    {
      class: "session-end",
      role: "alertdialog",
      "aria-labelledby": "session-end",
      "aria-describedby": "session-end-words",
    },
    this.heading,
    this.words,
    this.trouble,
    this.buttons,
  );
  /** What was said last, be it on screen still or put away. */
  private said: Shown | null = null;

  constructor(private readonly wishes: Wishes) {
    document.body.append(this.box);
  }

  warn(endsAt: number, isLast: boolean): void {
    this.heading.textContent = `You will be signed out at ${timeOf(endsAt)}`;
    this.words.textContent = isLast ? `${TWELVE_HOURS} ${KEPT}` : `${IDLE} ${KEPT}`;
    const signOut = button("Sign out now", "secondary", () => this.wishes.signOut());
    const first = isLast ? this.closing("primary") : button("Stay signed in", "primary", () => this.wishes.stay());
    this.show(isLast ? "last warning" : "warning", first, signOut);
  }

  over(endedAt: number): void {
    this.heading.textContent = `You were signed out at ${timeOf(endedAt)}`;
    this.words.textContent = STILL_HERE;
    const signIn = make(
      "a",
      { class: "govuk-button", href: paths.account.signIn(), target: "_blank" },
      "Sign in again",
    );
    this.show("over", signIn, this.closing("secondary"));
  }

  say(trouble: string): void {
    this.trouble.textContent = trouble;
  }

  /** The session goes on. */
  close(): void {
    this.said = null;
    this.box.close();
  }

  /** Once for each thing there is to say: what was put away does not come back. */
  private show(what: Shown, ...buttons: HTMLElement[]): void {
    if (this.said === what) return;
    this.said = what;
    this.say("");
    this.buttons.replaceChildren(...buttons);
    if (!this.box.open) this.box.showModal();
    buttons[0]?.focus();
  }

  private closing(variant: Variant): HTMLButtonElement {
    return button("Close", variant, () => this.box.close());
  }
}

function button(words: string, variant: Variant, press: () => void): HTMLButtonElement {
  const made = make("button", { type: "button", class: `govuk-button govuk-button--${variant}` }, words);
  made.addEventListener("click", press);
  return made;
}

function timeOf(instant: number): string {
  return new Date(instant).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
}
