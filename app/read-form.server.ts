import { z } from "zod";

const NOT_A_FORM = "The form did not arrive as a browser sends it. Go back, load the page again and send it once more.";

/** The text fields of an ordinary form, parsed to what the screen expects. Anything else is refused with 400. */
export async function readForm<Schema extends z.ZodType>(request: Request, schema: Schema): Promise<z.infer<Schema>> {
  const parsed = schema.safeParse(Object.fromEntries(await textFields(request)));
  if (!parsed.success) throw new Response(NOT_A_FORM, { status: 400 });
  return parsed.data;
}

/** Every field with its text, the last of those with one name. */
export async function textFields(request: Request): Promise<ReadonlyMap<string, string>> {
  if (!request.headers.get("Content-Type")?.startsWith("application/x-www-form-urlencoded")) {
    throw new Response(NOT_A_FORM, { status: 400 });
  }
  return new Map(new URLSearchParams(await request.text()));
}

/** The fields of a message: what was written, and the id made with its form. */
export const messageFields = {
  words: z
    .string()
    .default("")
    .transform((text) => text.replace(/\r\n?/g, "\n").trim()),
  formId: z.uuid(),
};
