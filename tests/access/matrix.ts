import type { Admits } from "../../app/guards.server";
import type { Reader } from "./readers";

/** Who is admitted, and the status of a document, or of a form that says nothing but its trust, for those who are. */
type Access = readonly [guard: Admits, status: number];

interface Statuses {
  readonly load?: number;
  /** Of a document in answer to a form: once its action has not redirected, its loaders are run, and may. */
  readonly form?: number;
  readonly script?: number;
}

export interface Row {
  /** An address of the route; what stands in braces is an id of the demonstration. */
  readonly path: string;
  readonly load: Access;
  /** Null where nothing can be sent. */
  readonly act: Access | null;
  /** Which of the two ask for a second factor of the last ten minutes. */
  readonly fresh?: readonly ("load" | "act")[];
  /** What has to be sent for a form to be one at all; its contents may still be wrong. */
  readonly form?: string;
  /** Which of the facts that the portal knows by itself the page asks for. */
  readonly asks?: readonly string[];
  /** What is sent is not read as a form: it is a file, or a script's, or only the sending counts. */
  readonly readsNoForm?: true;
  /** Those who are admitted and get another status, since they have something else. */
  readonly but?: { readonly [R in Reader]?: Statuses };
}

const SIGNED_IN = { load: 302, form: 302 };
const NOT_THEIRS = { load: 404 };

