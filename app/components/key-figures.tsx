import type { ReactNode } from "react";

interface KeyFigure {
  value: ReactNode;
  label: string;
  href?: string;
}

/** A few figures that say where things stand: 47 in scope, 45 answered, 2 outstanding. */
export function KeyFigures({ figures }: { figures: readonly KeyFigure[] }) {
  return (
    <dl className="key-figures">
      {figures.map(({ value, label, href }) => (
        <div key={label} className="key-figures__figure">
          <dt>{href ? <a href={href}>{label}</a> : label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
