import { expect, test } from "vitest";
import fixture from "../../../tests/fixtures/foi-due-dates.json";
import { day } from "../calendar/day";
import { reviewAnswerBy } from "./after-an-answer";
import { requestClock } from "./clock";
import { history } from "./history.fixture";
import { timeliness } from "./lateness";

type Case = (typeof fixture.cases)[number];

test.each(fixture.cases)("$id: $rule", (given) => {
  expect(answerTo(given)).toEqual(given.expect);
});

function answerTo({ id, type, input }: Case) {
  switch (type) {
    case "clarification": {
      const clock = clockOf(
        line("sent", input.requestReceived),
        line("clarification-requested", input.clarificationAsked),
        line("clarified", input.clarificationReceived),
      );
      return { due: clock.kind === "running" ? clock.due.to : null, paused: clock.kind === "paused" };
    }
    case "fees": {
      const clock = clockOf(
        line("sent", input.requestReceived),
        line("fee-notice", input.feesNoticeGiven),
        line("fee-received", input.feeReceived),
      );
      return clock.kind === "running" && { due: clock.due.to, disregardedWorkingDays: clock.due.disregarded };
    }
    case "public-interest": {
      const clock = clockOf(line("sent", input.requestReceived), line("extended", input.requestReceived));
      return (
        clock.kind === "running" && {
          section17NoticeDue: clock.due.to,
          icoNormalOuterLimit: clock.extension?.outerLimit.to,
        }
      );
    }
    case "internal-review": {
      const { normal, exceptional } = reviewAnswerBy(day(input.reviewRequested ?? ""));
      return { normal: normal.to, exceptional: exceptional.to };
    }
    case "lateness": {
      const result = timeliness(clockOf(line("sent", input.receipt)), day(input.answered ?? ""));
      return { late: result.kind === "late", workingDaysLate: result.kind === "late" ? result.workingDays : 0 };
    }
    default:
      throw new Error(`The case ${id} is of a kind that is not tested: ${type}.`);
  }
}

function line(kind: string, on: string | null | undefined): string[] {
  return on == null ? [] : [`${kind} ${on}`];
}

function clockOf(...lines: string[][]) {
  return requestClock(history(...lines.flat()));
}
