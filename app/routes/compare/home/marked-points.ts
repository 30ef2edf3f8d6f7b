import type { PublishedShare } from "~/components/charts/share-by-year";
import type { PublishedFigure } from "~/db/published-figures";

// The 2019 figure is of areas that did not accept; the chart shows who does. Its complement keeps its own unit and words.
const ACCEPTING = [
  { year: "2019", statement: "areas that did not accept referrals for children aged 0-2", refused: true },
  { year: "2024", statement: "trusts that take referrals for 0-2s", refused: false },
];

/** Who takes 0–2s, as others published it: marked points of unlike units, never joined. */
export function markedPoints(published: readonly PublishedFigure[]): PublishedShare[] {
  return ACCEPTING.flatMap(({ year, statement, refused }) => {
    const figure = published.find((one) => one.year === year && one.statement === statement);
    if (figure === undefined) return [];
    const share = Number.parseFloat(figure.value) / 100;
    const value = refused ? 1 - share : share;
    const unit = refused ? "of areas (CCGs)" : "of trusts";
    const source = refused ? "Rare Jewels (2019)" : "Who is holding the baby? (2025), section 4.5";
    return [{ year, value, label: `${Math.round(100 * value)}% ${unit}`, source }];
  });
}
