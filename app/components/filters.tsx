import type { ReactNode } from "react";
import { Button } from "./button";

interface FiltersProps {
  /** The page itself: what is chosen goes into its address. */
  action: string;
  /** What they do, for those who cannot see that they stand above the table: "Filter trusts". */
  label: string;
  children: ReactNode;
  submit?: string;
}

/** Fields in a row that narrow down the table below them. */
export function Filters({ action, label, children, submit = "Show" }: FiltersProps) {
  return (
    <form method="get" action={action} aria-label={label} className="filters">
      {children}
      <Button variant="secondary">{submit}</Button>
    </form>
  );
}
