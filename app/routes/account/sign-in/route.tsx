import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import type { FieldProblem } from "~/components/field-problems";
import { pageTitle } from "~/components/page-title";
import { forEveryone } from "~/guards.server";
import { knownBrowser } from "~/journeys/account/known-browser";
import { countAgainst, waitInWords } from "~/journeys/account/limits";
import { onwards } from "~/journeys/account/onwards";
import { hasPasskey } from "~/journeys/account/prove-passkey";
import { giveCode } from "~/journeys/account/second-factor";
import { givePassword } from "~/journeys/account/sign-in";
import { entrant } from "~/journeys/account/who-is";
import { ownPath } from "~/own-path";
import { paths } from "~/paths";
import { readForm } from "~/read-form.server";
import { CodeStep } from "./code-step";
import { PasswordStep } from "./password-step";

const form = z.object({
  email: z.string().default(""),
  password: z.string().default(""),
  code: z.string().optional(),
  to: z.string().default(""),
});

const TOO_LATE = "Half an hour has gone by since you gave your password. Give it again, then the code.";

/** Two steps at one address: the password, and then, for a session that has nothing but the password, the code. */
export const loader = forEveryone(async ({ context, person, session, url }) => {
  const to = ownPath(url.searchParams.get("to"));
  if (person !== null) throw redirect(onwards(person, to));
  const half = session === null || url.searchParams.has("again") ? null : await entrant(context, session.personId);
  if (half !== null && !half.hasFactor) throw redirect(paths.account.setUp());
  return {
    to,
    step: half === null ? ("password" as const) : ("code" as const),
    hasPasskey: half !== null && (await hasPasskey(context, half.id)),
    said: url.searchParams.get("said"),
  };
});

export const action = forEveryone(async ({ context, session, request, cookies }) => {
  const { email, password, code, to } = await readForm(request, form);
  const again = (step: "password" | "code", problems: readonly FieldProblem[], status = 422) =>
    data({ step, email, to, problems }, { status });
  // Before anything is counted: an empty field is no attempt.
  const empty = emptyIn({ email, password, code });
  if (empty.length > 0) return again(code === undefined ? "password" : "code", empty);
  const wait = await countAgainst(context, "sign-in", context.where.address);
  if (wait > 0) {
    const [step, field] = code === undefined ? (["password", "email"] as const) : (["code", "code"] as const);
    return again(step, [{ field, message: tooMany(wait) }], 429);
  }
  if (code === undefined) {
    const answer = await givePassword(context, { email, password }, cookies.current());
    if (!answer.ok) return again("password", [{ field: "email", message: answer.problem }]);
    cookies.set(answer.cookie);
    throw redirect(paths.account.signIn({ to: ownPath(to) ?? undefined }), 303);
  }
  if (session === null || session.factorAt !== null) return again("password", [{ field: "email", message: TOO_LATE }]);
  const answer = await giveCode(context, session, code);
  if (!answer.ok) return again("code", [{ field: "code", message: answer.problem }]);
  cookies.set(answer.cookie);
  cookies.set(knownBrowser(context, answer.person.id));
  const next = onwards(answer.person, ownPath(to));
  throw redirect(answer.how === "recovery code" ? paths.account.newPhone({ to: next }) : next, 303);
});

function emptyIn({ email, password, code }: { email: string; password: string; code: string | undefined }) {
  const problems: FieldProblem[] = [];
  if (code !== undefined) {
    if (code.trim() === "") problems.push({ field: "code", message: "Enter the code from your app." });
    return problems;
  }
  if (email.trim() === "") problems.push({ field: "email", message: "Enter your email address." });
  if (password === "") problems.push({ field: "password", message: "Enter your password." });
  return problems;
}

function tooMany(seconds: number): string {
  return `Very many attempts to sign in have come from your network. Wait ${waitInWords(seconds)}, then try again.`;
}

/** Only a passkey needs one. */
export const handle = { script: (found: Awaited<ReturnType<typeof loader>> | undefined) => found?.hasPasskey === true };
export const meta: MetaFunction<typeof loader> = ({ data: found }) =>
  pageTitle(found?.step === "code" ? "Enter your code" : "Sign in");

export default function SignIn() {
  const asked = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { step, to } = refused ?? asked;
  const shared = { to: to ?? "", problems: refused?.problems ?? [] };
  return step === "code" ? (
    <CodeStep {...shared} hasPasskey={asked.hasPasskey} />
  ) : (
    <PasswordStep {...shared} email={refused?.email} said={asked.said} />
  );
}
