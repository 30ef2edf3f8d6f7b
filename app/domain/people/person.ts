interface SignedIn {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** What they do, as in "Information Governance Manager"; offered when they declare a return. May be empty. */
  readonly jobTitle: string;
}

/** A trust someone acts for, and as what: a contributor drafts, a signatory also declares. */
export interface Place {
  readonly ods: string;
  readonly name: string;
  readonly role: TrustRole;
}

/** Someone who answers for one trust. Every query made for them is scoped by that trust. */
export interface Officer extends SignedIn {
  readonly role: TrustRole;
  /** The trust they act for now. */
  readonly trust: { readonly ods: string; readonly name: string };
  /** Every trust they may act for, this one included. */
  readonly places: readonly Place[];
}

/** An officer who may declare. */
export type Signatory = Officer & { readonly role: "signatory" };

/** Someone of the Foundation. */
export interface Staff extends SignedIn {
  readonly role: FoundationRole;
}

/** Someone of the Foundation who also says who else may sign in. */
export type Admin = Staff & { readonly role: "admin" };

export type Person = Officer | Staff;

export const TRUST_ROLES = ["contributor", "signatory"] as const;
export type TrustRole = (typeof TRUST_ROLES)[number];

export const FOUNDATION_ROLES = ["staff", "admin"] as const;
export type FoundationRole = (typeof FOUNDATION_ROLES)[number];

export type Role = TrustRole | FoundationRole;

export const ROLE_IN_WORDS: Record<Role, string> = {
  contributor: "Contributor",
  signatory: "Signatory",
  staff: "Foundation staff",
  admin: "Foundation admin",
};

/** What a role is for, to stand after "you can"; the trust was named before. */
export const WHAT_A_ROLE_CAN_DO: Record<Role, string> = {
  contributor: "prepare its return, which a signatory then declares",
  signatory: "prepare its return and declare it on the trust’s behalf",
  staff: "follow up and check the returns of trusts, and release rounds",
  admin: "follow up and check the returns of trusts, release rounds, and say who can sign in",
};

export function isOfficer(person: Person): person is Officer {
  return person.role === "contributor" || person.role === "signatory";
}

export function isSignatory(person: Person): person is Signatory {
  return person.role === "signatory";
}

export function isAdmin(person: Person): person is Admin {
  return person.role === "admin";
}

/** Reads a role as it is stored; one that is not a trust's role is a fault in the database. */
export function asTrustRole(text: string): TrustRole {
  const role = TRUST_ROLES.find((known) => known === text);
  if (role === undefined)
    throw new Error(`Somebody acts for a trust as ${JSON.stringify(text)}, which does not exist.`);
  return role;
}
