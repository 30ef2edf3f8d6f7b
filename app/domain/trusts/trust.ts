import type { Day } from "../calendar/day";
import type { ReportingYear } from "../calendar/reporting-year";

/** One organisation of the register. `ods` is its NHS organisation code, `^[A-Z0-9]{3,6}$`. */
export interface Trust {
  readonly ods: string;
  readonly name: string;
  /** NHS England region of the head office. */
  readonly region: string;
  /** First day of existence; null where the register does not say (then: always open). */
  readonly opened: Day | null;
  /** Last day of existence; null while the trust exists. */
  readonly closed: Day | null;
  /** The trust that took over when this one closed. */
  readonly successor: string | null;
  /** The reporting years in which figures stop being comparable with earlier ones. */
  readonly breaks: readonly ReportingYear[];
}
