import type { ReactNode } from "react";

/** How a state feels; the words in the tag say it. */
export type Tone = "neutral" | "accent" | "good" | "waiting" | "bad";

export function Tag({ tone = "neutral", children }: { tone?: Tone; children: ReactNode }) {
  return <strong className={`govuk-tag tag--${tone}`}>{children}</strong>;
}
