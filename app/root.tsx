import figtree from "@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2?url";
import sourceSerif from "@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2?url";
import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { Links, Meta, Outlet, useLocation, useRouteError, useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { ErrorPage, headingOf } from "./components/frame/error-page";
import { isSignedIn, type Reader, type SignedIn } from "./components/frame/masthead";
import { PageFrame } from "./components/frame/page-frame";
import { PageScript } from "./components/frame/page-script";
import { pageTitle, SERVICE } from "./components/page-title";
import type { Help } from "./domain/people/help";
import { isOfficer, type Person } from "./domain/people/person";
import { secondsLeft } from "./domain/people/session-life";
import { forEveryone } from "./guards.server";
import { howManyWait } from "./journeys/manage/resets";
import styles from "./styles/main.scss?url";

export const loader = forEveryone(async ({ context, person, session }): Promise<AroundThePage> => {
  const { demonstration, help, clock } = context;
  if (person === null) return { demonstration, help, reader: null };
  const endsIn = session === null ? 0 : secondsLeft(session, clock.now());
  const waiting = isOfficer(person) ? 0 : await howManyWait(context);
  return { demonstration, help, reader: { ...shownInMasthead(person), endsIn, waiting } };
});

/** What the frame around every page says; `entry.server.tsx` fills it in where the loader could not. */
export interface AroundThePage {
  demonstration: boolean;
  /** Null where even that could not be asked. */
  help: Help | null;
  reader: Reader;
}

function shownInMasthead(person: Person): Omit<SignedIn, "endsIn" | "waiting"> {
  const { name, role } = person;
  if (!isOfficer(person)) return { name, role, trustName: null, hasSeveral: false };
  return { name, role, trustName: person.trust.name, hasSeveral: person.places.length > 1 };
}

export const meta: MetaFunction = ({ error }) => (error ? pageTitle(headingOf(error)) : [{ title: SERVICE }]);

const font = (href: string) =>
  ({ rel: "preload", href, as: "font", type: "font/woff2", crossOrigin: "anonymous" }) as const;

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: styles },
  font(figtree),
  font(sourceSerif),
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
];

const NOTHING_KNOWN: AroundThePage = { demonstration: false, help: null, reader: "unknown" };

/** The document around every page, and around the page that says what went wrong. */
export function Layout({ children }: { children: ReactNode }) {
  const { demonstration, reader }: AroundThePage = useRouteLoaderData<typeof loader>("root") ?? NOTHING_KNOWN;
  const { pathname } = useLocation();
  return (
    <html lang="en-GB" className="govuk-template">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="theme-color" content="#fdfaf5" />
        <Meta />
        <Links />
        <PageScript isSignedIn={isSignedIn(reader)} />
        {import.meta.env.DEV && <script type="module" src="/@vite/client" />}
      </head>
      <body className="govuk-template__body">
        <PageFrame demonstration={demonstration} reader={reader} pathname={pathname}>
          {children}
        </PageFrame>
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <ErrorPage error={useRouteError()} />;
}
