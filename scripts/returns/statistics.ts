import { readFile } from "node:fs/promises";
import Papa from "papaparse";
import { formatYear, type ReportingYear } from "../../app/domain/calendar/reporting-year";
import type { Interval } from "../../app/domain/count/count";
import type { Share } from "../../app/domain/count/interval";
import { type RoundRequest, readRequests } from "../../app/domain/requests/read-requests";
import { tallyRound } from "../../app/domain/requests/round-tally";
import { NO_CONTEXT } from "../../app/domain/returns/file/context";
import { readReturnFile } from "../../app/domain/returns/read-return-file";
import type { AgeBand, TrustReturn } from "../../app/domain/returns/return";
import type { BandAcceptance } from "../../app/domain/statistics/acceptance";
import { changeInWords, figureOrRange, membershipOf, outOf, shareInWords } from "../../app/domain/statistics/in-words";
import type { LikeForLike } from "../../app/domain/statistics/like-for-like";
import type { SizeClass } from "../../app/domain/statistics/referral-size";
import { type Statistics, statisticsOf, type YearStatistics } from "../../app/domain/statistics/statistics";
import { type RoundAnswers, shareReferred, type TrustTotals } from "../../app/domain/statistics/totals";
import { readRegister } from "../../app/domain/trusts/read-register";
import type { Register } from "../../app/domain/trusts/register";
import type { Command } from "./command";

const USAGE = "statistics --register REGISTER.csv --requests REQUESTS.csv RETURNS.csv…";

/** Thrown where the arguments or the files cannot be used; the message is for the person who gave them. */
class Unusable extends Error {}

/** The statistics of a collection from its register, its requests and the files of its returns, in any order of years. */
export const statistics: Command = async (args) => {
  try {
    const given = readArguments(args);
    const register = await registerIn(given.register);
    const requests = await requestsIn(given.requests);
    const returns = await returnsIn(given.returns, register);
    const found = statisticsOf(roundsOf(requests, returns), register);
    return { json: asJson(found), text: inWords(found), exitCode: 0 };
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    return { json: { error: error.message }, text: error.message, exitCode: 2 };
  }
};

function readArguments(args: readonly string[]): { register: string; requests: string; returns: string[] } {
  const options = new Map<string, string>();
  const returns: string[] = [];
  for (let at = 0; at < args.length; at += 1) {
    const [arg = "", value] = [args[at], args[at + 1]];
    if (!arg.startsWith("--")) returns.push(arg);
    else if (arg !== "--register" && arg !== "--requests")
      throw new Unusable(`There is no option ${arg}. Use: ${USAGE}`);
    else if (options.has(arg)) throw new Unusable(`Give ${arg} once. Use: ${USAGE}`);
    else if (value === undefined || value.startsWith("--"))
      throw new Unusable(`Give a file after ${arg}. Use: ${USAGE}`);
    else {
      options.set(arg, value);
      at += 1;
    }
  }
  const [register, requests] = [options.get("--register"), options.get("--requests")];
  if (register === undefined || requests === undefined || returns.length === 0) {
    throw new Unusable(`Give a register, the requests and at least one file of returns. Use: ${USAGE}`);
  }
  return { register, requests, returns };
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch {
    throw new Unusable(`The file ${path} cannot be read. Check its name and that you may read it.`);
  }
}

async function tableIn(path: string): Promise<string[][]> {
  const text = new TextDecoder().decode(await bytesOf(path));
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: "," });
  const [fault] = errors;
  if (fault !== undefined) throw new Unusable(`${path}, row ${(fault.row ?? 0) + 1}: ${fault.message}.`);
  return data;
}

async function registerIn(path: string): Promise<Register> {
  const reading = readRegister(await tableIn(path));
  if (!reading.ok) throw unusableRows(path, reading.problems);
  return reading.register;
}

async function requestsIn(path: string): Promise<readonly RoundRequest[]> {
  const [header = [], ...rows] = await tableIn(path);
  const titles = header.map((title) => title.trim().toLowerCase());
  const reading = readRequests(
    rows.map((cells) => Object.fromEntries(titles.map((title, at) => [title, cells[at] ?? ""]))),
  );
  if (!reading.ok) throw unusableRows(path, reading.problems);
  return reading.requests;
}

/** Every return of the files. What an officer would be asked to confirm does not stop them; what must be fixed does. */
async function returnsIn(paths: readonly string[], register: Register): Promise<readonly TrustReturn[]> {
  const names = new Map([...register.trusts.values()].map(({ ods, name }) => [ods, name]));
  const foundIn = new Map<string, string>();
  const returns: TrustReturn[] = [];
  for (const path of paths) {
    const reading = readReturnFile(await bytesOf(path), { ...NO_CONTEXT, register: names });
    const faults = reading.problems.filter(({ severity }) => severity === "must-fix");
    if (faults.length > 0) {
      throw unusableRows(
        path,
        faults.map(({ message }) => ({ message })),
      );
    }
    for (const { ods, year, figures } of reading.returns) {
      const key = `${ods} in ${formatYear(year)}`;
      const earlier = foundIn.get(key);
      if (earlier !== undefined)
        throw new Unusable(`The return of ${key} is in ${earlier} and in ${path}. Give it once.`);
      foundIn.set(key, path);
      returns.push({ ods, year, figures });
    }
  }
  return returns;
}

const MOST_NAMED = 20;

