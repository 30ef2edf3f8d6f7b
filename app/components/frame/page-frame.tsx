import type { ReactNode } from "react";
import { DemonstrationBanner } from "./demonstration-banner";
import { Masthead, type Reader } from "./masthead";
import { SiteFooter } from "./site-footer";

interface PageFrameProps {
  demonstration: boolean;
  reader: Reader;
  pathname: string;
  children: ReactNode;
}

/** What stands around every page. */
export function PageFrame({ demonstration, reader, pathname, children }: PageFrameProps) {
  return (
    <>
      <a href="#main-content" className="govuk-skip-link">
        Skip to main content
      </a>
      {demonstration && <DemonstrationBanner />}
      <Masthead reader={reader} pathname={pathname} />
      <div className="page govuk-width-container">
        <main className="govuk-main-wrapper" id="main-content" tabIndex={-1}>
          {children}
        </main>
      </div>
      <SiteFooter />
    </>
  );
}
