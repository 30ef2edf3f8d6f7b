import type { Interval } from "../count/count";
import { shareOf } from "../count/interval";
import { AGE_BANDS, MEASURES, type Measure } from "../returns/return";
import { accessTotals, pooled as poolOf } from "../statistics/pooled";
import { SIZE_CLASSES, referralSize as sizesOf } from "../statistics/referral-size";
import { intervalOf } from "./cell";
import { learned, publicSight } from "./comparing";
import { footnoteFault } from "./footnote";
import { narrowed } from "./narrowing";
import { isSmall, isTooTight, type Policy, type Range } from "./policy";
import { CELLS, type Cell, cellNamed, type PublishedMeasure } from "./published-measure";
import { totalsOfRow } from "./published-totals";
import { type ReleaseContent, rowsOf, type TrustRow, type Withheld } from "./release-content";

/** What the audit found. A release without failures may be shown to the public. */
export interface Audit {
  /** Sentences for staff. They name cells, never counts. */
  readonly failures: readonly string[];
  readonly withheld: readonly Withheld[];
}

/**
 * Looks at a release as an outsider who knows the policy, and at nothing else: works out how closely each hidden count
 * can be known from everything published beside it and in the earlier releases of the year, newest first, under every
 * supposition of what did not change between them; and whether any share, ratio or sum says more than the figures it is
 * of, and any footnote a count. Fails where a small count is shown, or a hidden one can be known to within less than
 * the policy's own interval. Source: reference on disclosure, sections 3 and 4.
 *
 * Example: `[c]`, 8 and 12 beside a total of 23 fails, since the hidden count can only be 3.
 */
export function auditRelease(content: ReleaseContent, earlier: readonly ReleaseContent[] = []): Audit {
  const { policy } = content.disclosure;
  const rows = content.trusts.flatMap((row) => MEASURES.map((measure) => auditMeasure(row, measure, policy)));
  return {
    failures: [
      ...rows.flatMap(({ failures }) => failures),
      ...content.trusts.flatMap((row) => auditComparison(row, rowsOf(row.ods, earlier), policy)),
      ...content.trusts.flatMap(auditDerived),
      ...auditSums(content),
      ...content.trusts.flatMap(auditFootnotes),
    ],
    withheld: rows.flatMap(({ withheld }) => withheld),
  };
}

function auditMeasure(trust: TrustRow, measure: Measure, policy: Policy): Audit {
  const published = trust[measure];
  const { row, guarded } = publicSight(published, policy);
  const known = narrowed(row);
  const failures: string[] = [];
  const withheld: Withheld[] = [];

  for (const cell of CELLS) {
    const shown = cellNamed(published, cell);
    const where = `${trust.ods}, ${measure}, ${cell}`;
    if (shown.status === "value" && isSmall(shown.value, policy)) failures.push(`${where}: a small count is shown.`);
    if (!guarded.includes(cell)) continue;
    if (known === null) failures.push(`${where}: the figures of this row contradict each other.`);
    else if (isTooTight(known[cell], policy) && !isTooTight(row[cell], policy)) {
      failures.push(`${where}: what is hidden can be worked out from the figures beside it.`);
    }
    if (known !== null && isWithheld(published, cell)) {
      withheld.push({
        ods: trust.ods,
        measure,
        cell,
        shownAs: shown.status === "[c]" ? "[c]" : "range",
        derivable: asFound(known[cell]),
      });
    }
  }
  return { failures, withheld };
}

const COMPARED = {
  "this release": "what is hidden can be worked out by comparing this release with earlier ones of the year.",
  "an earlier release": "what an earlier release of the year hides can be worked out by comparing it with this one.",
} as const;

function auditComparison(trust: TrustRow, earlier: readonly TrustRow[], policy: Policy): string[] {
  const failures = MEASURES.flatMap((measure) => {
    const before = earlier.map((row) => publicSight(row[measure], policy));
    const found = [...learned(publicSight(trust[measure], policy), before, policy)];
    return found.map(({ cell, of }) => `${trust.ods}, ${measure}, ${cell}: ${COMPARED[of]}`);
  });
  return [...new Set(failures)];
}

/**
 * A share and a ratio may say less than the two totals they are made of, never more. So they tell nothing that the
 * totals do not, in their own release or beside another.
 */
function auditDerived({ ods, share, accessPerTen, referred, accessed }: TrustRow): string[] {
  const failures: string[] = [];
  const known = shareOf(intervalOf(referred.total), intervalOf(referred.all));
  const said =
    share.status === "value" ? { lo: share.value, hi: share.value } : share.status === "range" ? share : null;
  if (said !== null && (known === null || said.lo > known.lo + ROUNDING || said.hi < known.hi - ROUNDING)) {
    failures.push(`${ods}: the share of all referrals says more than the totals it is made of.`);
  }
  if (accessPerTen.status === "value" || accessPerTen.status === "range") {
    const [of, part] = [referred.total, accessed.total];
    const ratio = of.status === "value" && part.status === "value" ? (10 * part.value) / of.value : null;
    const same = accessPerTen.status === "value" && ratio !== null && Math.abs(accessPerTen.value - ratio) < ROUNDING;
    if (!same) failures.push(`${ods}: access per 10 referred says more than the totals it is made of.`);
  }
  return failures;
}
/** Of shares and ratios, as computers reckon them. */
const ROUNDING = 1e-9;

function auditFootnotes({ ods, footnotes }: TrustRow): string[] {
  const faults = footnotes.map(footnoteFault).filter((fault) => fault !== null);
  return faults.map((fault) => `${ods}: a footnote cannot be published. ${fault}`);
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

/** Hidden, or a total shown as a range although no band was given as one. */
function isWithheld(published: PublishedMeasure, cell: Cell): boolean {
  const widened = cell === "total" && AGE_BANDS.every((band) => published.bands[band].status !== "range");
  return cellNamed(published, cell).status === "[c]" || widened;
}

function asFound({ lo, hi }: Range): Withheld["derivable"] {
  return { lowest: lo, highest: hi === Number.POSITIVE_INFINITY ? null : hi };
}
