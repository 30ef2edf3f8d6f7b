import type { ReactNode } from "react";

type Variant = "primary" | "secondary" | "warning";

const CLASS: Record<Variant, string> = {
  primary: "govuk-button",
  secondary: "govuk-button govuk-button--secondary",
  warning: "govuk-button govuk-button--warning",
};

interface ButtonProps {
  children: ReactNode;
  variant?: Variant;
  /** Sent with the form when this button is the one pressed. */
  name?: string;
  value?: string;
  /** The id of the form, for a button that stands outside it. */
  form?: string;
}

export function Button({ children, variant = "primary", ...sent }: ButtonProps) {
  return (
    <button type="submit" className={CLASS[variant]} {...sent}>
      {children}
    </button>
  );
}

/** A link to the page's next step. It goes somewhere, so it is announced as a link. */
export function ButtonLink({
  href,
  children,
  variant = "primary",
}: {
  href: string;
  children: ReactNode;
  variant?: Variant;
}) {
  return (
    <a href={href} draggable={false} className={CLASS[variant]}>
      {children}
    </a>
  );
}

export function ButtonGroup({ children }: { children: ReactNode }) {
  return <div className="govuk-button-group">{children}</div>;
}
