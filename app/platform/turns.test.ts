import { expect, test } from "vitest";
import { TooBusy, Turns } from "./turns";

const PATIENT = { places: 2, waitingEach: 3, patienceMs: 60_000 };

/** Work that goes on until it is told to end, and says when it begins. */
function work(turns: Turns, party: string, begun: string[]) {
  let end: (failure?: Error) => void = () => {};
  const ended = turns.take(
    party,
    () =>
      new Promise<string>((resolve, reject) => {
        begun.push(party);
        end = (failure) => (failure === undefined ? resolve(party) : reject(failure));
      }),
  );
  return { ended, end: (failure?: Error) => end(failure) };
}
const settled = () => new Promise(setImmediate);

test("a few at once, of each party one, and the rest in the order they came", async () => {
  const turns = new Turns(PATIENT);
  const begun: string[] = [];
  const [a, a2, b, c] = ["a", "a", "b", "c"].map((party) => work(turns, party, begun));
  await settled();
  expect(begun).toEqual(["a", "b"]);
  b?.end();
  await settled();
  // The second of a came before c, but its party has its turn already.
  expect(begun).toEqual(["a", "b", "c"]);
  a?.end();
  await settled();
  expect(begun).toEqual(["a", "b", "c", "a"]);
  a2?.end();
  c?.end();
  expect(await Promise.all([a?.ended, a2?.ended, b?.ended, c?.ended])).toEqual(["a", "a", "b", "c"]);
});

test("work that fails gives its place away, and its failure to whoever asked", async () => {
  const turns = new Turns({ ...PATIENT, places: 1 });
  const begun: string[] = [];
  const [first, second] = [work(turns, "a", begun), work(turns, "b", begun)];
  await settled();
  first.end(new Error("broke off"));
  await expect(first.ended).rejects.toThrow("broke off");
  second.end();
  expect(await second.ended).toBe("b");
});

test("a wait has an end, and whoever stops waiting is not called any more", async () => {
  const turns = new Turns({ ...PATIENT, places: 1, patienceMs: 1 });
  const begun: string[] = [];
  const first = work(turns, "a", begun);
  await expect(work(turns, "b", begun).ended).rejects.toThrow(TooBusy);
  first.end();
  await first.ended;
  await settled();
  expect(begun).toEqual(["a"]);
});

test("one party can fill its own line, and no other", async () => {
  const turns = new Turns({ ...PATIENT, places: 1 });
  const begun: string[] = [];
  const waiting = ["a", "a", "a", "a"].map((party) => work(turns, party, begun));
  await expect(work(turns, "a", begun).ended).rejects.toThrow(TooBusy);
  const other = work(turns, "b", begun);
  for (const one of [...waiting, other]) {
    await settled();
    one.end();
    await one.ended;
  }
  expect(begun).toEqual(["a", "a", "a", "a", "b"]);
});
