/** What a command says: the value for `--json`, the same in words, and how it ended. */
export interface CommandResult {
  readonly json: unknown;
  readonly text: string;
  /** 0 fine, 1 problems found, 2 the input or the arguments could not be used. */
  readonly exitCode: 0 | 1 | 2;
}

/** A command of `npm run -s returns -- NAME …`, given the arguments after its name and without `--json`. */
export type Command = (args: readonly string[]) => Promise<CommandResult>;
