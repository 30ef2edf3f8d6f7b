import type { Command, CommandResult } from "./returns/command";
import { due } from "./returns/due";
import { statistics } from "./returns/statistics";
import { validate } from "./returns/validate";

const COMMANDS: Readonly<Record<string, { run: Command; usage: string }>> = {
  validate: {
    run: validate,
    usage: "validate FILE [--register REGISTER.csv] [--trust ODS] [--year YYYY-YY] [--last-year FILE]",
  },
  statistics: { run: statistics, usage: "statistics --register REGISTER.csv --requests REQUESTS.csv RETURNS.csv…" },
  due: { run: due, usage: "due RECEIVED_DATE [--holidays]" },
  // These need the settings or the database, and only they load them.
  code: { run: async (args) => (await import("./returns/code")).code(args), usage: "code" },
  admin: { run: async (args) => (await import("./returns/admin")).admin(args), usage: "admin EMAIL" },
};

const [name = "", ...rest] = process.argv.slice(2);
const asJson = rest.includes("--json");
const args = rest.filter((argument) => argument !== "--json");
const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
const result: CommandResult = command === undefined ? unknownCommand(name) : await command.run(args);

process.stdout.write(asJson ? `${JSON.stringify(result.json, null, 1)}\n` : `${result.text}\n`);
process.exitCode = result.exitCode;

function unknownCommand(given: string): CommandResult {
  const said = given === "" ? "Say which command to run." : `There is no command ${JSON.stringify(given)}.`;
  const usages = Object.values(COMMANDS).map(({ usage }) => `  npm run -s returns -- ${usage} [--json]`);
  return { json: { error: said }, text: [said, ...usages].join("\n"), exitCode: 2 };
}
