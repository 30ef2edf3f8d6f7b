import type { ReactNode } from "react";

/** The end of a journey: it worked, and here is the proof. Its title is the page's heading. */
export function Panel({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <div className="govuk-panel govuk-panel--confirmation">
      <h1 className="govuk-panel__title">{title}</h1>
      <div className="govuk-panel__body">{children}</div>
    </div>
  );
}
