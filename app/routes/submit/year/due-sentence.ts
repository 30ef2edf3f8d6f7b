import { formatDayWithWeekday } from "~/domain/calendar/day";
import type { RequestState } from "~/domain/requests/state";

/** When an answer is due, in one sentence. */
export function dueSentence(state: RequestState, canSend: boolean): string {
  if (state.kind === "queried") return "The Foundation has a question about your answer.";
  if ("answer" in state) return "Your trust has answered. Thank you.";
  if (state.kind === "outcome-not-recorded") return "The portal does not know whether your trust answered.";
  if (state.kind === "fee-notice") return "You have asked for a fee. The clock stops until it reaches you.";
  if (state.kind === "clarification-asked") {
    return "You have asked us a question. The clock stops until our answer reaches you.";
  }
  if (state.clock.kind !== "running") return "There is no due date yet.";
  const by = formatDayWithWeekday(state.clock.answerBy);
  if (state.kind !== "overdue") return `Please answer by ${by}.`;
  return canSend
    ? `Your answer was due by ${by}. It is late, and still wanted: please send it as soon as you can.`
    : `Your answer was due by ${by}, and the portal has none.`;
}
