import type { Context } from "../../app/journeys/context";
import { dispatchLetters } from "../../app/journeys/manage/dispatch-letters";
import type { Envelope } from "../../app/platform/mail";

/** Sends what waits, and returns it as it arrives: the sealed ones open. */
export async function lettersSent(context: Context): Promise<Envelope[]> {
  const arrived: Envelope[] = [];
  await dispatchLetters(context, {
    send: async (letter) => {
      arrived.push(letter);
    },
  });
  return arrived;
}

/** The token of the link in a letter. */
export function tokenIn({ body }: Pick<Envelope, "body">): string {
  return /\/(?:invitation|forgotten-password|account\/email)\/([\w-]+)/.exec(body)?.[1] ?? "";
}

/** The code below the link of an invitation. */
export function codeIn({ body }: Pick<Envelope, "body">): string {
  return (/Enter this code: (\d{3} \d{3})/.exec(body)?.[1] ?? "").replace(" ", "");
}
