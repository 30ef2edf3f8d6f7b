/**
 * An email address (`name@host`) as it can be told to whoever may not be its owner: the first letter, three stars whatever
 * the length, and the host. Whoever chose the address knows it again, and nobody learns it.
 *
 * Example: `nadia.khan@trust.nhs.uk` is `n***@trust.nhs.uk`.
 */
export function maskedAddress(address: string): string {
  const at = address.lastIndexOf("@");
  return `${Array.from(address.slice(0, at))[0] ?? ""}***${address.slice(at)}`;
}
