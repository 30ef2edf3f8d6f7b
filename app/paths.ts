import type { ReportingYear } from "./domain/calendar/reporting-year";

type Query = Readonly<Record<string, string | undefined>>;

function withQuery(path: string, query: Query): string {
  const set = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return set.length === 0 ? path : `${path}?${new URLSearchParams(set)}`;
}

/** Every address of the portal, for pages, letters and tests alike. The verb is the folder of the route. */
export const paths = {
  home: () => "/",
  compare: {
    year: (query: { year?: string; region?: string; takes?: string; sort?: string } = {}) =>
      withQuery("/compare", query),
    trends: () => "/compare/trends",
  },
  account: {
    signIn: (query: { to?: string } = {}) => withQuery("/sign-in", query),
    signOut: () => "/sign-out",
  },
  submit: {
    home: () => "/submit",
    year: (year: ReportingYear) => `/submit/${year}`,
    upload: (year: ReportingYear) => `/submit/${year}/upload`,
    confirm: (year: ReportingYear) => `/submit/${year}/confirm`,
    check: (year: ReportingYear, query: { said?: "changed" } = {}) => withQuery(`/submit/${year}/check`, query),
    declare: (year: ReportingYear) => `/submit/${year}/declare`,
    receipt: (year: ReportingYear) => `/submit/${year}/receipt`,
    template: (year: ReportingYear) => `/submit/${year}/template.csv`,
  },
  chase: {
    home: () => "/chase",
    tracker: (year: ReportingYear, query: { state?: string; sort?: string; q?: string } = {}) =>
      withQuery(`/chase/${year}`, query),
    request: (year: ReportingYear, ods: string, query: { said?: "accepted" | "newer" } = {}) =>
      withQuery(`/chase/${year}/${encodeURIComponent(ods)}`, query),
    accept: (year: ReportingYear, ods: string) => `/chase/${year}/${encodeURIComponent(ods)}/accept`,
  },
  publish: {
    home: () => "/publish",
    round: (year: ReportingYear, query: { said?: "released" } = {}) => withQuery(`/publish/${year}`, query),
  },
} as const;
