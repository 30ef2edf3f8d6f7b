import type { ReactNode } from "react";
import { type Day, formatDay } from "../domain/calendar/day";
import { Warning } from "./warning";

interface RecoveryCodesProps {
  codes: readonly string[];
  /** The day they were made, so that of two sheets of paper one knows which still works. */
  on: Day;
  children: ReactNode;
}

/** Ten codes, shown this once. */
export function RecoveryCodes({ codes, on, children }: RecoveryCodesProps) {
  return (
    <>
      <p>
        If your phone is lost or broken, you can sign in with one of these in place of the code. Each works once. Print
        this page, or keep the codes in a password manager; not on the same phone.
      </p>
      <p className="recovery-codes__made">Recovery codes made on {formatDay(on)}</p>
      <ul className="recovery-codes" aria-label="Recovery codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Warning>They are shown this once. If you lose them, make new ones: the old ones then no longer work.</Warning>
      {children}
    </>
  );
}
