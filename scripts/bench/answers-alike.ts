import { type Client, createClient } from "@libsql/client";
import { paths } from "../../app/paths";
import { type Portal, startPortal } from "../../tests/e2e/support/portal";
import makeTemplates from "../../tests/e2e/support/template-database";
import { type Comparison, median } from "./measure";

const ROUNDS = 60;
const NOBODY = "nobody@demo.example";
/** As many as bring a wait, which is then made longer than this runs. */
const FAILURES = 5;
const NEVER = "2999-01-01T00:00:00.000+00:00";

/** R8: how long the answer about an account takes, beside that about an address that has none. */
export async function answersAlike(): Promise<Comparison[]> {
  await makeTemplates();
  const portal = await startPortal("demonstration");
  const database = createClient({ url: portal.databaseUrl, timeout: 5_000 });
  const change = (email: string, what: string) =>
    database.execute({ sql: `UPDATE "Person" SET ${what} WHERE "email" = ?`, args: [email] });
  await change("officer2@demo.example", `"disabledAt" = '2026-01-01T00:00:00.000+00:00'`);
  await change("staff@demo.example", `"passwordHash" = NULL`);
  const signIn = (email: string) => post(portal, paths.account.signIn(), { email, password: "of nobody at all" });
  const reset = (email: string) => post(portal, paths.account.forgottenPassword(), { email });
  for (let failure = 0; failure < FAILURES; failure += 1) await signIn("admin@demo.example");
  await database.execute(`UPDATE "Attempt" SET "blockedUntil" = '${NEVER}' WHERE "blockedUntil" IS NOT NULL`);

  const compared = [
    await beside("A wrong password", database, signIn, "officer@demo.example"),
    await beside("Signing in where access was ended", database, signIn, "officer2@demo.example"),
    await beside("Signing in where nobody has accepted the invitation", database, signIn, "staff@demo.example"),
    await beside("Signing in where somebody has to wait", database, signIn, "admin@demo.example"),
    await beside("Asking for a new password", database, reset, "officer@demo.example"),
  ];
  database.close();
  await portal.stop();
  return compared;
}

async function beside(
  what: string,
  database: Client,
  ask: (email: string) => Promise<string>,
  email: string,
): Promise<Comparison> {
  const took = { ours: [] as number[], beside: [] as number[] };
  const once = async (kind: keyof typeof took, about: string) => {
    await database.execute(`DELETE FROM "Attempt" WHERE "blockedUntil" IS NULL`);
    const started = performance.now();
    const answer = await ask(about);
    took[kind].push(performance.now() - started);
    return answer;
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    // Now this one first, now that one: whatever the second gains by the first, both gain.
    const about = { ours: email, beside: NOBODY };
    const order = round % 2 === 0 ? (["ours", "beside"] as const) : (["beside", "ours"] as const);
    const answers = [];
    for (const kind of order) answers.push((await once(kind, about[kind])).replaceAll(about[kind], ""));
    if (answers[0] !== answers[1]) throw new Error(`${what}: the two answers are not alike.`);
  }
  const [ours, none] = [median(took.ours), median(took.beside)];
  return {
    what: `${what}, beside the same with an address nobody has`,
    unit: "ms",
    ours,
    beside: none,
    is: "times as long",
    ratio: ours / none,
  };
}

/** The answer as a stranger sees it, but for what differs from one answer to the next in any case. */
async function post({ origin }: Portal, path: string, fields: Record<string, string>): Promise<string> {
  const body = new URLSearchParams(fields);
  const answer = await fetch(`${origin}${path}`, {
    method: "POST",
    body,
    headers: { Origin: origin },
    redirect: "manual",
  });
  const headers = [...answer.headers].filter(([name]) => name !== "date" && name !== "x-request-id");
  return JSON.stringify([answer.status, headers, await answer.text()]);
}
