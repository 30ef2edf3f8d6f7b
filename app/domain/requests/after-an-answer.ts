import { addDays, type Day } from "../calendar/day";
import { countWorkingDays, type WorkingDayCount } from "../calendar/working-days";

/**
 * The last day to ask a trust for an internal review: 40 working days after its answer. The review is not in the Act
 * but in the s.45 code of practice (Cabinet Office, July 2018).
 */
export function reviewAskedBy(answeredOn: Day): WorkingDayCount {
  return countWorkingDays(answeredOn, 40);
}

/**
 * When a trust should answer an internal review: in 20 working days, or 40 where it is complex; after those it is
 * overdue and the Information Commissioner looks without it (s.45 code of practice). Asked for on 7 May 2024: by 5 June,
 * or by 3 July 2024.
 */
export function reviewAnswerBy(requestedOn: Day): { normal: WorkingDayCount; exceptional: WorkingDayCount } {
  return { normal: countWorkingDays(requestedOn, 20), exceptional: countWorkingDays(requestedOn, 40) };
}

/** The last day of the six calendar weeks, from the final answer or the last substantive contact, for a s.50 complaint (ico.org.uk). */
export function complaintMadeBy(lastContact: Day): Day {
  return addDays(lastContact, 42);
}
