import { z } from "zod";

/** What an officer said of a file before declaring it. It is kept with the return, in the words that were on screen. */
const confirmations = z.object({
  /** What each ambiguous mark means in this file, asked once a mark. */
  marks: z.array(
    z.object({ asks: z.enum(["count", "takes"]), mark: z.string(), means: z.string(), cells: z.array(z.string()) }),
  ),
  /** Each unusual figure that the officer says is right. */
  confirmed: z.array(
    z.object({
      code: z.string(),
      cell: z.string().nullable(),
      message: z.string(),
      reason: z.string(),
    }),
  ),
});
export type Confirmations = Readonly<z.infer<typeof confirmations>>;

export const NOTHING_CONFIRMED: Confirmations = { marks: [], confirmed: [] };

export function readConfirmations(json: string): Confirmations {
  return confirmations.parse(JSON.parse(json));
}
