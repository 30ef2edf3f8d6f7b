import { Details } from "~/components/details";
import { Inset } from "~/components/inset";
import { Warning } from "~/components/warning";
import { faultInWords } from "~/domain/audit/fault-in-words";
import { formatMoment } from "~/domain/calendar/day";
import type { AuditState } from "~/journeys/manage/audit-state";

/** Whether the entries follow on one another, as far as it was looked at just now, and when all were. */
export function ChainState({ state }: { state: AuditState }) {
  const { entries, verifiedNow, fault, unreadableHeads, lastHead, wholly } = state;
  const isSound = fault === null && wholly?.held !== false && unreadableHeads === 0;
  return (
    <>
      {fault !== null && (
        <Warning>
          The log is not as the portal wrote it. {faultInWords(fault)} Have it looked into before you rely on it.
        </Warning>
      )}
      {fault === null && wholly !== null && !wholly.held && (
        <Warning>
          The log was not as the portal wrote it when the whole of it was last checked, on {moment(wholly.at)}: the
          entry “Fault found in the audit log” says where. Have it looked into before you rely on it.
        </Warning>
      )}
      {unreadableHeads > 0 && (
        <Warning>
          Some of the seals that are kept outside the database cannot be read: they were changed, or broken off.
        </Warning>
      )}
      <Inset>
        <p>
          {isSound && <strong>No sign of tampering. </strong>}
          {fault === null && `${checkedNow(verifiedNow, entries)} checked just now`}
          {fault === null && wholly?.held && `; the whole log on ${moment(wholly.at)}`}
          {fault === null && "."}
          {fault !== null && `There are ${counted(entries)}.`}
        </p>
        {fault === null && wholly === null && <p>The whole log is checked once a day, and was not checked yet.</p>}
      </Inset>
      <Details summary="How this is checked">
        <p>
          Each entry carries a seal made with a secret key of the portal from what it says and from the seal of the
          entry before it. An entry that was changed, removed, moved or put in later breaks the seals after it.
        </p>
        <p>
          {lastHead === null
            ? "The seal of the last entry is also kept outside the database, once a day; none is kept there yet."
            : `The seal of the last entry is also kept outside the database, once a day: last on ${moment(lastHead.at)}, at entry ${lastHead.id.toLocaleString("en-GB")}.`}{" "}
          So even somebody who has the key cannot rewrite what stood before it unnoticed. This page checks the entries
          since then; the whole log is checked once a day.
        </p>
      </Details>
    </>
  );
}

const counted = (entries: number) => (entries === 1 ? "1 entry" : `${entries.toLocaleString("en-GB")} entries`);

function checkedNow(checked: number, of: number): string {
  if (checked >= of) return of === 1 ? "The one entry was" : `All ${counted(of)} were`;
  const latest = checked === 1 ? "The latest" : `The latest ${checked.toLocaleString("en-GB")}`;
  return `${latest} of ${counted(of)} ${checked === 1 ? "was" : "were"}`;
}

function moment(at: string): string {
  const instant = Date.parse(at);
  return Number.isNaN(instant) ? at : formatMoment(instant);
}
