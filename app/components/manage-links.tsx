import { paths } from "../paths";

const PAGES = {
  people: { href: paths.manage.people(), text: "People" },
  resets: { href: paths.manage.resets(), text: "Resets" },
  audit: { href: paths.manage.audit(), text: "Audit log" },
} as const;

/** The pages of managing, for an admin: at the top of each of them. */
export function ManageLinks({ current }: { current: keyof typeof PAGES }) {
  return (
    <nav className="section-links" aria-label="Manage">
      <ul>
        {Object.entries(PAGES).map(([page, { href, text }]) => (
          <li key={page}>
            <a href={href} aria-current={page === current ? "page" : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
