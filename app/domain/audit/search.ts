import { asDay, type Day } from "../calendar/day";
import { isAction } from "./actions";
import { OUTCOMES } from "./entry";

/** What is looked for in the audit log; an empty text takes all. */
export interface AuditSearch {
  /** The id of a person, or `nobody` for the portal itself and visitors. */
  readonly person: string;
  /** An ODS code. */
  readonly trust: string;
  /** A slug of the catalogue of actions. */
  readonly did: string;
  readonly outcome: string;
  /** The first day in London, and the last; of the years 2000 to 2999. */
  readonly from: Day | "";
  readonly to: Day | "";
}

/**
 * Reads a search from texts that anybody may have written. What is none of these is left out, so that nothing that
 * somebody typed is searched for or, by an export, recorded.
 * Example: `did: "return-declared", outcome: "maybe"` searches for declared returns of any outcome.
 */
export function readSearch(text: (name: keyof AuditSearch) => string | null): AuditSearch {
  const matching = (name: keyof AuditSearch, form: RegExp) => form.exec(text(name) ?? "")?.[0] ?? "";
  const dayIn = (name: "from" | "to") => asDay(matching(name, /^2\d{3}-\d{2}-\d{2}$/)) ?? "";
  const did = text("did") ?? "";
  return {
    person: matching("person", /^[a-z0-9]{1,40}$/),
    trust: matching("trust", /^[A-Z0-9]{3,6}$/),
    did: isAction(did) ? did : "",
    outcome: OUTCOMES.find((known) => known === text("outcome")) ?? "",
    from: dayIn("from"),
    to: dayIn("to"),
  };
}
