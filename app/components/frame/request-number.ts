import { createContext } from "react";

/** The number of the request that a page answers, under which the log has what happened. */
export const RequestNumber = createContext<string | null>(null);
