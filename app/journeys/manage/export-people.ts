import { allAccounts } from "../../db/accounts";
import { peopleFile } from "../../domain/people/people-file";
import type { Admin } from "../../domain/people/person";
import { writeCsv } from "../../domain/returns/csv";
import type { Context } from "../context";
import { record } from "../record";
import { writeAs } from "./write-as";

/** Everybody who may, might or once might sign in, as a CSV file for a review of access. */
export async function exportPeople(context: Context, by: Admin): Promise<string> {
  return writeAs(context, by, async (tx) => {
    const accounts = await allAccounts(tx);
    await record(tx, context, { by, did: "people-exported", about: "", detail: { people: accounts.length } });
    return writeCsv(peopleFile(accounts, context.clock.now()));
  });
}
