import type { PanelYear } from "../statistics/like-for-like";
import type { TrustTotals } from "../statistics/totals";
import { intervalOf } from "./cell";
import type { ReleaseContent, TrustRow } from "./release-content";

/** A trust's totals as published: what every figure over several trusts is made of. A hidden total is not known. */
export function totalsOfRow(row: TrustRow): TrustTotals {
  return {
    ods: row.ods,
    category: row.category ?? "unknown",
    takes: row.takes ?? { "0-12m": "missing", "12-24m": "missing", "24-36m": "missing" },
    referred02: intervalOf(row.referred.total),
    referred018: intervalOf(row.referred.all),
    accessed02: intervalOf(row.accessed.total),
    accessed018: intervalOf(row.accessed.all),
  };
}

/** A released year, for comparison like for like with another. */
export function panelOf({ year, trusts }: Pick<ReleaseContent, "year" | "trusts">): PanelYear {
  return {
    year,
    answers: trusts.map((row) => ({
      ods: row.ods,
      transferred: row.state === "transferred",
      responded: row.state === "answered" || row.state === "not-accepted",
      referred02: intervalOf(row.referred.total),
    })),
  };
}
