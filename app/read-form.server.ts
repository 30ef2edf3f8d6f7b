import { z } from "zod";

const NOT_A_FORM = "The form did not arrive as a browser sends it. Go back, load the page again and send it once more.";

/**
 * What the portal knows of people, trusts and returns by itself. A form says it only where its page asks for it; one that
 * says it all the same was not made by a page of ours, and is refused rather than read without it.
 */
const NOT_FOR_FORMS = ["role", "trust", "ods", "status", "personId", "submittedAt", "declaredAt"];

/** The text fields of an ordinary form, parsed to what the screen expects. Anything else is refused with 400. */
export async function readForm<Schema extends z.ZodType<object>>(
  request: Request,
  schema: Schema,
): Promise<z.infer<Schema>> {
  const fields = await fieldsOf(request);
  const parsed = schema.safeParse(Object.fromEntries(fields));
  if (!parsed.success) throw notAForm();
  // Zod leaves out what a schema does not name.
  const asked = Object.keys(parsed.data);
  if (NOT_FOR_FORMS.some((name) => fields.has(name) && !asked.includes(name))) throw notAForm();
  return parsed.data;
}

/** Every field with its text, the last of those with one name. */
export async function textFields(request: Request): Promise<ReadonlyMap<string, string>> {
  const fields = await fieldsOf(request);
  if (NOT_FOR_FORMS.some((name) => fields.has(name))) throw notAForm();
  return fields;
}

async function fieldsOf(request: Request): Promise<ReadonlyMap<string, string>> {
  if (!request.headers.get("Content-Type")?.startsWith("application/x-www-form-urlencoded")) throw notAForm();
  return new Map(new URLSearchParams(await request.text()));
}

function notAForm(): Response {
  return new Response(NOT_A_FORM, { status: 400 });
}

/** The fields of a message: what was written, and the id made with its form. */
export const messageFields = {
  words: z
    .string()
    .default("")
    .transform((text) => text.replace(/\r\n?/g, "\n").trim()),
  formId: z.uuid(),
};