/** One row for each route of the built server. */
export const MATRIX: Readonly<Record<string, Row>> = {
  root: { path: "/", load: ["everyone", 200], act: null },
  "routes/not-found/route": { path: "/nowhere", load: ["everyone", 404], act: ["everyone", 404], readsNoForm: true },

  "routes/compare/home/route": { path: "/", load: ["everyone", 200], act: null },
  "routes/compare/year/route": { path: "/compare", load: ["everyone", 200], act: null },
  "routes/compare/trends/route": { path: "/compare/trends", load: ["everyone", 200], act: null },

  "routes/account/sign-in/route": {
    path: "/sign-in",
    load: ["everyone", 200],
    act: ["everyone", 422],
    but: {
      newcomer: SIGNED_IN,
      "contributor of A": SIGNED_IN,
      "signatory of A": SIGNED_IN,
      "signatory of B": SIGNED_IN,
      staff: SIGNED_IN,
      admin: SIGNED_IN,
    },
  },
  "routes/account/prove-passkey/route": {
    path: "/sign-in/passkey",
    load: ["entrant", 302],
    act: ["entrant", 400],
    readsNoForm: true,
  },
  "routes/account/lost-factor/route": {
    path: "/sign-in/lost?said=asked",
    load: ["entrant", 200],
    act: ["entrant", 303],
    readsNoForm: true,
  },
  "routes/account/sign-out/route": {
    path: "/sign-out",
    load: ["everyone", 302],
    act: ["everyone", 303],
    readsNoForm: true,
  },
  "routes/account/forgotten-password/route": {
    path: "/forgotten-password",
    load: ["everyone", 200],
    act: ["everyone", 422],
  },
  "routes/account/new-password/route": {
    path: "/forgotten-password/no-such-link",
    load: ["everyone", 404],
    act: ["everyone", 303],
  },
  "routes/account/invitation/route": {
    path: "/invitation/no-such-link",
    load: ["everyone", 404],
    act: ["everyone", 303],
  },
  "routes/account/set-up/route": {
    path: "/account/set-up",
    load: ["everyone", 200],
    act: ["entrant", 422],
    but: { anonymous: { load: 302 }, entrant: { load: 302, form: 302 }, disabled: { load: 302 } },
  },
  "routes/account/home/route": { path: "/account", load: ["signed in", 200], act: ["signed in", 303] },
  "routes/account/confirm/route": { path: "/account/confirm", load: ["signed in", 200], act: ["signed in", 422] },
  "routes/account/confirm-passkey/route": {
    path: "/account/confirm/passkey",
    load: ["signed in", 302],
    act: ["signed in", 400],
    readsNoForm: true,
  },
  "routes/account/stay/route": {
    path: "/account/stay",
    load: ["signed in", 200],
    act: ["signed in", 200],
    readsNoForm: true,
  },
  "routes/account/kept/route": {
    path: "/account/kept/{keptForm}",
    load: ["signed in", 200],
    act: ["signed in", 303],
    but: { "contributor of A": NOT_THEIRS, "signatory of B": NOT_THEIRS, staff: NOT_THEIRS, admin: NOT_THEIRS },
    readsNoForm: true,
  },
  "routes/account/trust/route": {
    path: "/account/trust",
    load: ["officer", 200],
    act: ["officer", 422],
    asks: ["ods"],
  },
  "routes/account/new-phone/route": { path: "/account/new-phone", load: ["signed in", 200], act: null },
  "routes/account/details/route": { path: "/account/details", load: ["signed in", 200], act: ["signed in", 422] },
  "routes/account/password/route": {
    path: "/account/password",
    load: ["signed in", 200],
    act: ["signed in", 422],
    fresh: ["load", "act"],
  },
  "routes/account/authenticator/route": {
    path: "/account/authenticator",
    load: ["signed in", 200],
    act: ["signed in", 422],
    fresh: ["load", "act"],
  },
  "routes/account/recovery-codes/route": {
    path: "/account/recovery-codes",
    load: ["signed in", 200],
    act: ["signed in", 200],
    fresh: ["load", "act"],
    readsNoForm: true,
  },
  "routes/account/passkeys/route": {
    path: "/account/passkeys",
    load: ["signed in", 200],
    act: ["signed in", 303],
    fresh: ["load", "act"],
  },
  "routes/account/new-passkey/route": {
    path: "/account/passkeys/new",
    load: ["signed in", 302],
    act: ["signed in", 400],
    fresh: ["act"],
    readsNoForm: true,
  },
  "routes/account/email/route": {
    path: "/account/email",
    load: ["signed in", 200],
    act: ["signed in", 422],
    fresh: ["load", "act"],
  },
  "routes/account/new-email/route": {
    path: "/account/email/no-such-link",
    load: ["signed in", 404],
    act: ["signed in", 303],
    fresh: ["act"],
    readsNoForm: true,
  },

  "routes/submit/home/route": { path: "/submit", load: ["trust", 200], act: null },
  "routes/submit/year/route": { path: "/submit/2025-26", load: ["trust", 200], act: null },
  "routes/submit/upload/route": {
    path: "/submit/2025-26/upload",
    load: ["trust", 200],
    act: ["trust", 422],
    readsNoForm: true,
  },
  "routes/submit/waiting/route": {
    path: "/submit/2025-26/waiting",
    load: ["trust", 200],
    act: ["trust", 400],
    but: { "contributor of A": { load: 302 } },
    form: "use=mine&seen=x",
  },
  "routes/submit/form/route": { path: "/submit/2025-26/form", load: ["trust", 200], act: ["trust", 422] },
  "routes/submit/keep/route": {
    path: "/submit/2025-26/form/keep",
    load: ["trust", 302],
    act: ["trust", 400],
    form: "texts={texts}",
  },
  "routes/submit/marked/route": {
    path: "/submit/2019-20/marked.csv",
    load: ["trust", 200],
    act: null,
    but: { "signatory of B": { load: 302 } },
  },
  "routes/submit/other-answer/route": { path: "/submit/2025-26/other-answer", load: ["trust", 200], act: null },
  "routes/submit/not-held/route": { path: "/submit/2025-26/not-held", load: ["trust", 200], act: ["trust", 422] },
  "routes/submit/refused/route": { path: "/submit/2025-26/refused", load: ["trust", 200], act: ["trust", 422] },
  "routes/submit/clarification/route": {
    path: "/submit/2025-26/clarification",
    load: ["trust", 302],
    act: ["signatory", 400],
    form: "formId=00000000-0000-4000-8000-000000000009",
  },
  "routes/submit/confirm/route": {
    path: "/submit/2025-26/confirm",
    load: ["trust", 200],
    act: ["trust", 303],
    but: { "signatory of B": { load: 302 } },
  },
  "routes/submit/check/route": { path: "/submit/2025-26/check", load: ["trust", 200], act: null },
  "routes/submit/declare/route": {
    path: "/submit/2025-26/declare",
    load: ["trust", 200],
    act: ["signatory", 303],
    asks: ["role"],
  },
  "routes/submit/ask-to-declare/route": {
    path: "/submit/2025-26/declare/ask",
    load: ["trust", 302],
    act: ["trust", 303],
  },
  "routes/submit/template/route": { path: "/submit/2025-26/template.csv", load: ["trust", 200], act: null },
  "routes/submit/receipt/route": { path: "/submit/2025-26/receipt", load: ["trust", 200], act: null },
  "routes/submit/receipt-file/route": {
    path: "/submit/2025-26/receipt/file?version=1",
    load: ["trust", 200],
    act: null,
  },
  "routes/submit/amend/route": {
    path: "/submit/2025-26/amend",
    load: ["trust", 302],
    act: ["trust", 303],
    readsNoForm: true,
  },
  "routes/submit/versions/route": { path: "/submit/2025-26/versions", load: ["trust", 200], act: null },
  "routes/submit/reply/route": {
    path: "/submit/2025-26/reply",
    load: ["trust", 200],
    act: ["signatory", 400],
    form: "formId=00000000-0000-4000-8000-000000000009",
  },

  "routes/chase/home/route": { path: "/chase", load: ["staff", 200], act: null },
  "routes/chase/tracker/route": { path: "/chase/2025-26", load: ["staff", 200], act: null },
  "routes/chase/request/route": { path: "/chase/2025-26/ZD01", load: ["staff", 200], act: null },
  "routes/chase/accept/route": { path: "/chase/2025-26/ZD01/accept", load: ["staff", 200], act: ["staff", 404] },
  "routes/chase/write/route": {
    path: "/chase/2025-26/ZD01/write",
    load: ["staff", 200],
    act: ["staff", 400],
    form: "as=ask&formId=00000000-0000-4000-8000-000000000009",
  },
  "routes/chase/versions/route": { path: "/chase/2025-26/ZD01/versions", load: ["staff", 200], act: null },

  "routes/publish/home/route": { path: "/publish", load: ["staff", 200], act: null },
  "routes/publish/round/route": {
    path: "/publish/2024-25",
    load: ["staff", 200],
    act: ["staff", 422],
    fresh: ["act"],
  },

  "routes/manage/people/route": {
    path: "/manage/people",
    load: ["admin", 200],
    act: ["admin", 400],
    fresh: ["act"],
    form: "do=end",
  },
  "routes/manage/people-file/route": { path: "/manage/people.csv", load: ["admin", 200], act: null, fresh: ["load"] },
  "routes/manage/invite/route": {
    path: "/manage/people/invite",
    load: ["admin", 200],
    act: ["admin", 422],
    fresh: ["load", "act"],
    asks: ["role", "trust"],
  },
  "routes/manage/person/route": {
    path: "/manage/people/{person}",
    load: ["admin", 200],
    act: ["admin", 400],
    fresh: ["act"],
    form: "do=take&ods=ZD99",
    asks: ["ods"],
  },
  "routes/manage/resets/route": {
    path: "/manage/resets",
    load: ["staff", 200],
    act: ["staff", 400],
    fresh: ["act"],
    form: "do=cancel&reset=x",
  },
  "routes/manage/audit/route": { path: "/manage/audit", load: ["admin", 200], act: null },
  "routes/manage/audit-file/route": { path: "/manage/audit.csv", load: ["admin", 200], act: null, fresh: ["load"] },
};

/** What answers beside the routes, everybody alike: a document, and a form. */
export const BESIDE: Readonly<Record<string, readonly [get: number, post: number]>> = {
  "/healthz": [200, 404],
  "/readyz": [200, 404],
  "/favicon.svg": [200, 404],
  "/__manifest?p=/submit&version=x": [404, 404],
};
