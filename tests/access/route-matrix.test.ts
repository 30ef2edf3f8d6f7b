import { expect, test } from "vitest";
import { builtPortal } from "../support/built-portal";
import { rowsNotOf, rowsOf } from "../support/rows";
import { addressOf, answered, expected, isAdmitted, isForm, type Question, questionsOf } from "./expectation";
import { type Ids, prepared } from "./prepared";
import { cookieFor, READERS, type Reader } from "./readers";
import { credentialsOf, toldWrongly } from "./secrets";
import { ask, WAYS } from "./ways";

// A layout's guard protects nothing in Remix: every loader and action answers for itself, and can be asked by itself.

type Portal = Awaited<ReturnType<typeof builtPortal>>;

test.each(READERS)(
  "R16, R3, R18: what %s gets, in every way of asking for every route",
  async (reader) => {
    const { path, named } = await prepared();
    const portal = await builtPortal({ from: path });
    const { db } = portal;
    const asking = {
      portal,
      reader,
      named,
      cookie: await cookieFor(portal, reader),
      credentials: await credentialsOf(db),
    };
    const found: Found = { expected: [], answered: [], told: [] };
    const refused = questionsOf(reader).filter((question) => !isAdmitted(question, reader));
    const admitted = questionsOf(reader).filter((question) => isAdmitted(question, reader));

    const everything = await rowsNotOf(db, "");
    for (const question of refused) await look(asking, question, found);
    expect(await rowsNotOf(db, "")).toEqual(everything);

    const ofA = await rowsOf(db, "ZD01");
    for (const question of admitted.filter((one) => !isForm(one))) await look(asking, question, found);
    // Some forms end the session they are sent in.
    for (const question of admitted.filter(isForm))
      await look({ ...asking, cookie: await cookieFor(portal, reader) }, question, found);
    if (["anonymous", "signatory of B"].includes(reader)) expect(await rowsOf(db, "ZD01")).toEqual(ofA);

    expect(found.told).toEqual([]);
    expect(found.answered).toEqual(found.expected);
  },
  120_000,
);

interface Asking {
  readonly portal: Portal;
  readonly reader: Reader;
  readonly cookie: string;
  readonly named: Ids;
  readonly credentials: readonly string[];
}
/** One line a question each; `told` for each answer that holds what it must not. */
interface Found {
  readonly expected: string[];
  readonly answered: string[];
  readonly told: string[];
}

async function look({ portal, reader, cookie, named, credentials }: Asking, question: Question, found: Found) {
  const { id, way } = question;
  const path = addressOf(question, reader, named);
  const answer = await ask(portal.origin, WAYS[way].method, WAYS[way].address(path, id), cookie);
  found.expected.push(`${way} ${id}: ${expected(question, reader)}`);
  found.answered.push(`${way} ${id}: ${answered(question, reader, answer)}`);
  const told = [
    ...toldWrongly(answer.body, reader, isAdmitted(question, reader)),
    ...credentials.filter((secret) => answer.body.includes(secret)),
  ];
  found.told.push(...told.map((secret) => `${way} ${id}: ${secret}`));
}
