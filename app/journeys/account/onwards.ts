import { isOfficer, type Person } from "../../domain/people/person";
import { paths } from "../../paths";

/** Where somebody goes on after signing in: to the page they asked for, or to their own; past the choice of a trust, if they have one. */
export function onwards(person: Person, to: string | null): string {
  const own = isOfficer(person) ? paths.submit.home() : paths.chase.home();
  if (isOfficer(person) && person.places.length > 1) return paths.account.trust({ to: to ?? own });
  return to ?? own;
}
