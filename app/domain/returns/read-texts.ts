import { z } from "zod";
import type { AnswerTexts } from "./texts";

const lineTexts = z.strictObject({ takes: z.string(), referred: z.string(), accessed: z.string(), notes: z.string() });
const answerTexts = z.strictObject({ "0-12m": lineTexts, "12-24m": lineTexts, "24-36m": lineTexts, all: lineTexts });

/** Texts that were kept as JSON. Throws where they are none. Apart from `texts.ts`, which browsers run without zod. */
export function readTexts(json: string): AnswerTexts {
  return answerTexts.parse(JSON.parse(json));
}
