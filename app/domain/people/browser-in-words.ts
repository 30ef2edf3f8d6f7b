type Rule = readonly [sign: RegExp, words: string];

// In this order: many a browser claims to be the ones below it as well.
const BROWSERS: readonly Rule[] = [
  [/\bEdg(?:e|A|iOS)?\//, "Edge"],
  [/\b(?:OPR|OPT|Opera)\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\b(?:Firefox|FxiOS)\//, "Firefox"],
  [/\b(?:Chrome|Chromium|CriOS)\//, "Chrome"],
  [/\bVersion\/\S+ (?:Mobile\/\S+ )?Safari\//, "Safari"],
];
const DEVICES: readonly Rule[] = [
  [/\biPhone\b/, "an iPhone"],
  [/\biPad\b/, "an iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bCrOS\b/, "a Chromebook"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b|\bMacintosh\b/, "a Mac"],
  [/\bLinux\b/, "Linux"],
];

/**
 * What a browser says of itself (its User-Agent header, any text), in words by which people know their own apart: never
 * empty. Made by a few rules of ours, so a guess: headers can say anything.
 *
 * `Mozilla/5.0 (Windows NT 10.0; Win64; x64) … Chrome/142.0.0.0 Safari/537.36` is `Chrome on Windows`; what nobody knows
 * is `A browser that we do not know`.
 */
export function browserInWords(agent: string): string {
  return knownBrowser(agent) ?? "A browser that we do not know";
}

/** The same, or null where neither the browser nor the device is known. */
export function knownBrowser(agent: string): string | null {
  const [browser, device] = [wordsFor(agent, BROWSERS), wordsFor(agent, DEVICES)];
  return device === null ? browser : `${browser ?? "A browser"} on ${device}`;
}

function wordsFor(agent: string, rules: readonly Rule[]): string | null {
  return rules.find(([sign]) => sign.test(agent))?.[1] ?? null;
}
