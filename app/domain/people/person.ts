interface SignedIn {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** What they do, as in "Information Governance Manager"; offered when they declare a return. May be empty. */
  readonly jobTitle: string;
}

/** Someone who answers for one trust. Every query made for them is scoped by that trust. */
export interface Officer extends SignedIn {
  readonly role: "trust";
  readonly trust: { readonly ods: string; readonly name: string };
}

/** Someone of the Foundation. */
export interface Staff extends SignedIn {
  readonly role: "staff" | "admin";
}

export type Person = Officer | Staff;

export const ROLES = ["trust", "staff", "admin"] as const;
export type Role = (typeof ROLES)[number];
