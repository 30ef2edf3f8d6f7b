import { demonstration } from "../support/database";
import type { Named } from "../support/everything-of-a-trust";
import { ADDRESSES, fillForReaders } from "./readers";

interface Prepared {
  /** The file of the database. */
  readonly path: string;
  readonly named: Ids;
}

/** What paths of the matrix name. */
export type Ids = Named & { readonly person: string };

let preparing: Promise<Prepared> | undefined;

/** A database in which every route has something to show, made once and copied for each reader. */
export function prepared(): Promise<Prepared> {
  preparing ??= prepare();
  return preparing;
}

async function prepare(): Promise<Prepared> {
  const world = await demonstration();
  const named = await fillForReaders(world);
  const { id } = await world.db.person.findUniqueOrThrow({ where: { email: ADDRESSES["signatory of A"] } });
  return { path: world.url.replace("file:", ""), named: { ...named, person: id } };
}

/** An address of the matrix with its ids filled in. */
export const filled = (path: string, { keptForm, person }: Ids) =>
  path.replace("{keptForm}", keptForm).replace("{person}", person);
