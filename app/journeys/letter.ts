import { howToReach } from "../domain/people/help";
import type { Context } from "./context";

export interface Letter {
  /** The same key is the same letter: it is queued and sent once. */
  readonly key: string;
  readonly to: string;
  readonly subject: string;
  /** Paragraph by paragraph; what everybody is sent says how to get help. */
  readonly says: readonly string[];
}

const FOOT =
  "Zero to Two is run by the Parent-Infant Foundation. We never ask for your password or a code by email or telephone.";

/** A letter as it is queued: whatever it is about, its subject names the service and its foot says who runs it. */
export function composeLetter({ clock }: Pick<Context, "clock">, { key, to, subject, says }: Letter) {
  return {
    key,
    to,
    subject: `${subject} – Zero to Two`,
    body: [...says, FOOT].join("\n\n"),
    queuedAt: clock.now(),
  };
}

/** The last paragraph of a letter that raises no alarm. */
export function forQuestions({ help }: Pick<Context, "help">): string {
  return `If you have a question, ${howToReach(help)}.`;
}
