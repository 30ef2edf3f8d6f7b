import { expect, test } from "vitest";
import { builtPages, builtPortal } from "../support/built-portal";
import { type Answer, addressesOf, ask, type Question } from "./answers";
import { grade } from "./observatory";

const ELSEWHERE = "https://elsewhere.example";
const LEAST = 110;

/** Asks, and asks again as a page of another site would. The proxy in front answers plain HTTP, so nothing is seen of it. */
async function graded(origin: string, question: Question): Promise<{ answer: Answer; score: number }> {
  const answer = await ask(origin, question);
  const headers = { ...question.headers, Origin: ELSEWHERE };
  const cors = { origin: ELSEWHERE, headers: (await ask(origin, { ...question, headers })).headers };
  return { answer, score: grade({ host: "portal.example", ...answer, cors, http: null }).score };
}

test("R27: every route has 110 points of Mozilla’s Observatory or more, as a page and as data, whoever asks", async () => {
  const { origin, officer, staff, cookieOf } = await builtPortal();
  const addresses = addressesOf(await builtPages());
  expect(addresses.length).toBeGreaterThan(30);
  const scores: [string, number, number][] = [];
  for (const person of [null, officer, staff]) {
    const headers: Record<string, string> = person === null ? {} : { Cookie: await cookieOf(person.id) };
    for (const address of addresses) {
      for (const path of [address, address === "/" ? "/_root.data" : `${address}.data`]) {
        const { answer, score } = await graded(origin, { path, headers });
        scores.push([`${person?.role ?? "visitor"} ${path}`, answer.status, score]);
      }
    }
  }
  expect(scores.filter(([, , score]) => score < LEAST)).toEqual([]);
  // Not all of them refused: pages were graded, as well as what stands in their place.
  const withStatus = (asked: number) => scores.filter(([, status]) => status === asked).length;
  expect(withStatus(200)).toBeGreaterThan(30);
  expect(withStatus(302)).toBeGreaterThan(10);
  expect(withStatus(403)).toBeGreaterThan(10);
}, 120_000);

test("R27: so have files, a page that is not there, and what looks after the portal’s health", async () => {
  const { origin } = await builtPortal();
  for (const path of ["/favicon.svg", "/nowhere", "/assets/nowhere.js", "/healthz", "/readyz", "/%"]) {
    expect([path, (await graded(origin, { path })).score >= LEAST]).toEqual([path, true]);
  }
});

test("R27: and so has the answer that sets a cookie", async () => {
  const { origin } = await builtPortal();
  const answer = await ask(origin, {
    path: "/sign-in",
    method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin" },
    body: "email=officer@demo.example&password=a-password-for-tests",
  });
  const { score, results } = grade({
    host: "portal.example",
    ...answer,
    cors: { origin: ELSEWHERE, headers: new Map() },
    http: null,
  });
  expect(results).toContain("cookies-secure-with-httponly-sessions-and-samesite");
  expect(score).toBeGreaterThanOrEqual(LEAST);
});
