import type { Database } from "../../app/db/client";
import { SECRETS, secretsIn } from "../support/everything-of-a-trust";
import { ADDRESSES, HIDDEN, type Reader } from "./readers";

/** What of a text this reader must not be told: somebody who is refused is told nothing but who they are. */
export function toldWrongly(text: string, reader: Reader, isAdmitted: boolean): string[] {
  const { hidden } = HIDDEN[reader];
  const isAllHidden = !isAdmitted || hidden === "everything";
  const own = OWN[reader] ?? [];
  const secrets = secretsIn(text).filter((secret) => isAllHidden || hidden.some((name) => SECRETS[name] === secret));
  const addresses = isAllHidden ? (text.match(/[\w.-]+@demo\.example/g) ?? []) : [];
  return [...secrets, ...addresses].filter((told) => told !== WHERE_HELP_IS && !own.includes(told));
}

/** Everybody is told that. */
const WHERE_HELP_IS = "help@demo.example";

/** What somebody is told of themselves on every page. */
const OWN: Readonly<Partial<Record<Reader, readonly string[]>>> = {
  newcomer: [ADDRESSES.newcomer],
  "signatory of A": [SECRETS.officer, SECRETS.officersAddress],
  "signatory of B": [ADDRESSES["signatory of B"]],
};

/** Everything by which somebody could sign in, or find out how: it is on no page, whoever asks. */
export async function credentialsOf(db: Database): Promise<readonly string[]> {
  const [people, sessions, authenticators, codes, links, forms] = await Promise.all([
    db.person.findMany({ select: { passwordHash: true } }),
    db.session.findMany({ select: { id: true } }),
    db.authenticator.findMany({ select: { seed: true } }),
    db.recoveryCode.findMany({ select: { hash: true } }),
    db.emailLink.findMany({ select: { tokenSha256: true, codeSha256: true } }),
    db.keptForm.findMany({ select: { fields: true } }),
  ]);
  const stored = [
    ...people.map(({ passwordHash }) => passwordHash),
    ...sessions.map(({ id }) => id),
    ...authenticators.map(({ seed }) => seed),
    ...codes.map(({ hash }) => hash),
    ...links.flatMap(({ tokenSha256, codeSha256 }) => [tokenSha256, codeSha256]),
    ...forms.map(({ fields }) => fields),
  ];
  return ["$argon2", ...stored.filter((text) => text !== null)];
}
