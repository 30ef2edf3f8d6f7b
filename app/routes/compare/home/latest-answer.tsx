import { Figure } from "~/components/charts/figure";
import { shareByYear } from "~/components/charts/share-by-year";
import { DataTable } from "~/components/data-table";
import { PageHeading } from "~/components/page-heading";
import type { StoredRelease } from "~/db/releases";
import { formatDay } from "~/domain/calendar/day";
import { formatYear } from "~/domain/calendar/reporting-year";
import { membershipOf, outOf, percentRange, shareInWords } from "~/domain/statistics/in-words";
import { paths } from "~/paths";

/** The answer in one screen: in words, then in one chart. */
export function LatestAnswer({ latest, releases }: { latest: StoredRelease; releases: readonly StoredRelease[] }) {
  const { year, response, acceptance, referralSize, pooled } = latest.content;
  const { any, all, none, partial } = acceptance;
  const inYears = [...releases].reverse();
  return (
    <>
      <PageHeading
        caption={`Mental health trusts in England, ${formatYear(year)}`}
        lead={
          <>
            <strong>{outOf(any.yes, any.known)}</strong> trusts whose answer is known take referrals of children aged
            0–2, at one age or more. {partial.yes} take them only in part, and {none.yes} take none.
          </>
        }
      >
        {headline(any)}
      </PageHeading>
      <ul className="govuk-list govuk-list--bullet answer">
        <li>
          {response.answered} of the {response.inScope} trusts in scope have answered
          {any.bounds && (
            <>: whatever the others would say, between {percentRange(any.bounds).replace(" to ", " and ")} take 0–2s</>
          )}
          .
        </li>
        <li>{outOf(all.yes, all.known)} take all three ages, from birth.</li>
        <li>
          Of the trusts that take 0–2s, {membershipOf(referralSize.classes["0-10"], referralSize.of)} had ten such
          referrals or fewer in the year.
        </li>
        {pooled.share && (
          <li>
            Children aged 0–2 were {shareInWords(pooled.share)} of all children aged 0–18 referred to the{" "}
            {pooled.trusts} trusts where both figures are known.
          </li>
        )}
      </ul>
      <h2 className="govuk-heading-l">Year by year</h2>
      <Figure
        chart={shareByYear({ id: "share", title: TITLE }, inYears.map(asShare))}
        source={`answers of the trusts to the Parent-Infant Foundation, release ${latest.number} of ${formatYear(year)}`}
        date={formatDay(latest.releasedOn)}
      >
        <DataTable
          caption={TITLE}
          rows={inYears}
          rowKey={(release) => release.year}
          columns={[
            { key: "year", oneLine: true, header: "Year", heads: true, cell: (release) => formatYear(release.year) },
            {
              key: "any",
              header: "Take 0–2s, of those known",
              numeric: true,
              cell: ({ content }) => outOf(content.acceptance.any.yes, content.acceptance.any.known),
            },
            {
              key: "bounds",
              header: "Of all in scope, at least and at most",
              numeric: true,
              cell: ({ content: { acceptance } }) =>
                acceptance.any.bounds === null ? "–" : percentRange(acceptance.any.bounds),
            },
            {
              key: "answered",
              header: "Answered",
              numeric: true,
              cell: ({ content: { response } }) => `${response.answered} of ${response.inScope}`,
            },
          ]}
        />
      </Figure>
      <p>
        The years cover whoever answered, so their counts must not be subtracted. See{" "}
        <a href={paths.compare.trends()}>how the same trusts changed</a>, or{" "}
        <a href={paths.compare.year({ year })}>every trust of {formatYear(year)}</a>.
      </p>
    </>
  );
}

const TITLE = "Trusts that take referrals of children aged 0–2";

/** A share is a headline only where the trusts without an answer could move it by at most this much. */
const FIRM = 0.1;

function headline({ yes, known, share, bounds }: StoredRelease["content"]["acceptance"]["any"]): string {
  if (share === null || bounds === null) return "No answer is known yet";
  return bounds.hi - bounds.lo <= FIRM
    ? `${Math.round(100 * share)}% of the mental health trusts that answered take babies and toddlers`
    : `Too few trusts have answered to say how many take babies and toddlers: ${yes} of ${known} do`;
}

function asShare({ year, content: { acceptance } }: StoredRelease) {
  const { yes, known, inScope, bounds } = acceptance.any;
  return { year, yes, known, inScope, low: bounds?.lo ?? 0, high: bounds?.hi ?? 1 };
}
