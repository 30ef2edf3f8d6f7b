import type { ReactNode } from "react";
import { Narrow } from "./narrow";
import { PageHeading } from "./page-heading";

/** For the link of a letter that was used, is void or has expired; nobody is told which. */
export function LinkGone({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <Narrow>
      <PageHeading>{heading}</PageHeading>
      {children}
    </Narrow>
  );
}
