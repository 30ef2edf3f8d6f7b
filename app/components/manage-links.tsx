import { useRouteLoaderData } from "@remix-run/react";
import { paths } from "../paths";
import { HowMany } from "./how-many";

const PAGES = {
  people: { href: paths.manage.people(), text: "People" },
  resets: { href: paths.manage.resets(), text: "Account resets" },
  audit: { href: paths.manage.audit(), text: "Audit log" },
} as const;

/** The pages of managing, for an admin: at the top of each of them. */
export function ManageLinks({ current }: { current: keyof typeof PAGES }) {
  const waiting = useRouteLoaderData<{ reader: { waiting: number } | null }>("root")?.reader?.waiting ?? 0;
  return (
    <nav className="section-links" aria-label="Manage">
      <ul>
        {Object.entries(PAGES).map(([page, { href, text }]) => (
          <li key={page}>
            <a href={href} aria-current={page === current ? "page" : undefined}>
              {text}
              {page === "resets" && <HowMany waiting={waiting} />}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
