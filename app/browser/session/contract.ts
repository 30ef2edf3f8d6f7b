/** What the portal answers about the session of whoever asks. */
export interface SessionLeft {
  /** In how many seconds it ends, where nothing more is done in it. */
  readonly endsIn: number;
  /** Whether it ends then whatever is done. */
  readonly isLast: boolean;
}
