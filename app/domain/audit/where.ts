/** From where something was asked for: the number of the request in the log, the sender's address, and its browser. */
export interface Where {
  readonly requestId: string;
  readonly address: string;
  readonly agent: string;
}

/** For what the portal does of itself, and nobody's request asked for. */
export const PORTAL_ITSELF: Where = { requestId: "", address: "", agent: "the portal itself" };
