import type { ReactNode } from "react";

interface PageHeadingProps {
  /** What the page belongs to, as in "Return for 2022–23". */
  caption?: ReactNode;
  children: ReactNode;
  /** One or two sentences that say what the page is for. */
  lead?: ReactNode;
}

/** The one heading of a page. */
export function PageHeading({ caption, children, lead }: PageHeadingProps) {
  return (
    <header className="page-heading">
      <h1 className="govuk-heading-xl">
        {caption && <span className="govuk-caption-xl">{caption} </span>}
        {children}
      </h1>
      {lead && <p className="govuk-body-l">{lead}</p>}
    </header>
  );
}
