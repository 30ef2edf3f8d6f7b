/** Where people get help with the service, as whoever runs it has set it. */
export interface Help {
  readonly email: string;
  readonly phone: string | null;
}

/**
 * How to reach those who help, to stand within a sentence. Example: without a telephone, "email help@portal.example"; with
 * one, "email help@portal.example or telephone 020 7946 0000".
 */
export function howToReach({ email, phone }: Help): string {
  return phone === null ? `email ${email}` : `email ${email} or telephone ${phone}`;
}
