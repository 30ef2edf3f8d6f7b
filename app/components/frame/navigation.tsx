import type { Role } from "../../domain/people/person";
import { paths } from "../../paths";
import { HowMany } from "../how-many";

interface Destination {
  href: string;
  text: string;
  /** What lies within it, where that is more than what lies below its own address. */
  within?: string;
  /** Whether it is where those are seen to who wait for somebody of the Foundation. */
  isWaitedAt?: boolean;
}

const PUBLIC: readonly Destination[] = [
  { href: paths.home(), text: "The answer" },
  { href: paths.compare.year(), text: "Compare trusts" },
  { href: paths.compare.trends(), text: "Year on year" },
];
const FOR_TRUST: readonly Destination[] = [{ href: paths.submit.home(), text: "Your return" }];
const FOR_FOUNDATION: readonly Destination[] = [
  { href: paths.chase.home(), text: "Chase" },
  { href: paths.publish.home(), text: "Publish" },
];
const FOR_STAFF: readonly Destination[] = [
  ...FOR_FOUNDATION,
  { href: paths.manage.resets(), text: "Account resets", isWaitedAt: true },
];
const FOR_ADMIN: readonly Destination[] = [
  ...FOR_FOUNDATION,
  { href: paths.manage.people(), text: "Manage", within: "/manage", isWaitedAt: true },
];
const OWN: Record<Role, readonly Destination[]> = {
  contributor: FOR_TRUST,
  signatory: FOR_TRUST,
  staff: FOR_STAFF,
  admin: FOR_ADMIN,
};

/** What someone can do here: their own work first, then what everyone can read. */
export function destinationsFor(role: Role | null): readonly Destination[] {
  if (role === null) return PUBLIC;
  return [...OWN[role], ...PUBLIC];
}

/** The destination a page belongs to: the one whose address it lies deepest within. `/chase/2022-23` is within `/chase`. */
export function destinationOf(pathname: string, destinations: readonly Destination[]): Destination | null {
  const around = destinations.filter(
    ({ href, within = href }) => pathname === href || (within !== "/" && pathname.startsWith(`${within}/`)),
  );
  return around.sort((a, b) => b.href.length - a.href.length)[0] ?? null;
}

interface NavigationProps {
  role: Role | null;
  waiting: number;
  pathname: string;
}

export function Navigation({ role, waiting, pathname }: NavigationProps) {
  const destinations = destinationsFor(role);
  const here = destinationOf(pathname, destinations);
  return (
    <nav className="navigation" aria-label="Main">
      <ul className="govuk-width-container">
        {destinations.map((destination) => (
          <li key={destination.href}>
            <a href={destination.href} aria-current={current(destination, here, pathname)}>
              {destination.text}
              {destination.isWaitedAt && <HowMany waiting={waiting} />}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function current(destination: Destination, here: Destination | null, pathname: string): "page" | "true" | undefined {
  if (destination !== here) return undefined;
  return destination.href === pathname ? "page" : "true";
}
