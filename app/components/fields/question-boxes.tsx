import { QUESTION_NUMBERS, type QuestionNumber } from "../../domain/returns/explanations";
import { Checkboxes } from "./checkboxes";

interface QuestionBoxesProps {
  legend: string;
  questions: readonly { readonly number: number; readonly wording: string }[];
  chosen: readonly number[];
  error: string | undefined;
}

/** The round's four questions to choose from, all of them from the start. */
export function QuestionBoxes({ legend, questions, chosen, error }: QuestionBoxesProps) {
  return (
    <Checkboxes
      name="questions"
      legend={legend}
      hint="Untick those that you can answer."
      error={error}
      chosen={chosen.map(String)}
      options={QUESTION_NUMBERS.map((number) => ({
        name: nameOf(number),
        value: String(number),
        label: `Question ${number}`,
        hint: questions.find((question) => question.number === number)?.wording,
      }))}
    />
  );
}

/** The questions that were ticked in what the form sent. */
export function questionsIn(fields: ReadonlyMap<string, string>): QuestionNumber[] {
  return QUESTION_NUMBERS.filter((number) => fields.get(nameOf(number)) === String(number));
}

function nameOf(number: QuestionNumber): string {
  return `question-${number}`;
}
