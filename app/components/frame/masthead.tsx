import type { Role } from "../../domain/people/person";
import { paths } from "../../paths";
import { SERVICE } from "../page-title";
import { Mark } from "./mark";
import { Navigation } from "./navigation";

export interface SignedIn {
  name: string;
  role: Role;
  /** Null for the Foundation's own staff. */
  trustName: string | null;
  /** Whether there is another trust to choose. */
  hasSeveral: boolean;
  /** How many wait for somebody of the Foundation: for help with signing in, or for a second person. 0 for trusts. */
  waiting: number;
  /** In how many seconds the session ends, if nothing more is done. */
  endsIn: number;
}

/** Who a page is shown to: null for a visitor, unknown where the look-up itself failed. */
export type Reader = SignedIn | null | "unknown";

export function Masthead({ reader, pathname }: { reader: Reader; pathname: string }) {
  return (
    <header className="masthead">
      <div className="masthead__top govuk-width-container">
        <a className="wordmark" href={paths.home()}>
          <Mark />
          {SERVICE}
        </a>
        {reader === null && <SignInLink pathname={pathname} />}
        {isSignedIn(reader) && <Account {...reader} />}
      </div>
      <Navigation
        role={isSignedIn(reader) ? reader.role : null}
        waiting={isSignedIn(reader) ? reader.waiting : 0}
        pathname={pathname}
      />
    </header>
  );
}

export function isSignedIn(reader: Reader): reader is SignedIn {
  return reader !== null && reader !== "unknown";
}

const ROLE_IN_MASTHEAD: Readonly<Record<Role, string>> = {
  contributor: "contributor",
  signatory: "signatory",
  staff: "staff",
  admin: "admin",
};

function Account({ name, role, trustName, hasSeveral, endsIn }: SignedIn) {
  return (
    <form className="account" method="post" action={paths.account.signOut()} data-session-ends-in={endsIn}>
      <p className="account__who">
        <span className="govuk-visually-hidden">Signed in as </span>
        <a className="account__name" href={paths.account.home()}>
          {name}
        </a>
        <span className="account__place">
          {trustName ?? "Parent-Infant Foundation"}, {ROLE_IN_MASTHEAD[role]}
          {hasSeveral && (
            <>
              {" "}
              <a href={paths.account.trust()}>Change trust</a>
            </>
          )}
        </span>
      </p>
      <button type="submit" className="account__sign-out">
        Sign out
      </button>
    </form>
  );
}

function SignInLink({ pathname }: { pathname: string }) {
  const signIn = paths.account.signIn();
  return (
    <a className="account__sign-in" href={signIn} aria-current={pathname === signIn ? "page" : undefined}>
      Sign in
    </a>
  );
}
