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
    "trust-taken": "Trust taken from a person",
    "trust-access-ended": "Trust’s access ended",
    "trust-access-restored": "Trust’s access restored",
    "factor-reset-started": "Reset of a second factor started",
    "factor-reset-approved": "Reset of a second factor approved",
    "factor-reset-cancelled": "Reset of a second factor cancelled",
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
    "factor-refused": "Second factor refused",
    "signed-out": "Signed out",
    "session-ended": "Session ended",
    "invitation-accepted": "Invitation accepted",
    "password-changed": "Password changed",
    "password-reset-asked": "Password reset asked for",
    "password-reset": "Password reset",
    "factor-help-asked": "Help with a lost second factor asked for",
    "authenticator-begun": "Set-up of an authenticator begun",
    "authenticator-set-up": "Authenticator set up",
    "recovery-codes-made": "Recovery codes made",
    "recovery-code-used": "Recovery code used",
    "passkey-added": "Passkey added",
    "passkey-removed": "Passkey removed",
    "email-change-asked": "Change of email address asked for",
    "email-changed": "Email address changed",
    "trust-chosen": "Trust chosen to act for",
    "identity-confirmed": "Confirmed that it is them",
    "form-kept": "Typed form kept over signing in again",
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
