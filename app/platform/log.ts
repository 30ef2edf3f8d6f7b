/** One JSON line an event, on standard error, so that a service manager can keep and search them. */
export interface Log {
  info(event: string, facts?: Record<string, unknown>): void;
  error(event: string, facts?: Record<string, unknown>): void;
}

function line(level: "info" | "error") {
  return (event: string, facts: Record<string, unknown> = {}) => {
    process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...facts })}\n`);
  };
}

export const log: Log = { info: line("info"), error: line("error") };

export const silentLog: Log = { info: () => {}, error: () => {} };
