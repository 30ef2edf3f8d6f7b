/** Goes to whoever found no place in the line, or waited in it for too long. */
export class TooBusy extends Error {
  override name = "TooBusy";
}

export interface TurnLimits {
  /** How many may be at it at the same time. */
  readonly places: number;
  /** How many of one party may wait. */
  readonly waitingEach: number;
  readonly patienceMs: number;
}

/** A file in a place takes some five times its size until it is stored; one in the line takes nothing. */
export const UPLOAD_TURNS: TurnLimits = { places: 2, waitingEach: 32, patienceMs: 20_000 };

interface Waiting {
  readonly party: string;
  begin(): void;
}

/**
 * Lets a few at a time do what costs memory, and of each party only one, so that nobody crowds out the others. The rest
 * wait in the order in which they came; a wait has an end, and then whoever waited gets `TooBusy`.
 */
export class Turns {
  private readonly underWay = new Set<string>();
  private readonly line: Waiting[] = [];

  constructor(private readonly limits: TurnLimits) {}

  async take<T>(party: string, work: () => Promise<T>): Promise<T> {
    await this.turnOf(party);
    try {
      return await work();
    } finally {
      this.underWay.delete(party);
      this.callNext();
    }
  }

  private turnOf(party: string): Promise<void> {
    const { waitingEach, patienceMs } = this.limits;
    return new Promise((resolve, reject) => {
      if (this.line.filter((one) => one.party === party).length >= waitingEach) return reject(new TooBusy());
      const waiting: Waiting = {
        party,
        begin: () => {
          clearTimeout(patience);
          resolve();
        },
      };
      const patience = setTimeout(() => {
        this.line.splice(this.line.indexOf(waiting), 1);
        reject(new TooBusy());
      }, patienceMs);
      this.line.push(waiting);
      this.callNext();
    });
  }

  private callNext() {
    while (this.underWay.size < this.limits.places) {
      const at = this.line.findIndex(({ party }) => !this.underWay.has(party));
      const [next] = at === -1 ? [] : this.line.splice(at, 1);
      if (next === undefined) return;
      this.underWay.add(next.party);
      next.begin();
    }
  }
}
