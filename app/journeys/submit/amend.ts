import { draftSaved, replaceDraft } from "../../db/drafts";
import { versionsOf } from "../../db/returns";
import { write } from "../../db/write";
import { aboutRequest } from "../../domain/audit/entry";
import type { ReportingYear } from "../../domain/calendar/reporting-year";
import type { Officer } from "../../domain/people/person";
import { writeTemplate } from "../../domain/returns/template";
import { type AnswerTexts, textsOf } from "../../domain/returns/texts";
import type { Context } from "../context";
import { record } from "../record";
import { checkFile } from "./check-file";
import { requestToAnswer } from "./your-round";

export type Amending = "started" | "not open" | "nothing to amend";

/**
 * Lays the answers of the latest version into a draft, to be changed and declared as the next. A draft that is there
 * already is left as it is: starting twice starts once.
 */
export async function startAmending(context: Context, officer: Officer, year: ReportingYear): Promise<Amending> {
  const { ods } = officer.trust;
  const latest = (await versionsOf(context.db, ods, year)).at(-1);
  if (latest === undefined) return "nothing to amend";
  const texts = latest.texts ?? (await textsFromFigures(context, officer, year, latest.figures));
  return write(context.db, async (tx): Promise<Amending> => {
    if ((await requestToAnswer(tx, ods, year)) === null) return "not open";
    if ((await draftSaved(tx, ods, year)) !== null) return "started";
    const { explanations } = latest;
    const saved = { savedAt: context.clock.now(), savedBy: officer.id };
    await replaceDraft(tx, ods, year, { file: null, texts, explanations, ...saved });
    await record(tx, context, { by: officer, did: "amendment-begun", about: aboutRequest(year, ods) });
    return "started";
  });
}

/** For versions that were kept without their texts: their figures, written out as the return file writes them. */
async function textsFromFigures(
  context: Context,
  officer: Officer,
  year: ReportingYear,
  figures: Parameters<typeof writeTemplate>[2],
): Promise<AnswerTexts> {
  const bytes = new TextEncoder().encode(writeTemplate(officer.trust, year, figures));
  const { own } = await checkFile(context, officer, year, bytes, null);
  if (own === null) throw new Error("Figures that were written out could not be read back.");
  return textsOf(own.written);
}
