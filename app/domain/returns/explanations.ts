import { z } from "zod";
import { AGE_BANDS, type Figures, type Line } from "./return";
import { type AnswerTexts, eachLine } from "./texts";

/** The numbers of the round's questions. The first three are asked of three ages, the fourth of all. */
export const QUESTION_NUMBERS = [1, 2, 3, 4] as const;
export type QuestionNumber = (typeof QUESTION_NUMBERS)[number];

const questions = z.array(z.literal(QUESTION_NUMBERS)).min(1);

/**
 * What a trust says beside an answer without figures. `not-held` names who holds it where that is known: `ods` is the
 * code of a trust of the register, null for anyone else. `section` is that of the Act relied on, as in `s12`.
 * Source: Freedom of Information Act 2000 s.1(1)(a), s.16 and s.17; reference on the FOI clock, section 4.
 */
const explanation = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("not-held"),
    questions,
    holder: z.object({ ods: z.string().nullable(), name: z.string() }).nullable(),
    words: z.string(),
  }),
  z.object({ kind: z.literal("refused"), questions, section: z.string(), words: z.string() }),
]);
export type Explanation = Readonly<z.infer<typeof explanation>>;
export type NotHeld = Extract<Explanation, { kind: "not-held" }>;
export type Refusal = Extract<Explanation, { kind: "refused" }>;

const explanations = z.array(explanation);

export function readExplanations(json: string): readonly Explanation[] {
  return explanations.parse(JSON.parse(json));
}

/** The sections that an information request of this kind is refused under, with what each is about. */
export const SECTIONS = {
  s12: "Section 12: answering would cost more than the limit",
  s14: "Section 14: vexatious or repeated request",
  s21: "Section 21: already published",
  s22: "Section 22: to be published soon",
  "s40(2)": "Section 40(2): personal data",
  s43: "Section 43: commercial interests",
} as const;

/** The answer that stands in a cell: `not held`, or `refused s12`. It reads the same in the grid and in a file. */
export function answerInCell(given: Pick<NotHeld, "kind"> | Pick<Refusal, "kind" | "section">): string {
  return given.kind === "not-held" ? "not held" : `refused ${given.section}`;
}

/**
 * Puts an answer without figures into every cell of its questions, in place of what stood there.
 * Example: question 2 not held makes the referred counts of the three ages `not held`, and leaves 0–18 as it is.
 */
export function withExplanation(texts: AnswerTexts, given: Explanation): AnswerTexts {
  const answer = answerInCell(given);
  const asks = (line: Line, entry: "takes" | "referred" | "accessed") =>
    given.questions.includes(questionOf(line, entry));
  return eachLine((line) => ({
    ...texts[line],
    takes: line !== "all" && asks(line, "takes") ? answer : texts[line].takes,
    referred: asks(line, "referred") ? answer : texts[line].referred,
    accessed: asks(line, "accessed") ? answer : texts[line].accessed,
  }));
}

export function questionOf(line: Line, entry: "takes" | "referred" | "accessed"): QuestionNumber {
  if (line === "all") return 4;
  return entry === "takes" ? 1 : entry === "referred" ? 2 : 3;
}

/** A newer explanation takes the place of older ones for the questions it is about. */
export function explained(before: readonly Explanation[], given: Explanation): readonly Explanation[] {
  const rest = before.flatMap((one): Explanation[] => {
    const left = one.questions.filter((question) => !given.questions.includes(question));
    return left.length === 0 ? [] : [{ ...one, questions: left }];
  });
  return [...rest, given];
}

/**
 * The explanations that the figures still bear out: whoever types a figure over "not held" has answered after all.
 * Example: not held for questions 2 and 3, then counts typed for question 3: it is left for question 2.
 */
export function standing(given: readonly Explanation[], figures: Figures): readonly Explanation[] {
  return given.flatMap((one): Explanation[] => {
    const left = one.questions.filter((question) => kindsOf(figures, question).includes(one.kind));
    return left.length === 0 ? [] : [{ ...one, questions: left }];
  });
}

function kindsOf({ bands, all }: Figures, question: QuestionNumber): readonly string[] {
  if (question === 4) return [all.referred.kind, all.accessed.kind];
  return AGE_BANDS.map((band) => {
    if (question === 1) return bands[band].takes;
    return bands[band][question === 2 ? "referred" : "accessed"].kind;
  });
}

/** What an answer is as a whole; it decides which event is recorded of the request. */
export type AnswerAs = "responded" | "part-answered" | "refused" | "not-held";

/**
 * `not-held` and `refused` where nothing else is said anywhere (a refusal in the case of both); `part-answered` where a
 * whole question is answered without anything to go by; `responded` for any other answer, numbers or not.
 * Example: every count refused and question 1 answered is `part-answered`.
 */
export function answerAs(figures: Figures): AnswerAs {
  const byQuestion = QUESTION_NUMBERS.map((question) => kindsOf(figures, question));
  const all = byQuestion.flat();
  if (all.every((kind) => kind === "not-held")) return "not-held";
  if (all.every((kind) => kind === "refused" || kind === "not-held")) return "refused";
  return byQuestion.some((kinds) => kinds.every(saysNothing)) ? "part-answered" : "responded";
}

function saysNothing(kind: string): boolean {
  return kind === "refused" || kind === "not-held" || kind === "missing" || kind === "unclear";
}

/** "Question 2", "Questions 2 and 3", "All four questions". */
export function questionsInWords(numbers: readonly QuestionNumber[]): string {
  if (numbers.length === QUESTION_NUMBERS.length) return "All four questions";
  const [first = "", ...rest] = numbers.map(String);
  if (rest.length === 0) return `Question ${first}`;
  return `Questions ${[first, ...rest.slice(0, -1)].join(", ")} and ${rest.at(-1)}`;
}

/** One explanation as people read it. Example: "Not held. Ask Northgate Trust." */
export function explanationInWords(given: Explanation): string {
  const said = given.words === "" ? "" : ` “${given.words}”`;
  if (given.kind === "refused") return `Refused under ${given.section.replace(/^s(?=\d)/, "section ")}.${said}`;
  return `Not held.${given.holder === null ? "" : ` Ask ${given.holder.name}.`}${said}`;
}
