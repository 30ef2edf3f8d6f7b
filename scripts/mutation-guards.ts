import { GUARDS, type Guard, type GuardTest } from "../tests/mutation/guards";
import { findOrInstallBrowser } from "./browser.mjs";
import { Copy } from "./mutation-guards/copy";
import { say } from "./serve/say";

// `npm run test:mutation-guards [-- --only NAME]`: switches each guard off in turn, in a copy of the project, and
// demands that a test goes red for each. A guard that can be switched off unnoticed is a guard nobody has.

interface Outcome {
  readonly noticed: boolean;
  /** The test that went red, or why none did. */
  readonly says: string;
}

async function main(): Promise<boolean> {
  const only = chosen(process.argv.slice(2));
  const guards = GUARDS.filter(({ name }) => only === null || name.includes(only));
  if (guards.length === 0) throw new Error(`No guard's name has “${only}” in it.`);

  const copy = new Copy({ browser: needsBrowser(guards) ? await findOrInstallBrowser() : null });
  try {
    say(`${guards.length} guards, in a copy of the project at ${copy.folder}`);
    const before = copy.makePages() ?? allGreen(copy, guards);
    if (before !== null) throw new Error(`Before anything is switched off, ${before}`);
    const outcomes = guards.map((guard, place) => {
      const outcome = switchedOff(copy, guard);
      say(
        `${`${place + 1}`.padStart(3)}  ${outcome.noticed ? "noticed  " : "UNNOTICED"}  ${guard.name}: ${outcome.says}`,
      );
      return outcome;
    });
    const unnoticed = outcomes.filter(({ noticed }) => !noticed).length;
    say(`\n${guards.length - unnoticed} of ${guards.length} guards are noticed when they are switched off`);
    return unnoticed === 0;
  } finally {
    copy.remove();
  }
}

function chosen(args: readonly string[]): string | null {
  const [option, name, ...rest] = args;
  if (option === undefined) return null;
  if (option !== "--only" || name === undefined || rest.length > 0) {
    throw new Error("Usage: npm run test:mutation-guards -- --only NAME");
  }
  return name;
}

const inBrowser = ({ file }: GuardTest) => file.endsWith(".spec.ts");
const needsBrowser = (guards: readonly Guard[]) => guards.some(({ tests }) => tests.some(inBrowser));

/** The first of the tests that fails though nothing is switched off; a red test proves nothing then. */
function allGreen(copy: Copy, guards: readonly Guard[]): string | null {
  // Whole files, since they run as fast as one test of them; but the browser's are slow.
  const tests = guards.flatMap(({ tests }) => tests.map((test) => (inBrowser(test) ? test : { file: test.file })));
  for (const test of new Map(tests.map((test) => [JSON.stringify(test), test])).values()) {
    const { passed, failed, broke } = copy.run(test);
    if (broke !== null) return `${test.file} cannot be run: ${broke}`;
    if (failed.length > 0) return `this test fails: ${failed[0]}`;
    if (passed === 0) return `${test.file} has no such test`;
  }
  return null;
}

function switchedOff(copy: Copy, { file, piece, becomes, tests, anew }: Guard): Outcome {
  const restore = copy.change(file, piece, becomes);
  try {
    const unbuilt = anew === "pages" ? copy.makePages() : null;
    if (unbuilt !== null) return { noticed: false, says: unbuilt };
    const said: string[] = [];
    for (const test of tests) {
      const { passed, failed, broke } = copy.run(test, { databasesAnew: anew === "databases" });
      const [red] = failed;
      if (red !== undefined) return { noticed: true, says: red };
      said.push(broke ?? (passed === 0 ? `no test of ${test.file} is called so` : `${test.file} stays green`));
    }
    return { noticed: false, says: said.join("; ") };
  } finally {
    restore();
    if (anew !== undefined) copy.restoreMade();
  }
}

main().then(
  (allNoticed) => process.exit(allNoticed ? 0 : 1),
  (error: unknown) => {
    say(error instanceof Error ? error.message : String(error));
    process.exit(1);
  },
);
