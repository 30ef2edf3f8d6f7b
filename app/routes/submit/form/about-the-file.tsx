import { Inset } from "~/components/inset";
import type { ReportingYear } from "~/domain/calendar/reporting-year";
import type { Problem } from "~/domain/returns/problem";
import { paths } from "~/paths";

interface AboutTheFileProps {
  year: ReportingYear;
  fileName: string;
  typed: boolean;
  problems: readonly Problem[];
  ofFile: readonly Problem[];
}

/** Where the answers came from, and the choice to mend them here or in the file. */
export function AboutTheFile({ year, fileName, typed, problems, ofFile }: AboutTheFileProps) {
  if (typed) {
    return <p>These answers began with the file {fileName} and were changed on screen. The file is kept as it came.</p>;
  }
  const marked = problems.some(({ severity }) => severity !== "note");
  const beyondTheGrid = ofFile.some(({ severity }) => severity === "must-fix");
  return (
    <Inset>
      <p>
        These are the answers of your file {fileName}.{" "}
        {marked && "Put them right here, or in your file, whichever you prefer."}
      </p>
      {marked && (
        <ul>
          <li>
            Here: change the answers below and choose “Save and continue”.
            {beyondTheGrid &&
              " What is wrong with other rows of the file then no longer matters; ages it left in doubt are blank below."}
          </li>
          <li>
            In your file: <a href={paths.submit.marked(year)}>download your file with the problems marked</a> (two
            columns are added at its right), correct it and <a href={paths.submit.upload(year)}>upload it again</a>. You
            can leave the two columns in.
          </li>
        </ul>
      )}
    </Inset>
  );
}
