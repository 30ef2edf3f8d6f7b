import type { Day } from "../calendar/day";
import { countWorkingDays, type Period, type WorkingDayCount } from "../calendar/working-days";
import { isAnswer } from "./answer";
import { type EventKind, inOrder, type RequestEvent } from "./event";

/** Freedom of Information Act 2000 s.10(1): not later than the twentieth working day following the date of receipt. */
export const WORKING_DAYS_TO_ANSWER = 20;
/** ICO guidance on s.10(3): normally no more than 20 further working days for the public interest test, 40 in all. */
export const WORKING_DAYS_WITH_EXTENSION = 40;

export type Clock =
  /** Nothing has been sent. */
  | { readonly kind: "not-started" }
  /** What was sent did not arrive; `on` is the day it came back. */
  | { readonly kind: "undelivered"; readonly on: Day | null }
  /** The source does not give a day the count needs. There is no due date, and none is guessed. */
  | { readonly kind: "unknown"; readonly why: string }
  /** The trust waits for an answer or a fee and need not answer meanwhile (s.1(3), s.9(2)). There is no due date. */
  | { readonly kind: "paused"; readonly for: "clarification" | "fee"; readonly since: Day | null }
  | RunningClock;

export interface RunningClock {
  readonly kind: "running";
  /** What made day 0 the date of receipt: the day it was delivered if that is recorded, else the day it was sent. */
  readonly receivedBy: "sent" | "delivered" | "clarified";
  /** The twentieth working day with its working. `due.from` is the date of receipt, `due.to` the due date. */
  readonly due: WorkingDayCount;
  /** s.10(3): the s.17(1) notice stays due on `due.to`; the answer itself, by ICO guidance, on `outerLimit.to`. */
  readonly extension: { readonly noticeOn: Day | null; readonly outerLimit: WorkingDayCount } | null;
  /** The last day on which an answer is in time: the due date, or the outer limit of an extension. */
  readonly answerBy: Day;
}

/**
 * The statutory clock of one request, from its events in any order, as it stood at the first answer or stands now.
 * Sent on 21 March 2024: running, due 22 April 2024. Clarification asked for: paused, then a fresh twenty days from the
 * day it arrives, since that becomes the date of receipt (s.10(6)(b)). A fee notice: the working days from notice to
 * payment, both included, are disregarded (s.10(2)). Throws OutsideHolidayTable for a day the holiday table does not cover.
 */
export function requestClock(events: readonly RequestEvent[]): Clock {
  const ordered = inOrder(events);
  const answered = ordered.findIndex(isAnswer);
  const open = answered === -1 ? ordered : ordered.slice(0, answered);
  return readClock(open.reduce((course, event) => MOVES[event.kind]?.(course, event) ?? course, NOTHING_SENT));
}

/** What is known of a request part of the way through its events. */
interface Course {
  /** The event that gives the date of receipt. */
  readonly receipt: RequestEvent | null;
  /** The last message to the trust. */
  readonly message: RequestEvent | null;
  /** How things stood before that message, while it may still bounce. */
  readonly unsaid: Course | null;
  readonly bounce: RequestEvent | null;
  readonly clarification: RequestEvent | null;
  readonly feeNotice: RequestEvent | null;
  readonly fees: readonly { readonly notice: RequestEvent; readonly paid: RequestEvent }[];
  readonly extension: RequestEvent | null;
}

const NOTHING_SENT: Course = {
  receipt: null,
  message: null,
  unsaid: null,
  bounce: null,
  clarification: null,
  feeNotice: null,
  fees: [],
  extension: null,
};

const MOVES: Readonly<Partial<Record<EventKind, (course: Course, event: RequestEvent) => Course>>> = {
  // A second copy does not make the request a new one.
  sent: (course, event) => ({ ...course, receipt: course.receipt ?? event, message: event, unsaid: course }),
  chased: (course, event) => ({ ...course, message: event, unsaid: course }),
  clarified: (course, event) => ({
    ...course,
    receipt: event,
    clarification: null,
    extension: null,
    message: event,
    unsaid: course,
  }),
  delivered: (course, event) => {
    const startsClock = course.receipt === null || (course.receipt === course.message && event.on !== null);
    return { ...course, receipt: startsClock ? event : course.receipt, unsaid: null };
  },
  // What bounced was never said: a request that did not arrive is not running, a chaser that did not changes nothing.
  bounced: (course, event) => ({ ...(course.unsaid ?? course), unsaid: null, bounce: event }),
  // Whoever replies has received.
  acknowledged: (course) => ({ ...course, unsaid: null }),
  "clarification-requested": (course, event) => ({
    ...course,
    unsaid: null,
    clarification: course.clarification ?? event,
  }),
  "fee-notice": (course, event) => ({ ...course, unsaid: null, feeNotice: course.feeNotice ?? event }),
  "fee-received": (course, event) => ({
    ...course,
    feeNotice: null,
    fees: course.feeNotice === null ? course.fees : [...course.fees, { notice: course.feeNotice, paid: event }],
  }),
  extended: (course, event) => ({ ...course, unsaid: null, extension: event }),
};

function readClock({ receipt, bounce, clarification, feeNotice, fees, extension }: Course): Clock {
  if (clarification !== null) return { kind: "paused", for: "clarification", since: clarification.on };
  if (feeNotice !== null) return { kind: "paused", for: "fee", since: feeNotice.on };
  if (receipt === null) return bounce === null ? { kind: "not-started" } : { kind: "undelivered", on: bounce.on };
  if (receipt.on === null) return { kind: "unknown", why: UNKNOWN_RECEIPT };

  const disregarding = fees.flatMap(({ notice, paid }): Period[] =>
    notice.on === null || paid.on === null ? [] : [{ first: notice.on, last: paid.on }],
  );
  if (disregarding.length < fees.length) return { kind: "unknown", why: UNKNOWN_FEE_DAYS };

  const due = countWorkingDays(receipt.on, WORKING_DAYS_TO_ANSWER, disregarding);
  const extended = extension && {
    noticeOn: extension.on,
    outerLimit: countWorkingDays(receipt.on, WORKING_DAYS_WITH_EXTENSION, disregarding),
  };
  return {
    kind: "running",
    receivedBy: receipt.kind === "delivered" || receipt.kind === "clarified" ? receipt.kind : "sent",
    due,
    extension: extended,
    answerBy: (extended?.outerLimit ?? due).to,
  };
}

const UNKNOWN_RECEIPT = "The source does not say on which day the trust received the request, so there is no due date.";
const UNKNOWN_FEE_DAYS = "The source does not say when the fee was asked for or paid, so there is no due date.";
