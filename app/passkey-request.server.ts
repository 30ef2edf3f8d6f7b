import { z } from "zod";

const NOT_AS_SENT = "What was sent did not arrive as the page's script sends it. Load the page again.";

const request = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("ask") }),
  z.object({
    kind: z.literal("answer"),
    /** As the browser made it; looked at where it is checked. */
    credential: z.unknown(),
    to: z.string().max(2_048).default(""),
    name: z.string().max(1_024).default(""),
  }),
]);

/** What the script beside a passkey's button sends as JSON: it asks what to sign, or brings what was signed. */
export async function readPasskeyRequest(sent: Request): Promise<z.infer<typeof request>> {
  const isJson = sent.headers.get("Content-Type")?.startsWith("application/json") ?? false;
  const parsed = request.safeParse(isJson ? await sent.json().catch(() => null) : null);
  if (!parsed.success) throw new Response(NOT_AS_SENT, { status: 400 });
  return parsed.data;
}

export const NO_PASSKEY = { says: "Your account has no passkey. Enter a code." };
