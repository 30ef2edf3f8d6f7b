type Named = readonly [path: RegExp, words: string];

const YEAR = String.raw`\d{4}-\d{2}`;
const under = (path: string) => new RegExp(`^${path.replace(":year", YEAR).replace(/:\w+/g, "[^/]+")}$`);

const FORMS: readonly Named[] = [
  [under("/submit/:year/form"), "your answers"],
  [under("/submit/:year/waiting"), "which of two drafts is to stand"],
  [under("/submit/:year/not-held"), "the answer “not held”"],
  [under("/submit/:year/refused"), "the answer “refused”"],
  [under("/submit/:year/clarification"), "a question to the Foundation"],
  [under("/submit/:year/confirm"), "what you confirmed about your answers"],
  [under("/submit/:year/declare"), "the declaration of your return"],
  [under("/submit/:year/declare/ask"), "a note to those who may declare"],
  [under("/submit/:year/amend"), "the start of an amendment"],
  [under("/submit/:year/reply"), "an answer to the Foundation’s question"],
  [under("/chase/:year/:ods/accept"), "the acceptance of a return"],
  [under("/chase/:year/:ods/write"), "a message to a trust"],
  [under("/publish/:year"), "the release of a round"],
  [under("/manage/people"), "a change to a trust’s access"],
  [under("/manage/people/invite"), "an invitation"],
  [under("/manage/people/:id"), "a change to somebody’s access"],
  [under("/manage/resets"), "a decision about a reset"],
];

/**
 * What a form that is kept says, by the path it was sent to, query and all. Example: of `/submit/2025-26/reply`, "an answer
 * to the Foundation’s question"; of a path that is no form's, "a form".
 */
export function whatWasSent(path: string): string {
  const page = path.split("?", 1)[0] ?? path;
  return FORMS.find(([form]) => form.test(page))?.[1] ?? "a form";
}
