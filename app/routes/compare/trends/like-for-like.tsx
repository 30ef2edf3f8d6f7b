import { changeLikeForLike } from "~/components/charts/change-like-for-like";
import { Figure } from "~/components/charts/figure";
import { DataTable } from "~/components/data-table";
import { Details } from "~/components/details";
import { releasesInWords } from "~/components/releases-in-words";
import type { StoredRelease } from "~/db/releases";
import { formatDay } from "~/domain/calendar/day";
import { formatYear } from "~/domain/calendar/reporting-year";
import type { ReleaseContent } from "~/domain/disclosure/release-content";
import { changeInWords, figureOrRange } from "~/domain/statistics/in-words";

type Pair = NonNullable<ReleaseContent["likeForLike"]>;

const TITLE = "Children aged 0–2 referred to the same trusts";

/** How the same trusts changed: each pair of years over the trusts with comparable figures in both. */
export function LikeForLike({ releases }: { releases: readonly StoredRelease[] }) {
  const pairs = releases.flatMap(({ content }) => content.likeForLike ?? []);
  const latest = releases.at(-1);
  if (pairs.length === 0 || latest === undefined) {
    return <p>Change can be shown once two years that follow each other are released.</p>;
  }
  const names = new Map(releases.flatMap(({ content }) => content.trusts.map(({ ods, name }) => [ods, name] as const)));
  const chart = changeLikeForLike(
    { id: "change", title: TITLE },
    pairs.map(({ from, to, units, referred02 }) => {
      return { from, to, trusts: units.length, before: referred02.from, after: referred02.to };
    }),
  );
  return (
    <section aria-labelledby="like-for-like">
      <h2 className="govuk-heading-l" id="like-for-like">
        The same trusts, like for like
      </h2>
      <Figure
        chart={chart}
        source={`answers of the trusts to the Parent-Infant Foundation; ${releasesInWords(releases)}`}
        date={formatDay(latest.releasedOn)}
      >
        <DataTable
          caption={TITLE}
          rows={pairs}
          rowKey={({ to }) => to}
          columns={[
            {
              key: "years",
              oneLine: true,
              header: "Years",
              heads: true,
              cell: ({ from, to }) => `${formatYear(from)} to ${formatYear(to)}`,
            },
            { key: "trusts", header: "Trusts in both", numeric: true, cell: ({ units }) => units.length },
            {
              key: "from",
              header: "Earlier year",
              numeric: true,
              cell: ({ referred02 }) => figureOrRange(referred02.from),
            },
            { key: "to", header: "Later year", numeric: true, cell: ({ referred02 }) => figureOrRange(referred02.to) },
            {
              key: "change",
              header: "Change",
              numeric: true,
              cell: ({ change }) => (change.relative === null ? "too few to say" : changeInWords(change.relative)),
            },
          ]}
        />
      </Figure>
      {pairs.map((pair) => (
        <WhoIsCompared key={pair.to} pair={pair} names={names} />
      ))}
    </section>
  );
}

interface WhoIsComparedProps {
  pair: Pair;
  names: ReadonlyMap<string, string>;
}

function WhoIsCompared({ pair: { from, to, units, joined, left, broken }, names }: WhoIsComparedProps) {
  const lists = [
    { words: "With comparable figures in both years", codes: units },
    { words: "With figures in the later year only", codes: joined },
    { words: "With figures in the earlier year only", codes: left },
    { words: "Left out because a service moved in between", codes: broken },
  ];
  return (
    <Details summary={`Who is compared, ${formatYear(from)} to ${formatYear(to)}`}>
      {lists.map(({ words, codes }) => (
        <p key={words}>
          {words} ({codes.length}): {codes.length === 0 ? "none" : codes.map((ods) => names.get(ods) ?? ods).join("; ")}
        </p>
      ))}
    </Details>
  );
}
