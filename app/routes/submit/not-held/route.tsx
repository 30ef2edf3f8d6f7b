import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { questionsIn } from "~/components/fields/question-boxes";
import { Select } from "~/components/fields/select";
import { TextInput } from "~/components/fields/text-input";
import { OtherwiseForm } from "~/components/otherwise-form";
import { pageTitle } from "~/components/page-title";
import { savedInWords } from "~/components/saved-in-words";
import { forTrust, yearOf } from "~/guards.server";
import { answerNotHeld, otherAnswerPage } from "~/journeys/submit/answer-otherwise";
import { openedFor, paths } from "~/paths";
import { textFields } from "~/read-form.server";

export const loader = forTrust(async ({ context, person, params }) => {
  const year = yearOf(params);
  const page = await otherAnswerPage(context, person, year);
  if (page === null) throw redirect(paths.submit.year(year));
  const { questions, holders, draft } = page;
  const saved = draft && savedInWords({ ...draft, reader: person.id });
  return { year, trust: person.trust, questions, holders, saved, seen: draft?.id ?? "" };
});

export const action = forTrust(async ({ context, person, params, request }) => {
  const year = yearOf(params);
  const fields = await textFields(request);
  const text = (name: string) => fields.get(name)?.trim() ?? "";
  const form = {
    seen: text("seen"),
    questions: questionsIn(fields),
    holder: text("holder"),
    otherHolder: text("otherHolder"),
    words: text("words"),
  };
  const answer = await answerNotHeld(context, person, year, form);
  if (answer.kind === "not open") throw redirect(paths.submit.year(year), 303);
  if (answer.kind === "saved") throw redirect(answer.whole ? paths.submit.check(year) : paths.submit.form(year), 303);
  const problems = answer.kind === "problems" ? answer.problems : [];
  return data({ form, problems, changed: answer.kind === "changed meanwhile" }, { status: 422 });
});

export const meta = () => pageTitle("We do not hold it");

export default function NotHeld() {
  const { holders, ...shown } = useLoaderData<typeof loader>();
  const { trust, year } = shown;
  const refused = useActionData<typeof action>();
  return (
    <OtherwiseForm
      {...shown}
      action={openedFor(trust.ods, paths.submit.notHeld(year))}
      heading="We do not hold it"
      legend="What do you not hold?"
      words={{
        label: "Anything to add",
        hint: "For example: our records do not tell ages below five apart. The Foundation’s staff read it.",
      }}
      refused={refused}
    >
      {(problemOf) => (
        <>
          <Select
            name="holder"
            label="Who holds it?"
            hint="If you know. A trust that you name will be asked instead of yours."
            value={refused?.form.holder ?? ""}
            error={problemOf("holder")}
            options={[
              { value: "", text: "Not known, or nobody" },
              ...holders.map(({ ods, name }) => ({ value: ods, text: `${name} (${ods})` })),
              { value: "other", text: "Someone else: write who below" },
            ]}
          />
          <TextInput
            name="otherHolder"
            label="Someone else"
            hint="The name of the organisation, if it is not in the list."
            value={refused?.form.otherHolder ?? ""}
            error={problemOf("otherHolder")}
          />
        </>
      )}
    </OtherwiseForm>
  );
}
