/** One JSON line an event, on standard error, so that a service manager can keep and search them. */
export interface Log {
  info(event: string, facts?: Facts): void;
  /** What whoever looks into an attack, or a complaint, must find: who did what, and what came of it. */
  security(event: string, facts: SecurityFacts): void;
  error(event: string, facts?: Facts): void;
  /** The same log, each of whose lines says these facts too. */
  with(facts: object): Log;
}

export type Facts = Readonly<Record<string, unknown>>;

export interface SecurityFacts extends Facts {
  /** "done" or "refused", or what else came of it. */
  readonly outcome: string;
  /** The id of whoever did it, or of whose account it was; never an address or a name. */
  readonly person?: string | null;
}

/** A log whose lines go where `write` takes them. */
export function logTo(write: (line: string) => void, always: object = {}): Log {
  const line =
    (level: string) =>
    (event: string, facts: Facts = {}) =>
      write(JSON.stringify({ at: new Date().toISOString(), level, event, ...always, ...facts }));
  return {
    info: line("info"),
    security: line("security"),
    error: line("error"),
    with: (facts) => logTo(write, { ...always, ...facts }),
  };
}

export const log: Log = logTo((line) => void process.stderr.write(`${line}\n`));

export const silentLog: Log = logTo(() => {});
