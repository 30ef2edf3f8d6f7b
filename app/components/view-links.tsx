import type { ReactNode } from "react";

interface View {
  href: string;
  text: ReactNode;
  /** How many there are in that view. */
  count?: number;
  current: boolean;
}

/** The other views of the same page: years, or states with their counts. */
export function ViewLinks({ label, views }: { label: string; views: readonly View[] }) {
  return (
    <nav className="view-links" aria-label={label}>
      <ul>
        {views.map(({ href, text, count, current }) => (
          <li key={href}>
            <a href={href} aria-current={current ? "page" : undefined}>
              {text}
              {count !== undefined && <span className="view-links__count"> {count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
