import { Details } from "~/components/details";
import type { ReportingYear } from "~/domain/calendar/reporting-year";
import { AGE_BANDS, lineText } from "~/domain/returns/return";
import { paths } from "~/paths";

/** What an answer may be, for whoever hesitates. */
export function WhatToWrite({ year }: { year: ReportingYear }) {
  return (
    <Details summary="What can I write, and which child counts where?">
      <ul>
        <li>A whole number: 12. If there were none: 0.</li>
        <li>A range, if you do not give small numbers: &lt;5, or 1 to 4.</li>
        <li>
          “not held” where you do not hold the figure, or “refused s12” with the section. For a whole question, or all
          four, <a href={paths.submit.otherAnswer(year)}>answer in another way</a>: you can say who holds it, or why.
        </li>
        <li>Nothing, beside an age you do not take.</li>
      </ul>
      <p>Count each child once, by age in completed months on the day the referral was received:</p>
      <ul>
        {AGE_BANDS.map((band) => (
          <li key={band}>
            {lineText(band).label}: {lineText(band).reading}
          </li>
        ))}
        <li>
          {lineText("all").label}: {lineText("all").reading}
        </li>
      </ul>
    </Details>
  );
}
