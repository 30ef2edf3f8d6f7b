import type { RequestState, RequestStateKind } from "../domain/requests/state";
import { REQUEST_STATES } from "../domain/requests/state";
import { Tag, type Tone } from "./tag";

const TONES: Readonly<Record<RequestStateKind, Tone>> = {
  "not-sent": "neutral",
  undelivered: "bad",
  overdue: "bad",
  waiting: "waiting",
  "clarification-asked": "waiting",
  "fee-notice": "waiting",
  answered: "accent",
  "part-answered": "accent",
  queried: "waiting",
  refused: "neutral",
  "not-held": "neutral",
  transferred: "neutral",
  accepted: "good",
  "outcome-not-recorded": "neutral",
};

/** The state of a request, in words on a colour. */
export function RequestStateTag({ kind }: Pick<RequestState, "kind">) {
  return <Tag tone={TONES[kind]}>{REQUEST_STATES[kind]}</Tag>;
}
