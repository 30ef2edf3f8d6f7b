import { randomUUID } from "node:crypto";

/** Made with a form and posted with it, so that the same form posted twice has one effect. */
export function newFormId(): string {
  return randomUUID();
}
