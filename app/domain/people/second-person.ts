interface Named {
  readonly id: string;
  readonly name: string;
}

/** The reset of an account, as far as it decides who can approve it. */
export interface Started {
  readonly person: Named;
  readonly starter: Named;
  readonly startedAt: Date;
}

const DAY_MS = 24 * 60 * 60_000;

/**
 * Why somebody of the Foundation cannot be the second person of a reset, in a sentence to them; null where they can. It
 * takes somebody else than who started it and whose account it is. `factorSince` is when their authenticator app was set
 * up, or null: it must be a day before the reset was started. So no admin invites a second person of their own making
 * before the others, who are told of every invitation, have had a day to notice.
 *
 * Source: security specification, R10. Example: of a reset started on 2 May at 12:00, somebody who set up their app on
 * 1 May at 12:00 can be the second person, and at 12:01 cannot.
 */
export function whyNotSecond(
  { person, starter, startedAt }: Started,
  { id, factorSince }: { id: string; factorSince: Date | null },
): string | null {
  if (starter.id === id) return "You started this reset, so somebody else of the Foundation has to approve it.";
  if (person.id === id) return "This is your own account, so somebody else has to approve its reset.";
  if (factorSince === null || startedAt.getTime() - factorSince.getTime() < DAY_MS) {
    return "You set up your authenticator app less than a day before this reset was started, so somebody else of the Foundation has to approve it.";
  }
  return null;
}
