import type { Day } from "../../domain/calendar/day";
import { paths } from "../../paths";
import type { Context } from "../context";

/** New recovery codes with what somebody who finds the sheet of paper has to know. They are in one answer and nowhere else. */
export interface RecoveryCodesToKeep {
  readonly codes: readonly string[];
  readonly email: string;
  readonly on: Day;
  readonly signInAt: string;
}

export function recoveryCodesToKeep(
  { clock, publicOrigin }: Context,
  { email }: { email: string },
  codes: readonly string[],
): RecoveryCodesToKeep {
  return { codes, email, on: clock.today(), signInAt: `${publicOrigin}${paths.account.signIn()}` };
}
