import type { Count } from "../domain/count/count";

/** A count as its columns hold it. The kind is written out: no column being null ever stands for a fact. */
export interface CountColumns {
  readonly kind: string;
  readonly lo: number | null;
  readonly hi: number | null;
  readonly section: string | null;
}

const EMPTY = { lo: null, hi: null, section: null } as const;

export function countToColumns(count: Count): CountColumns {
  switch (count.kind) {
    case "exact":
      return { kind: count.kind, lo: count.value, hi: count.value, section: null };
    case "range":
      return { kind: count.kind, lo: count.lo, hi: count.hi, section: null };
    case "refused":
      return { ...EMPTY, kind: count.kind, section: count.section };
    default:
      return { ...EMPTY, kind: count.kind };
  }
}

export function countFromColumns({ kind, lo, hi, section }: CountColumns): Count {
  switch (kind) {
    case "exact":
      if (lo === null) break;
      return { kind, value: lo };
    case "range":
      if (lo === null) break;
      return { kind, lo, hi };
    case "refused":
      return { kind, section };
    case "not-held":
    case "not-applicable":
    case "missing":
    case "unclear":
      return { kind };
  }
  throw new Error(`A stored count cannot be read: kind ${JSON.stringify(kind)}, from ${lo} to ${hi}.`);
}
