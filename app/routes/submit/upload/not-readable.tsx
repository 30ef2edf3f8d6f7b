import { Inset } from "~/components/inset";
import type { ReportingYear } from "~/domain/calendar/reporting-year";
import type { Problem } from "~/domain/returns/problem";
import { paths } from "~/paths";

/** The file is no return that could be read. That is said alone, since no cell can be put right before it is. */
export function NotReadable({ year, problems }: { year: ReportingYear; problems: readonly Problem[] }) {
  const patients = problems.some(({ code }) => code === "patient-level-data");
  return (
    <Inset>
      <p>
        Nothing of this file was kept{patients && ": we never store details of single children"}. What you had saved
        before is as it was.
      </p>
      <p>
        Mend the file as it says above and upload it again, or{" "}
        <a href={paths.submit.template(year)}>download the template for your trust</a>, or{" "}
        <a href={paths.submit.form(year)}>type your answers on screen</a>.
      </p>
    </Inset>
  );
}
