import type { ReportingYear } from "./domain/calendar/reporting-year";

type Query = Readonly<Record<string, string | undefined>>;

function withQuery(path: string, query: Query): string {
  const set = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return set.length === 0 ? path : `${path}?${new URLSearchParams(set)}`;
}

/** What a page says was done, after the form that did it. */
type SaidToTrust = "asked" | "replied" | "saved" | "kept-theirs";
type SaidToStaff = "accepted" | "newer" | "written" | "not-now";
/** Which two versions are compared. */
type VersionsQuery = { from?: string; to?: string };

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
    year: (year: ReportingYear, query: { said?: SaidToTrust } = {}) => withQuery(`/submit/${year}`, query),
    upload: (year: ReportingYear) => `/submit/${year}/upload`,
    waiting: (year: ReportingYear) => `/submit/${year}/waiting`,
    /** `field` is the id of a field of the grid, as in `referred-12-24m`. */
    form: (year: ReportingYear, field?: string) => `/submit/${year}/form${field === undefined ? "" : `#${field}`}`,
    keep: (year: ReportingYear) => `/submit/${year}/form/keep`,
    marked: (year: ReportingYear) => `/submit/${year}/marked.csv`,
    otherAnswer: (year: ReportingYear) => `/submit/${year}/other-answer`,
    notHeld: (year: ReportingYear) => `/submit/${year}/not-held`,
    refused: (year: ReportingYear) => `/submit/${year}/refused`,
    clarification: (year: ReportingYear) => `/submit/${year}/clarification`,
    confirm: (year: ReportingYear) => `/submit/${year}/confirm`,
    check: (year: ReportingYear, query: { said?: "changed" } = {}) => withQuery(`/submit/${year}/check`, query),
    declare: (year: ReportingYear) => `/submit/${year}/declare`,
    receipt: (year: ReportingYear, version?: number, said?: "colleague") =>
      withQuery(`/submit/${year}/receipt`, { version: version?.toString(), said }),
    receiptFile: (year: ReportingYear, version: number) =>
      withQuery(`/submit/${year}/receipt/file`, { version: version.toString() }),
    amend: (year: ReportingYear) => `/submit/${year}/amend`,
    versions: (year: ReportingYear, query: VersionsQuery = {}) => withQuery(`/submit/${year}/versions`, query),
    reply: (year: ReportingYear) => `/submit/${year}/reply`,
    template: (year: ReportingYear) => `/submit/${year}/template.csv`,
  },
  chase: {
    home: () => "/chase",
    tracker: (year: ReportingYear, query: { state?: string; sort?: string; q?: string } = {}) =>
      withQuery(`/chase/${year}`, query),
    request: (year: ReportingYear, ods: string, query: { said?: SaidToStaff } = {}) =>
      withQuery(`/chase/${year}/${encodeURIComponent(ods)}`, query),
    accept: (year: ReportingYear, ods: string) => `/chase/${year}/${encodeURIComponent(ods)}/accept`,
    write: (year: ReportingYear, ods: string) => `/chase/${year}/${encodeURIComponent(ods)}/write`,
    versions: (year: ReportingYear, ods: string, query: VersionsQuery = {}) =>
      withQuery(`/chase/${year}/${encodeURIComponent(ods)}/versions`, query),
  },
  publish: {
    home: () => "/publish",
    round: (year: ReportingYear, query: { said?: "released" } = {}) => withQuery(`/publish/${year}`, query),
  },
} as const;
