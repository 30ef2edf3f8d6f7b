import type { Count } from "../count/count";
import { countInWords } from "../count/in-words";
import { problemOf, type Situation } from "./catalogue";
import type { CountReading } from "./cells/count-text";
import { hasStraySpaces, visible } from "./cells/plain-text";
import { Readers } from "./cells/readers";
import { checkFigures, type Finding } from "./check-figures";
import type { Field, Problem } from "./problem";
import type { AgeBand, BandAnswer, Figures, Line, Measure, Takes } from "./return";
import { type Written, writtenCell } from "./written";

/** What stands beside a number and goes with it: a footnote mark, "of which 3 perinatal", or that it is an estimate. */
export interface Remark {
  readonly field: Field;
  readonly remark: string | null;
  /** Published with the mark [e]. */
  readonly estimated: boolean;
}

export interface ReadAnswers {
  readonly figures: Figures;
  readonly problems: readonly Problem[];
  readonly remarks: readonly Remark[];
}

/**
 * Reads and checks one trust's answers for one year, from a file or from the form: there is one checker for both.
 * A blank count beside a no is not applicable; a blank one elsewhere stays missing, never 0, and is asked about unless
 * question 1 was answered with not held or refused. `lastYear` is null where nothing is known of it; `readers` may be shared
 * between calls. Example: F3 saying `*` gives an unclear count and the problem `ambiguous-value`, to confirm, at F3.
 */
export function readAnswers(
  ods: string,
  written: Written,
  lastYear: Figures | null,
  readers: Readers = new Readers(),
): ReadAnswers {
  const answers = new Answers(ods, written, readers);
  const bands = { "0-12m": answers.band("0-12m"), "12-24m": answers.band("12-24m"), "24-36m": answers.band("24-36m") };
  const all = { referred: answers.count("all", "referred", null), accessed: answers.count("all", "accessed", null) };
  const figures: Figures = { bands, all };
  for (const finding of checkFigures(figures, lastYear)) answers.report(finding);
  return { figures, problems: answers.problems, remarks: answers.remarks };
}

/**
 * What the figures of a return say about each other and about last year's, in the sentences of the catalogue: to be
 * asked again once marks have been given a meaning. Example: `x` stated as no, beside 4 referred, is
 * `takes-no-with-referrals` at the cell of the 4.
 */
export function problemsOfFigures(
  ods: string,
  written: Written,
  figures: Figures,
  lastYear: Figures | null,
): readonly Problem[] {
  const answers = new Answers(ods, written, new Readers());
  for (const finding of checkFigures(figures, lastYear)) answers.report(finding);
  return answers.problems;
}

class Answers {
  readonly problems: Problem[] = [];
  readonly remarks: Remark[] = [];

  constructor(
    private readonly ods: string,
    private readonly written: Written,
    private readonly readers: Readers,
  ) {}

  band(band: AgeBand): BandAnswer {
    const raw = this.written[band].takes;
    const { takes, words, synonym, unclear, holder } = this.readers.takes(raw, band);
    if (takes === "missing") this.say("blank-takes", band, "takes");
    if (unclear !== null) this.say(unclear === "mark" ? "ambiguous-takes" : "unread-takes", band, "takes");
    if (synonym) this.say("recognised-synonym", band, "takes", takesInWords(takes, holder));
    if (raw.length !== takes.length && hasStraySpaces(raw)) this.say("trimmed-spaces", band, "takes");
    return {
      takes,
      takesWords: words,
      referred: this.count(band, "referred", takes),
      accessed: this.count(band, "accessed", takes),
    };
  }

  count(line: Line, measure: Measure, takes: Takes | null): Count {
    const raw = this.written[line][measure];
    const reading = this.readers.count(raw, line);
    const { count, problem, notes, remark, estimated } = reading;
    if (isBlank(raw, reading)) {
      if (takes === "no") return { kind: "not-applicable" };
      if (takes !== "not-held" && takes !== "refused") this.say("blank-value", line, measure);
      return count;
    }
    if (problem !== null) this.say(problem, line, measure, countInWords(count));
    for (const note of notes) this.say(note, line, measure, countInWords(count));
    if (remark !== null || estimated)
      this.remarks.push({ field: { ods: this.ods, band: line, question: measure }, remark, estimated });
    return count;
  }

  report({ situation, at, fact }: Finding) {
    if (at !== null) this.say(situation, at.line, at.question, fact);
    else this.problems.push(problemOf(situation, { fact: fact === "" ? this.ods : `${this.ods} gives ${fact}` }));
  }

  private say(situation: Situation, band: Line, question: Field["question"], fact = "") {
    const { place, field, raw } = writtenCell(this.written, { ods: this.ods, band, question });
    this.problems.push(problemOf(situation, { place, field, value: raw, fact }));
  }
}

/** A blank says nothing; "not available" says that there is no answer, and so is not asked about. */
function isBlank(raw: string, { count, problem }: CountReading): boolean {
  return count.kind === "missing" && problem === null && visible(raw) === "";
}

function takesInWords(takes: Takes, holder: string | null): string {
  const answer = takes === "not-held" ? "not held" : takes;
  return holder === null ? answer : `${answer}, ask ${holder}`;
}
