import type { ReactNode } from "react";
import { type Day, formatDay } from "../domain/calendar/day";
import { SERVICE } from "./page-title";
import { Warning } from "./warning";

interface RecoveryCodesProps {
  codes: readonly string[];
  email: string;
  /** The day they were made, so that of two sheets of paper one knows which still works. */
  on: Day;
  /** Where they are used. */
  signInAt: string;
  children: ReactNode;
}

/** Ten codes, shown this once. A script adds buttons that print and copy them. */
export function RecoveryCodes({ codes, email, on, signInAt, children }: RecoveryCodesProps) {
  return (
    <>
      <p className="on-screen">
        If your phone is lost or broken, you can sign in with one of these in place of the code. Each works once. Print
        this page, or save the codes in a password manager. Do not keep them only on your phone.
      </p>
      <div className="codes-to-keep" data-codes-to-keep>
        <h2 className="govuk-heading-m">
          {SERVICE} recovery codes for {email}
        </h2>
        <p>
          Made on {formatDay(on)}. Use one at {signInAt} when you are asked for your code. Dashes and capitals do not
          matter.
        </p>
        <ul className="recovery-codes" aria-label="Recovery codes">
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ul>
      </div>
      <Warning>They are shown this once. If you lose them, make new ones: the old ones then no longer work.</Warning>
      {children}
    </>
  );
}
