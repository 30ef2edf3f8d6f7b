import { setDetails } from "../../db/people";
import { write } from "../../db/write";
import { nameFault } from "../../domain/people/name-rules";
import type { Person } from "../../domain/people/person";
import type { Context } from "../context";
import { record } from "../record";

/** What somebody says of themselves, without the space around it. */
export interface Details {
  readonly name: string;
  /** May be empty. */
  readonly jobTitle: string;
}

export interface DetailsProblem {
  readonly field: keyof Details;
  readonly message: string;
}

export function detailsProblems({ name, jobTitle }: Details): DetailsProblem[] {
  const ofName = name === "" ? "Enter your name, as colleagues know it." : nameFault(name, "your name");
  const ofJobTitle = nameFault(jobTitle, "your job title");
  return [
    ...(ofName === null ? [] : [{ field: "name", message: ofName } as const]),
    ...(ofJobTitle === null ? [] : [{ field: "jobTitle", message: ofJobTitle } as const]),
  ];
}

/** Corrects somebody's own name and job title, from now on: what they declared keeps the name it was declared under. */
export async function changeDetails(context: Context, person: Person, said: Details): Promise<DetailsProblem[]> {
  const problems = detailsProblems(said);
  if (problems.length > 0 || (said.name === person.name && said.jobTitle === person.jobTitle)) return problems;
  await write(context.db, async (tx) => {
    await setDetails(tx, person.id, said);
    await record(tx, context, { by: person, did: "details-changed", about: person.id });
  });
  return [];
}
