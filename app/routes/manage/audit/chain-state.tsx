import { Inset } from "~/components/inset";
import { Warning } from "~/components/warning";
import { faultInWords } from "~/domain/audit/fault-in-words";
import { formatMoment } from "~/domain/calendar/day";
import type { AuditState } from "~/journeys/manage/audit-state";

/** Whether the entries follow on one another, as far as it was looked at just now, and when all were. */
export function ChainState({ state }: { state: AuditState }) {
  const { entries, verifiedNow, fault, unreadableHeads, lastHead, wholly } = state;
  return (
    <>
      {fault !== null && (
        <Warning>The log does not hold. {faultInWords(fault)} Have it looked into before you rely on it.</Warning>
      )}
      {fault === null && wholly !== null && !wholly.held && (
        <Warning>
          The log did not hold when the whole of it was last verified, on {moment(wholly.at)}: the entry “Fault found in
          the audit log” says where. Have it looked into before you rely on it.
        </Warning>
      )}
      {unreadableHeads > 0 && (
        <Warning>
          Some of the heads that are kept outside the database cannot be read: they were changed, or broken off.
        </Warning>
      )}
      <Inset>
        <p>
          <strong>{entries === 1 ? "1 entry." : `${entries.toLocaleString("en-GB")} entries.`}</strong>{" "}
          {fault === null &&
            `${newestInWords(verifiedNow, entries)} verified just now: each follows on the one before it.`}
        </p>
        <p>
          {lastHead === null
            ? "No head is kept outside the database yet; one is written every day."
            : `The last head was kept outside the database on ${moment(lastHead.at)}, at entry ${lastHead.id.toLocaleString("en-GB")}.`}{" "}
          {wholly?.held && `The whole log was last verified on ${moment(wholly.at)}, and held.`}
        </p>
      </Inset>
    </>
  );
}

function newestInWords(verified: number, of: number): string {
  if (verified >= of) return of === 1 ? "It was" : "All were";
  return verified === 1 ? "The newest was" : `The newest ${verified.toLocaleString("en-GB")} were`;
}

function moment(at: string): string {
  const instant = Date.parse(at);
  return Number.isNaN(instant) ? at : formatMoment(instant);
}
