import { plainFigure } from "./plain-figure";

/** Remembers everything that was read: a column says the same few things thousands of times. */
export class Memory<T> {
  private readonly known = new Map<string, T>();
  private lastRaw = "";
  private last: T | undefined;

  constructor(private readonly read: (raw: string) => T) {}

  of(raw: string): T {
    if (this.last !== undefined && this.lastRaw === raw) return this.last;
    let meaning = this.known.get(raw);
    if (meaning === undefined) {
      meaning = this.read(raw);
      this.known.set(raw, meaning);
    }
    this.lastRaw = raw;
    this.last = meaning;
    return meaning;
  }
}

/** Remembers what was read last, for columns that say the same thing several rows running and never again. */
export class ShortMemory<T> {
  private lastRaw = "";
  private last: T | undefined;

  constructor(private readonly read: (raw: string) => T) {}

  of(raw: string): T {
    if (this.last !== undefined && this.lastRaw === raw) return this.last;
    this.lastRaw = raw;
    this.last = this.read(raw);
    return this.last;
  }
}

/** As `Memory`, and finds up to three plain figures by their value, which is quicker than by their text. */
export class FigureMemory<T> {
  private readonly byValue: (T | undefined)[] = new Array(1000);
  private readonly byText: Memory<T>;

  constructor(private readonly read: (raw: string) => T) {
    this.byText = new Memory(read);
  }

  of(raw: string): T {
    const value = shortFigure(raw);
    if (value === null) return this.byText.of(raw);
    const known = this.byValue[value];
    if (known !== undefined) return known;
    const meaning = this.read(raw);
    this.byValue[value] = meaning;
    return meaning;
  }
}

/** The value of one to three figures; null where a leading zero makes two texts of one value. */
function shortFigure(raw: string): number | null {
  return raw.length > 1 && raw.charCodeAt(0) === 48 ? null : plainFigure(raw, 3);
}
