import { answersAlike } from "./bench/answers-alike";
import { checkerBesidePapa } from "./bench/checker";
import { homeBesideBareNode } from "./bench/home-page";
import { pagesDuringUploads } from "./bench/uploads";
import { say } from "./serve/say";

// Every figure is a ratio of two things measured in turn in one run: a noisy machine slows both.
for (const measure of [answersAlike, checkerBesidePapa, homeBesideBareNode, pagesDuringUploads]) {
  for (const { what, ours, beside, unit, ratio, is } of await measure()) {
    say(what);
    say(`  ours      ${Math.round(ours).toLocaleString("en-GB")} ${unit}`);
    say(`  beside    ${Math.round(beside).toLocaleString("en-GB")} ${unit}`);
    say(`  ratio     ${ratio.toFixed(2)} ${is}\n`);
  }
}
process.exit(0);
