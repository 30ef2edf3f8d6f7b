import type { Interval } from "../count/count";
import { AGE_BANDS, MEASURES, type Measure } from "../returns/return";
import { accessTotals, pooled as poolOf } from "../statistics/pooled";
import { SIZE_CLASSES, referralSize as sizesOf } from "../statistics/referral-size";
import type { DerivedCell, PublishedCell } from "./cell";
import type { PublishedMeasure } from "./hide";
import { ANY_COUNT, both, narrowed, publicRange, type Row } from "./outsider";
import { isSmall, isTooTight, type Policy, type Range, reachesSmall } from "./policy";
import { totalsOfRow } from "./published-totals";
import type { ReleaseContent, TrustRow, Withheld } from "./release-content";

/** What the audit found. A release without failures may be shown to the public. */
export interface Audit {
  /** Sentences for staff. They name cells, never counts. */
  readonly failures: readonly string[];
  readonly withheld: readonly Withheld[];
}

/**
 * Looks at a release as an outsider who knows the policy, and at nothing else: works out how closely each hidden count
 * can be known from everything published beside it (other bands, totals, shares, ratios), and whether any sum says
 * more than the rows it is of. Fails where a small count is shown, or a hidden one can be known to within less than the
 * policy's own interval. Source: reference on disclosure, sections 3 and 4.
 *
 * Example: `[c]`, 8 and 12 beside a total of 23 fails, since the hidden count can only be 3.
 */
export function auditRelease(content: ReleaseContent): Audit {
  const { policy } = content.disclosure;
  const rows = content.trusts.flatMap((row) => MEASURES.map((measure) => auditMeasure(row, measure, policy)));
  return {
    failures: [
      ...rows.flatMap(({ failures }) => failures),
      ...content.trusts.flatMap(auditRatio),
      ...auditSums(content),
    ],
    withheld: rows.flatMap(({ withheld }) => withheld),
  };
}

const CELLS = [...AGE_BANDS, "total", "all"] as const;
type Cell = (typeof CELLS)[number];

function auditMeasure(trust: TrustRow, measure: Measure, policy: Policy): Audit {
  const published = trust[measure];
  const share = measure === "referred" ? trust.share : null;
  const known = narrowed(outsiderView(published, share, policy));
  const failures: string[] = [];
  const withheld: Withheld[] = [];

  for (const cell of CELLS) {
    const shown = cellNamed(published, cell);
    const where = `${trust.ods}, ${measure}, ${cell}`;
    if (shown.status === "value" && isSmall(shown.value, policy)) failures.push(`${where}: a small count is shown.`);
    if (!needsProtection(shown, policy)) continue;
    const derivable = known === null ? null : rangeNamed(known, cell);
    if (derivable === null) failures.push(`${where}: the figures of this row contradict each other.`);
    else if (isTooTight(derivable, policy) && !isTooTight(publicRange(shown, policy), policy)) {
      failures.push(`${where}: what is hidden can be worked out from the figures beside it.`);
    }
    if (derivable !== null && isWithheld(published, cell)) {
      withheld.push({
        ods: trust.ods,
        measure,
        cell,
        shownAs: shown.status === "[c]" ? "[c]" : "range",
        derivable: asFound(derivable),
      });
    }
  }
  return { failures, withheld };
}

function outsiderView(published: PublishedMeasure, share: DerivedCell | null, policy: Policy): Row {
  const all = publicRange(published.all, policy);
  return {
    bands: AGE_BANDS.map((band) => publicRange(published.bands[band], policy)),
    total: both(publicRange(published.total, policy), impliedByShare(share, all)),
    all,
  };
}

/** A share of a known total gives back the count: 0.1% of 3,000 is 3. */
function impliedByShare(share: DerivedCell | null, all: Range): Range {
  const ends =
    share?.status === "value" ? { lo: share.value, hi: share.value } : share?.status === "range" ? share : null;
  if (ends === null) return ANY_COUNT;
  const slack = 1e-6;
  return {
    lo: Math.ceil(ends.lo * all.lo - slack),
    hi: ends.hi === 0 ? 0 : Math.floor(ends.hi * all.hi + slack),
  };
}

/** A ratio is shown beside the two exact totals it is made of, never without them. */
function auditRatio({ ods, accessPerTen, referred, accessed }: TrustRow): string[] {
  const told = accessPerTen.status === "value" || accessPerTen.status === "range";
  const exact = referred.total.status === "value" && accessed.total.status === "value";
  return told && !exact ? [`${ods}: access per 10 referred is shown without the totals it is made of.`] : [];
}

/** Sums and classes over several trusts may say less than the rows they are of, never more. */
function auditSums({ trusts, pooled, accessed, referralSize }: ReleaseContent): string[] {
  const totals = trusts.filter(({ state }) => state === "answered").map(totalsOfRow);
  const rows = { pooled: poolOf(totals), accessed: accessTotals(totals), sizes: sizesOf(totals) };
  const sums: readonly [string, Interval, Interval][] = [
    ["children aged 0–2 referred", pooled.referred02, rows.pooled.referred02],
    ["children aged 0–18 referred", pooled.referred018, rows.pooled.referred018],
    ["children aged 0–2 referred who had access", pooled.accessed02, rows.pooled.accessed02],
    ["children aged 0–2 with access", accessed.accessed02, rows.accessed.accessed02],
    ["children aged 0–18 with access", accessed.accessed018, rows.accessed.accessed018],
  ];
  const telling = sums.filter(([, said, known]) => saysMore(said, known)).map(([name]) => `The sum of ${name}`);
  const classes = SIZE_CLASSES.map(({ key }) => ({
    key,
    said: referralSize.classes[key],
    known: rows.sizes.classes[key],
  }))
    .filter(({ said, known }) => said.certain > known.certain || said.possible < known.possible)
    .map(({ key }) => `The number of trusts with ${key} referrals`);
  return [...telling, ...classes].map((name) => `${name} says more than the figures shown of each trust.`);
}

function saysMore(said: Interval, known: Interval): boolean {
  return said.lo > known.lo || (said.hi ?? Number.POSITIVE_INFINITY) < (known.hi ?? Number.POSITIVE_INFINITY);
}

function needsProtection(cell: PublishedCell, policy: Policy): boolean {
  return cell.status === "[c]" || (cell.status === "range" && reachesSmall(publicRange(cell, policy), policy));
}

/** Hidden, or a total shown as a range although no band was given as one. */
function isWithheld(published: PublishedMeasure, cell: Cell): boolean {
  const widened = cell === "total" && AGE_BANDS.every((band) => published.bands[band].status !== "range");
  return cellNamed(published, cell).status === "[c]" || widened;
}

function cellNamed(published: PublishedMeasure, cell: Cell): PublishedCell {
  return cell === "total" || cell === "all" ? published[cell] : published.bands[cell];
}

function rangeNamed(row: Row, cell: Cell): Range | null {
  return cell === "total" || cell === "all" ? row[cell] : (row.bands[AGE_BANDS.indexOf(cell)] ?? null);
}

function asFound({ lo, hi }: Range): Withheld["derivable"] {
  return { lowest: lo, highest: hi === Number.POSITIVE_INFINITY ? null : hi };
}
