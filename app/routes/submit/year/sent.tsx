import { Button, ButtonGroup, ButtonLink } from "~/components/button";
import { ExplanationList } from "~/components/explanation-list";
import { FiguresTable } from "~/components/figures-table";
import type { StoredReturn } from "~/db/returns";
import { formatDay } from "~/domain/calendar/day";
import type { ReportingYear } from "~/domain/calendar/reporting-year";
import { openedFor, paths } from "~/paths";

interface SentProps {
  year: ReportingYear;
  ods: string;
  /** At least one. */
  versions: readonly StoredReturn[];
  canAmend: boolean;
}

/** What the trust sent last, and what can be done about it. */
export function Sent({ year, ods, versions, canAmend }: SentProps) {
  const latest = versions.at(-1);
  if (latest === undefined) return null;
  const asVersion = versions.length > 1 ? `, version ${latest.version}` : "";
  return (
    <section aria-labelledby="sent">
      <h2 className="govuk-heading-m" id="sent">
        What you sent
      </h2>
      <FiguresTable figures={latest.figures} caption={`Sent on ${formatDay(latest.declaredOn)}${asVersion}`} />
      <ExplanationList explanations={latest.explanations} />
      <ButtonGroup>
        <ButtonLink href={paths.submit.receipt(year)}>See the receipt</ButtonLink>
        {canAmend && (
          <form method="post" action={openedFor(ods, paths.submit.amend(year))}>
            <Button variant="secondary">Change your answers</Button>
          </form>
        )}
        {versions.length > 1 && <a href={paths.submit.versions(year)}>See all {versions.length} versions</a>}
      </ButtonGroup>
    </section>
  );
}
