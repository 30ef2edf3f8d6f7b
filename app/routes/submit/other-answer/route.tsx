import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { TaskList } from "~/components/task-list";
import { formatYear } from "~/domain/calendar/reporting-year";
import { forTrust, yearOf } from "~/guards.server";
import { mayAsk } from "~/journeys/submit/ask-clarification";
import { yourRound } from "~/journeys/submit/your-round";
import { paths } from "~/paths";

export const loader = forTrust(async ({ context, person, params }) => {
  const year = yearOf(params);
  const yours = await yourRound(context, person, year);
  if (yours === null || !yours.canSend) throw redirect(paths.submit.year(year));
  return { year, trust: person.trust, mayAsk: mayAsk(yours.state.kind) };
});

export const meta = () => pageTitle("Answer in another way");

export default function OtherAnswer() {
  const { year, trust, mayAsk } = useLoaderData<typeof loader>();
  const ways = [
    {
      title: "We do not hold it",
      hint: "For the whole request or for some questions. You can say who does: they will be asked instead.",
      href: paths.submit.notHeld(year),
    },
    {
      title: "We refuse to answer",
      hint: "Under a section of the Freedom of Information Act, for the whole request or for some questions.",
      href: paths.submit.refused(year),
    },
    {
      title: "We need something clarified first",
      hint: mayAsk
        ? "Ask the Foundation. The clock stops until its answer reaches you, and then starts again."
        : "Not now: your trust has answered, or its question waits for the Foundation’s answer.",
      href: mayAsk ? paths.submit.clarification(year) : undefined,
    },
  ];
  return (
    <>
      <BackLink href={paths.submit.year(year)}>Return for {formatYear(year)}</BackLink>
      <PageHeading
        caption={`${trust.name}, ${formatYear(year)}`}
        lead="Each of these is an answer in its own right. It is recorded with its date, and you get a receipt."
      >
        Answer in another way
      </PageHeading>
      <TaskList tasks={ways.map((way) => ({ ...way, status: { text: "" } }))} />
    </>
  );
}
