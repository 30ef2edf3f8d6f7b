import { expect, test } from "vitest";
import { browserInWords, knownBrowser } from "./browser-in-words";

const KHTML = "AppleWebKit/537.36 (KHTML, like Gecko)";
const WEBKIT = "AppleWebKit/605.1.15 (KHTML, like Gecko)";

test.each([
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${KHTML} Chrome/142.0.0.0 Safari/537.36`, "Chrome on Windows"],
  [
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${KHTML} Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0`,
    "Edge on Windows",
  ],
  [`Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${WEBKIT} Version/26.0 Safari/605.1.15`, "Safari on a Mac"],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0", "Firefox on Linux"],
  [
    `Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) ${WEBKIT} Version/26.0 Mobile/15E148 Safari/604.1`,
    "Safari on an iPhone",
  ],
  [
    `Mozilla/5.0 (iPad; CPU OS 18_6 like Mac OS X) ${WEBKIT} CriOS/142.0 Mobile/15E148 Safari/604.1`,
    "Chrome on an iPad",
  ],
  [
    `Mozilla/5.0 (Linux; Android 10; K) ${KHTML} SamsungBrowser/29.0 Chrome/136.0.0.0 Mobile Safari/537.36`,
    "Samsung Internet on Android",
  ],
  [`Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${KHTML} Chrome/142.0.0.0 Safari/537.36`, "Chrome on a Chromebook"],
  ["Opera/9.80 (Windows NT 6.1)", "Opera on Windows"],
  ["Something (Windows NT 10.0)", "A browser on Windows"],
  ["Firefox/1.0", "Firefox"],
  ["", "A browser that we do not know"],
])("R14: %s is %s", (agent, words) => {
  expect(browserInWords(agent)).toBe(words);
});

test("what says nothing of a browser or a device is not known", () => {
  expect(["", "the portal itself", "curl/8.5.0", "Something (Windows NT 10.0)"].map(knownBrowser)).toEqual([
    null,
    null,
    null,
    "A browser on Windows",
  ]);
});
