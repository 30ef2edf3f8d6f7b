import { releasesOf } from "../../db/releases";
import { findRequest } from "../../db/requests";
import type { ReportingYear } from "../../domain/calendar/reporting-year";
import { STANDARD_POLICY } from "../../domain/disclosure/policy";
import { publishedRow } from "../../domain/disclosure/published-row";
import type { TrustRow } from "../../domain/disclosure/release-content";
import type { Officer } from "../../domain/people/person";
import type { Figures } from "../../domain/returns/return";
import type { Context } from "../context";

/**
 * The line that the next release of the year would show of the trust if it held these figures: made by the release's own
 * rules, and hidden so that it gives nothing away together with what was released before.
 */
export async function publicLine(
  { db }: Context,
  { trust }: Officer,
  year: ReportingYear,
  figures: Figures,
): Promise<TrustRow> {
  const [request, releases] = [await findRequest(db, trust.ods, year), await releasesOf(db, year)];
  const earlier = releases.flatMap(({ content }) => content.trusts.filter(({ ods }) => ods === trust.ods));
  const answer = { state: "answered", figures, footnotes: [] } as const;
  const row = { ...trust, region: request?.trust.region ?? "", added: false, answer };
  return publishedRow(row, STANDARD_POLICY, earlier);
}
