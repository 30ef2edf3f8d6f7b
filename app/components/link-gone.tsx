import type { ReactNode } from "react";
import { Narrow } from "./narrow";
import { PageHeading } from "./page-heading";

/** For what was used, is void or has expired, such as the link of an email; nobody is told which. */
export function LinkGone({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <Narrow>
      <PageHeading>{heading}</PageHeading>
      {children}
    </Narrow>
  );
}
