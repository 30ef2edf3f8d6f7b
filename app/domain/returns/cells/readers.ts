import type { Line } from "../return";
import { type CountReading, readCount } from "./count-text";
import { FigureMemory, Memory } from "./memory";
import { readTakes, type TakesReading } from "./takes-text";

/** The readers of answers with a memory, to be shared by the returns of a file. */
export class Readers {
  private readonly bandCount = new FigureMemory((raw) => readCount(raw, "0-12m"));
  private readonly totalCount = new FigureMemory((raw) => readCount(raw, "all"));
  private readonly takesOf = {
    "0-12m": new Memory((raw) => readTakes(raw, "0-12m")),
    "12-24m": new Memory((raw) => readTakes(raw, "12-24m")),
    "24-36m": new Memory((raw) => readTakes(raw, "24-36m")),
  };

  count(raw: string, line: Line): CountReading {
    return line === "all" ? this.totalCount.of(raw) : this.bandCount.of(raw);
  }

  takes(raw: string, band: Exclude<Line, "all">): TakesReading {
    return this.takesOf[band].of(raw);
  }
}
