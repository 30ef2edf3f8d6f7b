import { holdsNhsNumber } from "../../domain/returns/file/patient-data";
import { ENTRIES, ENTRY_FIELDS, entryId, sameTexts } from "../../domain/returns/texts";
import type { GridFacts } from "./contract";
import type { Fields } from "./fields";
import { Press } from "./press";
import { findIn, type Said, toShow } from "./said";
import { markField, SaidList } from "./said-list";
import { Tally } from "./tally";

/** How long nobody must have typed before what was typed is looked at. */
const PAUSE_MS = 400;

/** Says what is wrong under its question while the grid is filled, as the page itself would once it is saved. */
export function startChecks(form: HTMLFormElement, fields: Fields, { ods, lastYear }: GridFacts): void {
  const lists = ENTRIES.map((entry) => new SaidList(form, entry));
  const tally = new Tally(form);
  const press = new Press();
  const asSent = fields.textsAsSent();
  const before = findIn(asSent, ods, lastYear).said;
  const came = lists.flatMap((list) => list.came(before));
  let shown = came;
  let typedIn: string | null = null;
  let pause: ReturnType<typeof setTimeout> | undefined;

  const look = () => {
    clearTimeout(pause);
    const texts = fields.texts();
    const now = findIn(texts, ods, lastYear);
    shown = ENTRY_FIELDS.flatMap(({ line, entry }) => {
      const field = entryId({ line, entry });
      return toShow({
        now: about(field, now.said),
        before: about(field, before),
        came: about(field, came),
        isChanged: texts[line][entry] !== asSent[line][entry],
        isTyped: field === typedIn,
        shown: about(field, shown).map(({ code }) => code),
      });
    });
    for (const list of lists) list.show(shown);
    for (const field of ENTRY_FIELDS) markField(fields.at(field), field, about(entryId(field), shown)[0]);
    // While nothing is changed, the page's own summary stands.
    if (sameTexts(texts, asSent)) tally.show([], []);
    else tally.show(shown, typedIn === null ? now.ofAll : null);
  };

  form.addEventListener("input", ({ target }) => {
    const field = fields.of(target);
    if (field === null) return;
    typedIn = entryId(field);
    if (holdsNhsNumber(fields.at(field).value)) return look();
    clearTimeout(pause);
    pause = setTimeout(look, PAUSE_MS);
  });
  const leave = () => {
    clearTimeout(pause);
    typedIn = null;
    press.over(look);
  };
  form.addEventListener("change", leave);
  form.addEventListener("focusout", ({ target }) => {
    if (fields.of(target) !== null && typedIn !== null) leave();
  });
  if (!sameTexts(fields.texts(), asSent)) look();
}

function about(field: string, said: readonly Said[]): readonly Said[] {
  return said.filter((one) => one.field === field);
}
