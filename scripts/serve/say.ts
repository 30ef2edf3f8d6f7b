/** Says what is being done, to the person who started it. */
export function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}
