import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { questionsIn } from "~/components/fields/question-boxes";
import { Select } from "~/components/fields/select";
import { TextInput } from "~/components/fields/text-input";
import { OtherwiseForm } from "~/components/otherwise-form";
import { pageTitle } from "~/components/page-title";
import { savedInWords } from "~/components/saved-in-words";
import { SECTIONS } from "~/domain/returns/explanations";
import { forTrust, yearOf } from "~/guards.server";
import { answerRefused, otherAnswerPage } from "~/journeys/submit/answer-otherwise";
import { openedFor, paths } from "~/paths";
import { textFields } from "~/read-form.server";

export const loader = forTrust(async ({ context, person, params }) => {
  const year = yearOf(params);
  const page = await otherAnswerPage(context, person, year);
  if (page === null) throw redirect(paths.submit.year(year));
  const { questions, draft } = page;
  const saved = draft && savedInWords({ ...draft, reader: person.id });
  return { year, trust: person.trust, questions, saved, seen: draft?.id ?? "" };
});

export const action = forTrust(async ({ context, person, params, request }) => {
  const year = yearOf(params);
  const fields = await textFields(request);
  const text = (name: string) => fields.get(name)?.trim() ?? "";
  const form = {
    seen: text("seen"),
    questions: questionsIn(fields),
    section: text("section"),
    otherSection: text("otherSection"),
    words: text("words"),
  };
  const answer = await answerRefused(context, person, year, form);
  if (answer.kind === "not open") throw redirect(paths.submit.year(year), 303);
  if (answer.kind === "saved") throw redirect(answer.whole ? paths.submit.check(year) : paths.submit.form(year), 303);
  const problems = answer.kind === "problems" ? answer.problems : [];
  return data({ form, problems, changed: answer.kind === "changed meanwhile" }, { status: 422 });
});

export const meta = () => pageTitle("We refuse to answer");

export default function Refused() {
  const shown = useLoaderData<typeof loader>();
  const { trust, year } = shown;
  const refused = useActionData<typeof action>();
  return (
    <OtherwiseForm
      {...shown}
      action={openedFor(trust.ods, paths.submit.refused(year))}
      heading="We refuse to answer"
      lead="A refusal is a notice under section 17 of the Act: it names the section and says why it applies."
      legend="What do you refuse to answer?"
      words={{
        label: "Why does it apply?",
        hint: "For section 12, say how long answering would take: the Foundation can then ask for less (section 16).",
      }}
      refused={refused}
    >
      {(problemOf) => (
        <>
          <Select
            name="section"
            label="Under which section?"
            value={refused?.form.section ?? ""}
            error={problemOf("section")}
            options={[
              { value: "", text: "Choose a section" },
              ...Object.entries(SECTIONS).map(([value, text]) => ({ value, text })),
              { value: "other", text: "Another section: write its number below" },
            ]}
          />
          <TextInput
            name="otherSection"
            label="Another section"
            hint="Its number, as in 31 or 41(2)."
            width={10}
            value={refused?.form.otherSection ?? ""}
            error={problemOf("otherSection")}
          />
        </>
      )}
    </OtherwiseForm>
  );
}
