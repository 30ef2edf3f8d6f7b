/** All that a value holds as one text, bytes as the words they are. */
export function readable(value: unknown): string {
  const decoder = new TextDecoder();
  return JSON.stringify(value, (_key, held) => {
    if (held instanceof Uint8Array) return decoder.decode(held);
    return held instanceof Map ? [...held] : held;
  });
}
