import type { Role } from "../../app/domain/people/person";

interface DemonstrationPerson {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly jobTitle: string;
  readonly trust?: string;
  /** What is printed beside the address at start. */
  readonly says: string;
}

const officer = { role: "signatory", jobTitle: "Information officer" } as const;

export const PEOPLE: readonly [DemonstrationPerson, ...DemonstrationPerson[]] = [
  { ...officer, email: "officer@demo.example", name: "First officer", trust: "ZD01", says: "officer of trust ZD01" },
  { ...officer, email: "officer2@demo.example", name: "Second officer", trust: "ZD02", says: "officer of trust ZD02" },
  { email: "staff@demo.example", name: "Foundation staff", role: "staff", jobTitle: "Policy officer", says: "staff" },
  { email: "admin@demo.example", name: "Foundation admin", role: "admin", jobTitle: "Data lead", says: "admin" },
];
