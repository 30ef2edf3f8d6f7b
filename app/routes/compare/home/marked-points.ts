import type { PublishedShare } from "~/components/charts/share-by-year";
import type { PublishedFigure } from "~/db/published-figures";

const POINTS = [
  {
    year: "2019",
    statement: "areas that did not accept referrals for children aged 0-2",
    unit: "of areas (CCGs)",
    source: "Rare Jewels (2019)",
  },
  {
    year: "2024",
    statement: "trusts that do not accept referrals of 0-2s",
    unit: "of trusts that answered",
    source: "Who is holding the baby? (2025), section 4.5",
  },
];

/** Who took no 0–2s, as others published it: marked points of unlike units, never joined. */
export function markedPoints(published: readonly PublishedFigure[]): PublishedShare[] {
  return POINTS.flatMap(({ year, statement, unit, source }) => {
    const figure = published.find((one) => one.year === year && one.statement === statement);
    if (figure === undefined) return [];
    return [{ year, value: Number.parseFloat(figure.value) / 100, label: `${figure.value} ${unit}`, source }];
  });
}
