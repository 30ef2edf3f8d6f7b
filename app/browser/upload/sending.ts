import type { Answer } from "./answered";

export interface Told {
  /** How much of the file has left, from 0 to 1. */
  uploading(share: number): void;
  /** All of it has; the portal is looking at it. */
  arrived(): void;
  answered(answer: Answer): void;
  /** No answer came. */
  failed(): void;
}

/** Sends the form as a browser would, and tells how far it has come. What it gives back stops it. */
export function send(form: HTMLFormElement, told: Told): () => void {
  // Not fetch, which cannot tell how much of a file has been sent.
  const request = new XMLHttpRequest();
  request.upload.addEventListener("progress", ({ lengthComputable, loaded, total }) => {
    if (lengthComputable && loaded < total) told.uploading(loaded / total);
  });
  request.upload.addEventListener("load", () => told.arrived());
  request.addEventListener("load", () => {
    told.answered({ status: request.status, url: request.responseURL, body: request.responseText });
  });
  request.addEventListener("error", () => told.failed());
  request.open("POST", form.action);
  request.send(new FormData(form));
  return () => request.abort();
}
