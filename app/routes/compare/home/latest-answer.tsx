import { Figure } from "~/components/charts/figure";
import { shareByYear } from "~/components/charts/share-by-year";
import { DataTable } from "~/components/data-table";
import { PageHeading } from "~/components/page-heading";
import { releasesInWords } from "~/components/releases-in-words";
import type { StoredRelease } from "~/db/releases";
import { formatDay } from "~/domain/calendar/day";
import { formatYear } from "~/domain/calendar/reporting-year";
import { membershipOf, outOf, percentRange, shareInWords } from "~/domain/statistics/in-words";
import { isFirm } from "~/domain/statistics/proportion";
import { paths } from "~/paths";

interface LatestAnswerProps {
  leading: StoredRelease;
  releases: readonly StoredRelease[];
}

/** The answer in one screen: in words, then in one chart. */
export function LatestAnswer({ leading, releases }: LatestAnswerProps) {
  const { year, response, acceptance, referralSize, pooled } = leading.content;
  const { any, all, none, partial } = acceptance;
  const inYears = [...releases].reverse();
  const notSaid = response.inScope - acceptance.known;
  const early = releases.filter((release) => release.year > year);
  return (
    <>
      <PageHeading
        caption={`Mental health trusts in England, ${formatYear(year)}`}
        lead={
          isFirm(any) && (
            <>
              <strong>{outOf(any.yes, any.known)}</strong> trusts whose answer is known take referrals of children aged
              0–2, at one age or more; {outOf(all.yes, all.known)} take all three ages. {partial.yes} take them only in
              part, and {none.yes} take none.
            </>
          )
        }
      >
        {headline(any)}
      </PageHeading>
      <ul className="govuk-list govuk-list--bullet answer">
        <li>
          {response.answered} of the {response.inScope} trusts in scope have answered, and {acceptance.known} have said
          whether they take 0–2s.{" "}
          {notSaid > 0 && any.bounds && (
            <>
              Whatever the other {notSaid} would say, {percentRange(any.bounds)} of all {response.inScope} take them.
            </>
          )}
        </li>
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
        {early.map(({ content }) => (
          <li key={content.year}>
            {formatYear(content.year)} is still being collected: {content.response.answered} of{" "}
            {content.response.inScope} trusts have answered.
          </li>
        ))}
      </ul>
      <h2 className="govuk-heading-l">Year by year</h2>
      <Figure
        chart={shareByYear({ id: "share", title: TITLE }, inYears.map(asShare))}
        source={`answers of the trusts to the Parent-Infant Foundation; ${releasesInWords(inYears)}`}
        date={formatDay(releases[0]?.releasedOn ?? leading.releasedOn)}
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

function headline(any: StoredRelease["content"]["acceptance"]["any"]): string {
  return isFirm(any) && any.share !== null
    ? `${Math.round(100 * any.share)}% of trusts whose answer is known take children aged 0–2`
    : "Too few trusts have answered to say how many take children aged 0–2";
}

function asShare({ year, content: { acceptance } }: StoredRelease) {
  const { yes, known, inScope, bounds } = acceptance.any;
  return { year, yes, known, inScope, low: bounds?.lo ?? 0, high: bounds?.hi ?? 1 };
}
