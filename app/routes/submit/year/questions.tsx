import { Details } from "~/components/details";
import type { StoredRound } from "~/db/rounds";
import { AGE_BAND_TEXT, AGE_BANDS, ALL_AGES_TEXT } from "~/domain/returns/return";

/** The round's questions as they were put, with how their ages are read. */
export function Questions({ questions }: Pick<StoredRound, "questions">) {
  return (
    <Details summary="The four questions, and how ages are counted">
      <ol className="govuk-list govuk-list--number">
        {questions.map(({ number, wording }) => (
          <li key={number}>{wording}</li>
        ))}
      </ol>
      <p>The ages overlap in their wording. Count each child once, by age on the day the referral was received:</p>
      <ul className="govuk-list govuk-list--bullet">
        {AGE_BANDS.map((band) => (
          <li key={band}>
            {AGE_BAND_TEXT[band].label}: {AGE_BAND_TEXT[band].reading}
          </li>
        ))}
        <li>
          {ALL_AGES_TEXT.label}: {ALL_AGES_TEXT.reading}
        </li>
      </ul>
    </Details>
  );
}