function unusableRows(path: string, problems: readonly { readonly message: string }[]): Unusable {
  const named = problems.slice(0, MOST_NAMED).map(({ message }) => message);
  const more = problems.length > MOST_NAMED ? [`and ${problems.length - MOST_NAMED} more.`] : [];
  return new Unusable([`${path} cannot be used. Put this right:`, ...named, ...more].join("\n"));
}

/**
 * The rounds to describe: those with returns, and those whose requests nobody has answered. An answered round whose file
 * was not given is left out, since its figures are there to be had.
 */
function roundsOf(requests: readonly RoundRequest[], returns: readonly TrustReturn[]): RoundAnswers[] {
  const years = [...new Set([...requests, ...returns].map(({ year }) => year))].sort();
  return years.flatMap((year) => {
    const ofYear = returns.filter((each) => each.year === year);
    const round = roundOf(year, requests, ofYear);
    return ofYear.length > 0 || round.answers.every(({ responded }) => !responded) ? [round] : [];
  });
}

function roundOf(
  year: ReportingYear,
  requests: readonly RoundRequest[],
  returns: readonly TrustReturn[],
): RoundAnswers {
  const tally = tallyRound(
    requests.filter((request) => request.year === year),
    null,
  );
  if (tally.inScope.length === 0)
    throw new Unusable(`There are returns for ${formatYear(year)} and no requests. Add them.`);
  const figures = new Map(returns.map((each) => [each.ods, each.figures]));
  return {
    year,
    answers: [
      ...tally.transferred.map((ods) => ({ ods, transferred: true, responded: true, figures: null })),
      ...tally.inScope.map((ods) => {
        return { ods, transferred: false, responded: tally.answered.includes(ods), figures: figures.get(ods) ?? null };
      }),
    ],
  };
}

// The shape of the JSON: ranges are [lowest, highest], and what is not known is null.

type Pair = readonly [number, number | null];

function pair(range: Interval | Share): Pair;
function pair(range: Interval | Share | null): Pair | null;
function pair(range: Interval | Share | null): Pair | null {
  return range === null ? null : [range.lo, range.hi];
}

function asJson({ years, likeForLike }: Statistics) {
  return {
    years: Object.fromEntries(years.map((year) => [year.year, yearAsJson(year)])),
    likeForLike: likeForLike.map(comparisonAsJson),
  };
}

function yearAsJson({ inScope, responded, outstanding, acceptance, referralSize, pooled, trusts }: YearStatistics) {
  const { known, any, all, none, partial, byBand } = acceptance;
  const answers = (band: AgeBand) => {
    const { yes, no, partial: inPart, notHeld }: BandAcceptance = byBand[band];
    return { yes, no, partial: inPart, notHeld };
  };
  const size = (key: SizeClass) => [referralSize.classes[key].certain, referralSize.classes[key].possible];
  return {
    inScope,
    responded,
    outstanding,
    acceptance: {
      known,
      any: any.yes,
      all: all.yes,
      none: none.yes,
      partialOnly: partial.yes,
      byBand: { "0-12m": answers("0-12m"), "12-24m": answers("12-24m"), "24-36m": answers("24-36m") },
      shareAny: any.share,
      bounds: pair(any.bounds),
    },
    referralSize: {
      of: referralSize.of,
      "0-10": size("0-10"),
      "11-50": size("11-50"),
      "51-100": size("51-100"),
      "over-100": size("over-100"),
      notKnown: referralSize.notKnown,
    },
    pooled: {
      trusts: pooled.trusts,
      referred02: pair(pooled.referred02),
      referred018: pair(pooled.referred018),
      rate: pair(pooled.share),
      accessed02: pair(pooled.accessed02),
    },
    trusts: Object.fromEntries(trusts.map((trust) => [trust.ods, trustAsJson(trust)])),
  };
}

function trustAsJson(trust: TrustTotals) {
  return {
    takes: trust.category,
    referred02: pair(trust.referred02),
    referred018: pair(trust.referred018),
    rate: pair(shareReferred(trust)),
    accessed02: pair(trust.accessed02),
  };
}

function comparisonAsJson({ from, to, units, referred02, relative }: LikeForLike) {
  return {
    from,
    to,
    trusts: units.length,
    units,
    referred02: { from: pair(referred02.from), to: pair(referred02.to) },
    change: pair(relative),
  };
}

function inWords({ years, likeForLike }: Statistics): string {
  return [...years.map(yearInWords), ...likeForLike.map(comparisonInWords)].join("\n");
}

function yearInWords({ year, inScope, responded, acceptance, referralSize, pooled }: YearStatistics): string {
  const share = pooled.share === null ? "" : ` (${shareInWords(pooled.share)})`;
  return [
    `${formatYear(year)}: ${outOf(responded, inScope)} trusts answered.`,
    `  ${outOf(acceptance.any.yes, acceptance.known)} take referrals of children aged 0–2 at one age or more, ${outOf(acceptance.all.yes, acceptance.known)} at every age.`,
    `  ${membershipOf(referralSize.classes["0-10"], referralSize.of)} of these had 0 to 10 such referrals.`,
    `  Children aged 0–2 referred to ${pooled.trusts} trusts: ${figureOrRange(pooled.referred02)} of ${figureOrRange(pooled.referred018)} aged 0–18${share}.`,
  ].join("\n");
}

function comparisonInWords({ from, to, units, referred02, change }: LikeForLike): string {
  const percentage = change.relative === null ? "" : ` (${changeInWords(change.relative)})`;
  const figures = `${figureOrRange(referred02.from)}, then ${figureOrRange(referred02.to)}`;
  return `${formatYear(from)} to ${formatYear(to)}, the same ${units.length} trusts: ${figures}${percentage}.`;
}
