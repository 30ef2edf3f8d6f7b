import type { ReportingYear } from "./domain/calendar/reporting-year";

type Query = Readonly<Record<string, string | undefined>>;

function withQuery(path: string, query: Query): string {
  const set = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return set.length === 0 ? path : `${path}?${new URLSearchParams(set)}`;
}

/** What a page says was done, after the form that did it. */
type SaidToTrust = "asked" | "replied" | "saved" | "kept-theirs" | "told";
type SaidToStaff = "accepted" | "newer" | "written" | "not-now";
type SaidOfAccount =
  | "password"
  | "authenticator"
  | "email"
  | "details"
  | "recovery-codes"
  | "ended"
  | "others"
  | "nothing-ended"
  | "discarded";
type SaidOfTrust = "trust-ended" | "trust-restored";
type PeopleQuery = { trust?: string; state?: string; q?: string; sort?: string; said?: SaidOfTrust };
type SaidOfPerson = "invited" | "ended" | "restored" | "role" | "added" | "known" | "removed" | "reset-started";
/** Which two versions are compared. */
type VersionsQuery = { from?: string; to?: string };

/** Which entries of the audit log are shown; `before` and `after` are ids of entries. */
type AuditQuery = Partial<Record<"person" | "trust" | "did" | "outcome" | "from" | "to" | "before" | "after", string>>;

/**
 * Where a form that acts for a trust is sent: its address says for which trust the page was opened, since whoever sends
 * it may have chosen another meanwhile. Example: `openedFor("ZD01", "/submit/2025-26/reply")` is
 * `/submit/2025-26/reply?for=ZD01`.
 */
export function openedFor(ods: string, path: string): string {
  return withQuery(path, { for: ods });
}

/** The trust that `openedFor` wrote into an address, as in `ZD01`; null where there is none. */
export function trustOpenedFor({ searchParams }: URL): string | null {
  return searchParams.get("for");
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
    signIn: (query: { to?: string; said?: "new-password" | "signed-out" | "not-kept" } = {}) =>
      withQuery("/sign-in", query),
    signInPasskey: () => "/sign-in/passkey",
    lostFactor: (query: { said?: "asked" } = {}) => withQuery("/sign-in/lost", query),
    signOut: () => "/sign-out",
    forgottenPassword: (query: { said?: "sent" } = {}) => withQuery("/forgotten-password", query),
    newPassword: (token: string) => `/forgotten-password/${encodeURIComponent(token)}`,
    invitation: (token: string) => `/invitation/${encodeURIComponent(token)}`,
    setUp: () => "/account/set-up",
    home: (query: { said?: SaidOfAccount } = {}) => withQuery("/account", query),
    trust: (query: { to?: string } = {}) => withQuery("/account/trust", query),
    confirm: (query: { to?: string } = {}) => withQuery("/account/confirm", query),
    confirmPasskey: () => "/account/confirm/passkey",
    stay: () => "/account/stay",
    kept: (id: string, query: { for?: "code" } = {}) => withQuery(`/account/kept/${encodeURIComponent(id)}`, query),
    newPhone: (query: { to?: string } = {}) => withQuery("/account/new-phone", query),
    details: () => "/account/details",
    password: () => "/account/password",
    authenticator: () => "/account/authenticator",
    recoveryCodes: () => "/account/recovery-codes",
    passkeys: (query: { said?: "added" | "removed" } = {}) => withQuery("/account/passkeys", query),
    newPasskey: () => "/account/passkeys/new",
    email: (query: { said?: "sent" } = {}) => withQuery("/account/email", query),
    newEmail: (token: string) => `/account/email/${encodeURIComponent(token)}`,
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
    askToDeclare: (year: ReportingYear) => `/submit/${year}/declare/ask`,
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
  manage: {
    people: (query: PeopleQuery = {}) => withQuery("/manage/people", query),
    peopleFile: () => "/manage/people.csv",
    invite: (query: { trust?: string } = {}) => withQuery("/manage/people/invite", query),
    person: (id: string, query: { said?: SaidOfPerson; ods?: string } = {}) =>
      withQuery(`/manage/people/${encodeURIComponent(id)}`, query),
    resets: (query: { said?: "approved" | "cancelled" } = {}) => withQuery("/manage/resets", query),
    audit: (query: AuditQuery = {}) => withQuery("/manage/audit", query),
    auditFile: (query: AuditQuery = {}) => withQuery("/manage/audit.csv", query),
  },
  publish: {
    home: () => "/publish",
    round: (year: ReportingYear, query: { said?: "released" } = {}) => withQuery(`/publish/${year}`, query),
  },
} as const;
