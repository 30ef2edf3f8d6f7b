import { NOT_KEPT_IN_WORDS, reasonNotToKeep } from "../../domain/returns/not-kept";
import { type AnswerTexts, sameTexts } from "../../domain/returns/texts";
import type { GridFacts } from "./contract";
import type { Fields } from "./fields";
import { type Answer, type Outcome, outcomeOf, pauseAfter } from "./outcome";
import type { SavedLine } from "./saved-line";

const AFTER_LAST_CHANGE_MS = 1_000;
const PATIENCE_MS = 20_000;
/** Browsers send no more than 64 KiB on behalf of a page that is gone. */
const MOST_SENT_AFTERWARDS = 60_000;

/** Keeps what is typed as the trust's draft: one attempt at a time, and nothing while nothing has changed. */
export class Keeping {
  /** What the draft says; null where that is not known here. */
  private kept: AnswerTexts | null;
  /** What the portal would not take; not sent again as it stands. */
  private refused: AnswerTexts | null;
  /** Sent and not answered. It may have been saved, so it is sent again before anything else. */
  private inDoubt: AnswerTexts | null = null;
  private underWay: Promise<Outcome> | null = null;
  private isStopped: boolean;
  private failures = 0;
  private next: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly fields: Fields,
    private readonly seen: HTMLInputElement,
    private readonly line: SavedLine,
    private readonly facts: GridFacts,
  ) {
    const asSent = fields.textsAsSent();
    this.kept = facts.standing === "saved" ? asSent : null;
    this.refused = facts.standing === "saved" ? null : asSent;
    this.isStopped = facts.standing === "to decide";
  }

  /** Whether anything would be lost with the page. */
  get isUnsaved(): boolean {
    return this.kept === null || this.inDoubt !== null || !sameTexts(this.fields.texts(), this.kept);
  }

  /** Whether nothing is under way, and nothing waits to be sent. */
  get isAtRest(): boolean {
    return this.underWay === null && !this.isToBeSent();
  }

  /** Something was typed: it is kept once nothing more was for a while. */
  changed(): void {
    if (this.isStopped) return;
    const reason = reasonNotToKeep(this.fields.texts());
    if (reason !== null) this.line.trouble(NOT_KEPT_IN_WORDS[reason.kind]);
    else if (!this.isUnsaved) this.line.saved();
    // After a failure the next attempt has its time already.
    if (this.failures === 0) this.tryIn(AFTER_LAST_CHANGE_MS);
  }

  /** Things may have changed for the better: an attempt that waits is made now. */
  retry(): void {
    if (this.failures > 0) this.now();
  }

  /** Makes an attempt now, where there is anything to send. */
  now(): void {
    clearTimeout(this.next);
    if (this.underWay === null && this.isToBeSent()) void this.attempt();
  }

  /** Waits until everything is kept, or gives the outcome that stands in the way. */
  async settled(): Promise<Outcome | null> {
    clearTimeout(this.next);
    await this.underWay;
    while (this.isToBeSent()) {
      const outcome = await this.attempt();
      if (outcome.kind !== "saved") return outcome;
    }
    return null;
  }

  private isToBeSent(): boolean {
    if (this.isStopped || !this.isUnsaved) return false;
    const texts = this.toSend();
    return reasonNotToKeep(texts) === null && !(this.refused !== null && sameTexts(texts, this.refused));
  }

  private toSend(): AnswerTexts {
    return this.inDoubt ?? this.fields.texts();
  }

  private tryIn(pause: number): void {
    clearTimeout(this.next);
    this.next = setTimeout(() => this.now(), pause);
  }

  private attempt(): Promise<Outcome> {
    const texts = this.toSend();
    this.underWay = this.send(texts).then((answer) => {
      const outcome = outcomeOf(answer);
      this.underWay = null;
      this.take(texts, outcome);
      return outcome;
    });
    return this.underWay;
  }

  private take(texts: AnswerTexts, outcome: Outcome): void {
    this.inDoubt = outcome.kind === "later" ? texts : null;
    this.failures = outcome.kind === "later" ? this.failures + 1 : 0;
    if (outcome.kind === "saved") {
      this.kept = texts;
      this.refused = null;
      this.seen.value = outcome.draftId;
      this.line.saved(outcome.says);
    } else {
      this.line.trouble(outcome.says, outcome.kind === "later" && outcome.signIn);
    }
    if (outcome.kind === "stop") this.isStopped = true;
    if (outcome.kind === "refused") this.refused = texts;
    if (outcome.kind === "later") this.tryIn(pauseAfter(this.failures));
    // More may have been typed meanwhile.
    else this.changed();
  }

  /** Null where no answer came. Also for a page that is being left, so that what was typed last is not lost. */
  private async send(texts: AnswerTexts): Promise<Answer | null> {
    const body = new URLSearchParams({ seen: this.seen.value, texts: JSON.stringify(texts) });
    try {
      const response = await fetch(this.facts.keep, {
        method: "POST",
        body,
        redirect: "manual",
        keepalive: body.toString().length < MOST_SENT_AFTERWARDS,
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      return {
        status: response.status,
        redirected: response.type === "opaqueredirect",
        body: await response.text(),
      };
    } catch {
      return null;
    }
  }
}
