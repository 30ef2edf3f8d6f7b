import type { ReportingYear } from "../calendar/reporting-year";
import type { Interval } from "../count/count";
import { addUp } from "../count/interval";
import type { Register } from "../trusts/register";
import { breaksBetween, membersIn, membersOf, unitOf } from "../trusts/unit";
import { type Change, changeOf, relativeChange } from "./change";

/** What one trust contributes to a year: its 0–2 referrals, null where not known. */
export interface PanelAnswer {
  readonly ods: string;
  readonly transferred: boolean;
  readonly responded: boolean;
  readonly referred02: Interval | null;
}

export interface PanelYear {
  readonly year: ReportingYear;
  readonly answers: readonly PanelAnswer[];
}

/** A sum over units, and how many units it is of. */
export interface UnitsTotal {
  readonly units: number;
  readonly referred02: Interval;
}

/**
 * Two years compared. The panel is the same units with comparable figures in both years: it describes change. All
 * responders describe the level of each year; their totals must not be subtracted. Units are codes, in order.
 */
export interface LikeForLike {
  readonly from: ReportingYear;
  readonly to: ReportingYear;
  readonly units: readonly string[];
  readonly referred02: { readonly from: Interval; readonly to: Interval };
  /** As a share of the earlier total, whatever its size; `change` is what may be published of it. */
  readonly relative: Interval | null;
  readonly change: Change;
  /** Units outside the panel with a known figure in the later year only, in the earlier year only, and with both but a break between. */
  readonly joined: readonly string[];
  readonly left: readonly string[];
  readonly broken: readonly string[];
  readonly allResponders: { readonly from: UnitsTotal; readonly to: UnitsTotal };
}

/**
 * Compares the children aged 0–2 referred in two years, like for like, through mergers and service moves.
 * Source: reference on statistics, section 6. Example: A 10 → 12, B 20 → none, C 5 → 9, D none → 40: the panel A and C
 * goes from 15 to 21 (+40.0%), while all responders go from 35 to 61.
 */
export function likeForLike(register: Register, from: PanelYear, to: PanelYear): LikeForLike {
  const before = unitFigures(register, from);
  const after = unitFigures(register, to);
  const both = [...before.keys()].filter((unit) => after.has(unit)).sort();
  const comparable = (unit: string) => breaksBetween(register, unit, from.year, to.year).length === 0;
  const units = both.filter(comparable);
  const referred02 = { from: sumOver(units, before), to: sumOver(units, after) };
  return {
    from: from.year,
    to: to.year,
    units,
    referred02,
    relative: relativeChange(referred02.from, referred02.to),
    change: changeOf(referred02.from, referred02.to),
    joined: [...after.keys()].filter((unit) => !before.has(unit)).sort(),
    left: [...before.keys()].filter((unit) => !after.has(unit)).sort(),
    broken: both.filter((unit) => !comparable(unit)),
    allResponders: { from: totalOf(before), to: totalOf(after) },
  };
}

/** The known figure of every unit in a year, by the unit's code. */
function unitFigures(register: Register, year: PanelYear): ReadonlyMap<string, Interval> {
  const units = [...new Set(year.answers.map(({ ods }) => unitOf(register, ods)))];
  return new Map(
    units.flatMap((unit) => {
      const figure = unitFigure(register, unit, year);
      return figure === null ? [] : [[unit, figure]];
    }),
  );
}

/**
 * A unit's 0–2 referrals in a year: the sum over the trusts it consisted of at the end of that year, and over any other
 * trust of the unit that answered. One that transferred its request adds nothing, since its holder has its figures; one
 * without a known figure makes the unit not known, null. Source: reference on statistics, section 6.
 * Example: North London (G6V2S) in 2022–23 is TAF, which transferred, and RRP 14 and RNK 30: 44.
 */
export function unitFigure(register: Register, unit: string, year: PanelYear): Interval | null {
  const answers = new Map(year.answers.map((answer) => [answer.ods, answer]));
  const needed = membersIn(register, unit, year.year).map(({ ods }) => ods);
  const members = [unit, ...membersOf(register, unit).map(({ ods }) => ods)];
  const others = members.filter((ods) => answers.get(ods)?.responded);
  const parts = [...new Set([...needed, ...others])].filter((ods) => !answers.get(ods)?.transferred);
  if (parts.length === 0) return null;
  return addUp(parts.map((ods) => answers.get(ods)).map((answer) => (answer?.responded ? answer.referred02 : null)));
}

function sumOver(units: readonly string[], figures: ReadonlyMap<string, Interval>): Interval {
  return addUp(units.map((unit) => figures.get(unit) ?? null)) ?? { lo: 0, hi: null };
}

function totalOf(figures: ReadonlyMap<string, Interval>): UnitsTotal {
  return { units: figures.size, referred02: sumOver([...figures.keys()], figures) };
}
