import jsQR from "jsqr";
import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { newSeed, otpauthUri } from "./authenticator";
import { qrSvg } from "./qr";

const PIXELS_EACH = 3;

/** Draws the picture as a browser would, as far as it is rectangles filled one over the other. */
function draw(svg: string) {
  const { document } = parseHTML(svg);
  const [, , across] = document.querySelector("svg")?.getAttribute("viewBox")?.split(" ").map(Number) ?? [];
  const width = (across ?? 0) * PIXELS_EACH;
  const pixels = new Uint8ClampedArray(width * width * 4);
  for (const path of document.querySelectorAll("path")) {
    const light = path.getAttribute("fill") === "#fff" ? 255 : 0;
    for (const [x, y, wide, high] of rectangles(path.getAttribute("d") ?? "")) {
      for (let row = y * PIXELS_EACH; row < (y + high) * PIXELS_EACH; row++) {
        for (let column = x * PIXELS_EACH; column < (x + wide) * PIXELS_EACH; column++) {
          pixels.set([light, light, light, 255], (row * width + column) * 4);
        }
      }
    }
  }
  return { pixels, width, modules: across ?? 0 };
}

function rectangles(path: string): [number, number, number, number][] {
  const each = /M(\d+) (\d+)h(\d+)v(\d+)(?:h-\d+|H0)z/g;
  expect(path.replace(each, "")).toBe("");
  return Array.from(path.matchAll(each), ([, ...four]) => four.map(Number) as [number, number, number, number]);
}

test("a phone reads from the picture what was written into it", () => {
  const account = "information.governance.department@a-long-name-of-a-partnership-trust.nhs.example";
  for (const text of ["a", otpauthUri({ seed: newSeed(), issuer: "Zero to Two", account })]) {
    const { pixels, width } = draw(qrSvg(text));
    expect(jsQR(pixels, width, width)?.data).toBe(text);
  }
});

test("a phone still reads it with the middle covered, as error correction M promises", () => {
  const text = otpauthUri({
    seed: new Uint8Array(20).fill(7),
    issuer: "Zero to Two",
    account: "officer@trust.example",
  });
  const { pixels, width, modules } = draw(qrSvg(text));
  const finger = Math.floor(modules / 5);
  for (let row = 0; row < finger * PIXELS_EACH; row++) {
    const start = ((Math.floor(width / 2) + row) * width + Math.floor(width / 2)) * 4;
    pixels.fill(255, start, start + finger * PIXELS_EACH * 4);
  }
  expect(jsQR(pixels, width, width)?.data).toBe(text);
});

test("four modules around it are blank", () => {
  const { pixels, width } = draw(qrSvg("https://portal.example"));
  const dark: number[] = [];
  for (let at = 0; at < width * width; at++) {
    const [x, y] = [at % width, Math.floor(at / width)];
    const edge = Math.min(x, y, width - 1 - x, width - 1 - y);
    if (edge < 4 * PIXELS_EACH && pixels[at * 4] !== 255) dark.push(at);
  }
  expect(dark).toEqual([]);
});

test("R26: the picture holds no style, no script, and nothing of the text as it was written", () => {
  const svg = qrSvg(`"><script>alert(1)</script><p style="color:red">`);
  expect(svg).not.toMatch(/script|style|alert/);
  const { document } = parseHTML(svg);
  expect(Array.from(document.querySelectorAll("*"), ({ tagName }) => tagName.toLowerCase())).toEqual([
    "svg",
    "path",
    "path",
  ]);
});
