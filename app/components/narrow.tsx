import type { ReactNode } from "react";

/** A page that is one short form, or some paragraphs: lines of a length that reads well. */
export function Narrow({ children }: { children: ReactNode }) {
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">{children}</div>
    </div>
  );
}
