import { type Explanation, explanationInWords, questionsInWords } from "../domain/returns/explanations";
import { SummaryList } from "./summary-list";

/** What a trust says beside answers without figures: who holds them, or why it refuses. */
export function ExplanationList({ explanations }: { explanations: readonly Explanation[] }) {
  if (explanations.length === 0) return null;
  return (
    <SummaryList
      rows={explanations.map((one) => ({ key: questionsInWords(one.questions), value: explanationInWords(one) }))}
    />
  );
}
