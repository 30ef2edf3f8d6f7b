import { isLetterQueued, queueLetter } from "../../db/outbox";
import { signatoriesOf } from "../../db/people";
import { write } from "../../db/write";
import { aboutRequest } from "../../domain/audit/entry";
import { formatYear, type ReportingYear } from "../../domain/calendar/reporting-year";
import type { Officer } from "../../domain/people/person";
import { paths } from "../../paths";
import type { Context } from "../context";
import { composeLetter, forQuestions } from "../letter";
import { record } from "../record";
import { readyDraft } from "./draft";

/** The names of those who may declare for an officer's trust. None, where nobody was made a signatory yet. */
export async function whoMayDeclare({ db }: Context, { trust }: Officer): Promise<string[]> {
  return (await signatoriesOf(db, trust.ods)).map(({ name }) => name);
}

export type AskedToDeclare =
  | "told"
  /** The draft is no longer what was on screen, or something in it is still to be put right. */
  | "draft changed"
  | "nobody to tell";

/** Tells everybody who may declare for a trust that its answers are ready: once for each draft, however often asked. */
export async function askToDeclare(
  context: Context,
  officer: Officer,
  year: ReportingYear,
  draftId: string,
): Promise<AskedToDeclare> {
  const { db, publicOrigin } = context;
  const { trust } = officer;
  const draft = await readyDraft(context, officer, year);
  if (draft === null || draft.id !== draftId) return "draft changed";
  return write(db, async (tx) => {
    const signatories = await signatoriesOf(tx, trust.ods);
    let newlyTold = 0;
    for (const { name, email } of signatories) {
      const key = `to declare ${draftId} ${email}`;
      if (await isLetterQueued(tx, key)) continue;
      newlyTold += 1;
      const letter = composeLetter(context, {
        key,
        to: email,
        subject: `Ready to declare: the return for ${formatYear(year)}`,
        says: [
          `Dear ${name}`,
          `${officer.name} has prepared the answers of ${trust.name} (${trust.ods}) for ${formatYear(year)}. Nothing in them is left to put right or to confirm. As a signatory of your trust you can check them, and declare and send them:`,
          `${publicOrigin}${paths.submit.check(year)}`,
          "Until somebody declares them, the Foundation has no answer of your trust.",
          forQuestions(context),
        ],
      });
      await queueLetter(tx, letter);
    }
    if (newlyTold > 0) {
      const about = aboutRequest(year, trust.ods);
      await record(tx, context, { by: officer, did: "declaring-asked", about, detail: { told: newlyTold } });
    }
    return signatories.length === 0 ? "nobody to tell" : "told";
  });
}
