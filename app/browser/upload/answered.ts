import { paths } from "../../paths";
import { TOO_LARGE } from "./chosen-file";

/** What the portal answered to a file; `url` is where the answer came from in the end, after any redirect. */
export interface Answer {
  readonly status: number;
  readonly url: string;
  readonly body: string;
}

/** What to do with an answer: what a browser would, except where that would lose the chosen file. */
export type Answered =
  | { readonly kind: "go"; readonly to: string }
  | { readonly kind: "show" }
  | { readonly kind: "say"; readonly sentence: string };

const SIGNED_OUT =
  "You have been signed out. Sign in in another tab and upload the file again: it is still chosen here.";
const ANOTHER_TRUST =
  "You are signed in for another trust, or with another account, than when you opened this page, and nothing was kept. Change back in another tab and upload the file again: it is still chosen here.";
const BUSY = "The service is busy, and nothing was kept. Wait a minute and upload the file again: it is still chosen.";
const TOO_OFTEN =
  "You have uploaded very many files within an hour. Wait a while, then upload this one again: it is still chosen.";
const OUR_FAULT =
  "Something went wrong, and the fault is ours. Upload the file again in a few minutes: it is still chosen.";

/** Example: a redirect of an upload to `/submit/2025-26/check` goes there; a page in its place is shown in place. */
export function answeredWith({ status, url }: Pick<Answer, "status" | "url">, sentTo: string): Answered {
  const [from, to] = [new URL(sentTo).pathname, new URL(url).pathname];
  if (to === paths.account.signIn()) return { kind: "say", sentence: SIGNED_OUT };
  if (to !== from) return { kind: "go", to: url };
  if (status === 403) return { kind: "say", sentence: ANOTHER_TRUST };
  if (status === 413) return { kind: "say", sentence: TOO_LARGE };
  if (status === 429) return { kind: "say", sentence: TOO_OFTEN };
  if (status >= 500) return { kind: "say", sentence: status === 500 ? OUR_FAULT : BUSY };
  return { kind: "show" };
}
