import { addUnconfirmed } from "../../app/db/factors";
import { saveMembership, savePerson } from "../../app/db/people";
import { write } from "../../app/db/write";
import { sealedNewSeed } from "../../app/journeys/account/seeds";
import { upload } from "../../app/journeys/submit/upload";
import type { builtPortal } from "../support/built-portal";
import type { World } from "../support/database";
import {
  answersWith,
  declared,
  everythingOfATrust,
  fileFor,
  type Named,
  OPEN,
  type Secret,
  saved,
} from "../support/everything-of-a-trust";

/** Everybody who could ask for a page, from nobody to an administrator. Trust A is ZD01, trust B is ZD02. */
export const READERS = [
  "anonymous",
  "entrant",
  "newcomer",
  "disabled",
  "contributor of A",
  "signatory of A",
  "signatory of B",
  "staff",
  "admin",
] as const;
export type Reader = (typeof READERS)[number];

const OWN = ["kept", "passkey", "newAddress", "fileName", "agent"] as const;
const NOT_SENT = ["draft", "drafted"] as const;

interface Read {
  /** Who this is, for whoever reads a failure. */
  readonly is: string;
  readonly hidden: "everything" | readonly Secret[];
}

/** What of trust A's must never reach a reader, whatever they ask for. */
export const HIDDEN: Readonly<Record<Reader, Read>> = {
  anonymous: { is: "nobody", hidden: "everything" },
  entrant: { is: "of trust A, with the password given and the second factor not", hidden: "everything" },
  newcomer: { is: "of trust A, with the password given and no second factor set up", hidden: "everything" },
  disabled: { is: "of trust A, with a cookie from before access was ended", hidden: "everything" },
  "contributor of A": { is: "of trust A, who may prepare its answers", hidden: OWN },
  "signatory of A": { is: "of trust A, who owns what is hidden from colleagues", hidden: [] },
  "signatory of B": { is: "of the neighbour", hidden: "everything" },
  staff: { is: "of the Foundation", hidden: [...OWN, ...NOT_SENT] },
  admin: { is: "of the Foundation, who says who may sign in", hidden: [...OWN, ...NOT_SENT] },
};

export const ADDRESSES = {
  entrant: "entrant@demo.example",
  newcomer: "newcomer@demo.example",
  disabled: "disabled@demo.example",
  "contributor of A": "contributor@demo.example",
  "signatory of A": "officer@demo.example",
  "signatory of B": "officer2@demo.example",
  staff: "staff@demo.example",
  admin: "admin@demo.example",
} as const satisfies Partial<Record<Reader, string>>;

/** Fills a demonstration so that every route has something to show to whoever may see it. */
export async function fillForReaders(world: World): Promise<Named> {
  const { context, db, neighbour } = world;
  const named = await everythingOfATrust(world);
  const declaration = { officer: neighbour, name: "Neighbour", role: "Officer", agreed: true };
  await declared(world, OPEN, answersWith("17000", "", "9800"), "", declaration);
  await saved(world, neighbour, OPEN, answersWith("17001", "", "9800"));
  await upload(context, neighbour, OPEN, { name: "own.csv", bytes: fileFor("ZD02", OPEN, "own"), seen: "" });
  for (const reader of ["entrant", "newcomer", "disabled", "contributor of A"] as const) {
    const email = ADDRESSES[reader];
    const row = { email, name: `The ${reader}`, role: "contributor", jobTitle: "", passwordHash: null } as const;
    await write(db, async (tx) => {
      const id = await savePerson(tx, { ...row, trust: "ZD01" });
      await saveMembership(tx, id, "ZD01", "contributor");
      await addUnconfirmed(tx, id, sealedNewSeed(context, id), context.clock.now());
    });
  }
  await db.authenticator.updateMany({
    where: { person: { email: { in: [ADDRESSES.entrant, ADDRESSES.disabled, ADDRESSES["contributor of A"]] } } },
    data: { confirmedAt: context.clock.now() },
  });
  return named;
}

type Portal = Awaited<ReturnType<typeof builtPortal>>;

/** A new session's cookie; empty for nobody. The second factor was given just now, or so many minutes ago. */
export async function cookieFor({ db, context, cookieOf }: Portal, reader: Reader, minutesAgo = 0): Promise<string> {
  if (reader === "anonymous") return "";
  const { id } = await db.person.findUniqueOrThrow({ where: { email: ADDRESSES[reader] } });
  if (reader === "entrant" || reader === "newcomer") return cookieOf(id, null);
  const now = context.clock.now();
  const cookie = await cookieOf(id, new Date(now.getTime() - minutesAgo * 60_000));
  if (reader === "disabled") await db.person.update({ where: { id }, data: { disabledAt: now } });
  return cookie;
}
