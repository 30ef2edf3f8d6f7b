import type { ReactNode } from "react";
import type { Svg } from "./svg";

interface FigureProps {
  chart: Svg;
  /** As in "Figures returned by 45 of 47 trusts. Release 3". */
  source: ReactNode;
  /** As in "22 April 2024". */
  date: string;
  /** The table of the same figures. */
  children: ReactNode;
}

/** A chart, the table of its figures beside it, and where they are from. */
export function Figure({ chart, source, date, children }: FigureProps) {
  return (
    <figure className="figure">
      <div className="figure__parts">
        <div className="figure__chart" {...markup(chart)} />
        <div className="figure__table">{children}</div>
      </div>
      <figcaption className="figure__caption">
        Source: {source}, {date}
      </figcaption>
    </figure>
  );
}

const markup = (svg: Svg) => ({ dangerouslySetInnerHTML: { __html: svg } });
