/** All that an entry of the audit log can say was done, by verb, in the order in which pages list them. */
export const ACTIONS = {
  submit: {
    "draft-saved": "Answers saved as a draft",
    "file-uploaded": "File uploaded",
    "answered-otherwise": "Answered “not held” or “refused”",
    "waiting-file-used": "Draft replaced by the uploaded file",
    "waiting-file-dropped": "Uploaded file dropped, draft left as it was",
    "answers-confirmed": "Answers confirmed",
    "declaring-asked": "Signatories asked to declare",
    "return-declared": "Return declared",
    "amendment-begun": "Amendment begun",
    "query-answered": "Question about the return answered",
    "clarification-asked": "Clarification asked for",
  },
  chase: {
    "return-accepted": "Return accepted",
    "trust-queried": "Trust asked about its answer",
    "clarification-given": "Clarification given",
  },
  publish: {
    "round-released": "Round released",
  },
  manage: {
    "admin-made": "Administrator made at the command line",
    "person-invited": "Person invited",
    "invitation-sent-again": "Invitation sent again",
    "access-ended": "Person’s access ended",
    "access-restored": "Person’s access restored",
    "role-changed": "Role changed",
    "trust-added": "Trust added to a person",
    "trust-taken": "Trust removed from a person",
    "trust-access-ended": "Trust’s access ended",
    "trust-access-restored": "Trust’s access restored",
    "factor-reset-started": "Account reset started",
    "factor-reset-approved": "Account reset approved",
    "factor-reset-cancelled": "Account reset cancelled",
    "people-exported": "People exported",
    "audit-exported": "Audit log exported",
    "restore-drilled": "Restoring from a backup tried",
    "audit-head-written": "Head of the audit log written",
    "audit-verified": "Whole audit log verified",
    "audit-fault-found": "Fault found in the audit log",
  },
  account: {
    "signed-in": "Signed in",
    "password-accepted": "Password accepted",
    "sign-in-refused": "Sign-in refused",
    "factor-refused": "Code or passkey refused",
    "signed-out": "Signed out",
    "session-ended": "Session ended",
    "invitation-accepted": "Invitation accepted",
    "details-changed": "Own name or job title changed",
    "password-changed": "Password changed",
    "password-reset-asked": "Password reset asked for",
    "password-reset": "Password reset",
    "factor-help-asked": "Help with a lost phone asked for",
    "authenticator-begun": "Set-up of an authenticator app begun",
    "authenticator-set-up": "Authenticator app set up",
    "recovery-codes-made": "Recovery codes made",
    "recovery-code-used": "Recovery code used",
    "passkey-added": "Passkey added",
    "passkey-removed": "Passkey removed",
    "email-change-asked": "Change of email address asked for",
    "email-changed": "Email address changed",
    "trust-chosen": "Trust chosen to act for",
    "identity-confirmed": "Identity confirmed",
    "form-kept": "Typed form kept until they sign in again",
  },
} as const;

export type Verb = keyof typeof ACTIONS;
export type Action = { [V in Verb]: keyof (typeof ACTIONS)[V] }[Verb];

const WORDS: Readonly<Record<string, string>> = Object.assign({}, ...Object.values(ACTIONS));

export function isAction(slug: string): slug is Action {
  return Object.hasOwn(WORDS, slug);
}

/** As in `Return declared`. What an older or newer version of the portal recorded is shown as it was written. */
export function actionInWords(slug: string): string {
  return isAction(slug) ? (WORDS[slug] ?? slug) : slug;
}

/** What to say of a deed that was refused, where its usual words would contradict that, or say it already. */
const REFUSED: Readonly<Record<string, string>> = {
  "sign-in-refused": "Sign-in refused",
  "factor-refused": "Code or passkey refused",
  "invitation-accepted": "Invitation: wrong code",
  "file-uploaded": "File refused",
  "restore-drilled": "Restoring from a backup failed",
} satisfies Partial<Record<Action, string>>;

/**
 * What was done, as an entry says it, and whether it still has to be marked as refused.
 * Example: an invitation that was not accepted, refused, reads `Invitation: wrong code`.
 */
export function deedInWords(slug: string, outcome: string): { words: string; isMarked: boolean } {
  const refused = outcome !== "done" && Object.hasOwn(REFUSED, slug) ? REFUSED[slug] : undefined;
  return { words: refused ?? actionInWords(slug), isMarked: outcome !== "done" && refused === undefined };
}
