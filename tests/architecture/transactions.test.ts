import { relative, resolve } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";

// F7: nothing slow, and nothing of the outside world, happens while a transaction holds the one lock for writing. Every
// callback given to `write` is followed, call by call, through the whole of app.

const APP = resolve("app");

/** What no transaction may reach: files whose every function hashes passwords, sends mail or asks another process; and packages. */
const SLOW = [
  "platform/passwords.ts",
  "platform/mail.ts",
  "platform/checker.ts",
  "platform/turns.ts",
  "journeys/account/answer-alike.ts",
];
const SLOW_PACKAGES =
  /node_modules\/(?:@node-rs\/argon2|nodemailer|@types\/nodemailer)\/|@types\/node\/(?:https?|net|tls|dns|child_process|timers\/promises)\.d\.ts$/;
const SLOW_GLOBALS = new Set(["fetch", "setTimeout"]);

/** What would break the rule: by itself, by a function of another file, by a function value, and by an interface. */
const BROKEN = `
import type { Database } from "../db/client";
import { write } from "../db/write";
import type { Mail } from "../platform/mail";
import { hashPassword, passwordMatches } from "../platform/passwords";
import { answerAlike } from "./account/answer-alike";

const indirectly = async () => deeper();
async function deeper() { return passwordMatches("", ""); }
const chosen = (isRight: boolean) => (isRight ? answerAlike : null);

export const itself = (db: Database) => write(db, async () => hashPassword(""));
export const byAnother = (db: Database) => write(db, async () => { await indirectly(); });
export const byReference = (db: Database) => write(db, indirectly);
export const byValue = (db: Database) => { const taken = chosen(true); return write(db, async () => taken?.(Promise.resolve())); };
export const byInterface = (db: Database, mail: Mail) =>
  write(db, () => mail.send({ id: "", to: "", subject: "", body: "" }));
export const byNetwork = (db: Database) => write(db, () => fetch("https://example.org"));
export const before = async (db: Database) => { const hash = await hashPassword(""); return write(db, async () => hash); };
`;
const BROKEN_FILE = resolve(APP, "journeys/breaks-the-rule.ts");

test("F7: no transaction reaches hashing, mail or the network, however many calls away", () => {
  const program = programWith(BROKEN_FILE, BROKEN);
  const checker = program.getTypeChecker();
  const leadsTo = stepsWith(checker);
  const given = program
    .getSourceFiles()
    .filter(isOurs)
    .flatMap((file) => callbacksToWrite(file, checker));
  const ofBroken = given.filter((callback) => callback.getSourceFile().fileName === BROKEN_FILE);
  const ofApp = given.filter((callback) => !ofBroken.includes(callback));

  expect(ofBroken.map((callback) => reaches(callback, leadsTo))).toEqual([
    ["hashPassword"],
    ["passwordMatches"],
    ["passwordMatches"],
    ["answerAlike"],
    ["send"],
    ["fetch"],
    [],
  ]);

  expect(ofApp.length).toBeGreaterThan(50);
  const breaking = ofApp.flatMap((callback) =>
    reaches(callback, leadsTo).map((what) => `${placeOf(callback)}: ${what}`),
  );
  expect(breaking).toEqual([]);
}, 120_000);

/** The app's program, and one file more that is nowhere on the disk. */
function programWith(path: string, text: string): ts.Program {
  const config = ts.readConfigFile("tsconfig.json", ts.sys.readFile);
  const { options, fileNames } = ts.parseJsonConfigFileContent(config.config, ts.sys, resolve("."));
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (file) => file === path || fileExists(file);
  host.readFile = (file) => (file === path ? text : readFile(file));
  host.getSourceFile = (file, version, ...more) =>
    file === path ? ts.createSourceFile(file, text, version) : getSourceFile(file, version, ...more);
  const writing = ["db", "journeys", "platform"].map((room) => `${APP}/${room}/`);
  const app = fileNames.filter((file) => writing.some((room) => file.startsWith(room)) && !file.endsWith(".test.ts"));
  return ts.createProgram([...app, path], options, host);
}

function isOurs({ fileName }: ts.SourceFile): boolean {
  return fileName.startsWith(`${APP}/`) && !fileName.includes("/generated/");
}

function callbacksToWrite(file: ts.SourceFile, checker: ts.TypeChecker): ts.Node[] {
  const found: ts.Node[] = [];
  walk(file, (node) => {
    if (!ts.isCallExpression(node)) return;
    const [callee] = symbolAt(node.expression, checker)?.declarations ?? [];
    const isWrite = callee !== undefined && nameOf(callee) === "write" && fileOf(callee) === "db/write.ts";
    const [, work] = node.arguments;
    if (isWrite && work !== undefined) found.push(work);
  });
  return found;
}

/** The names of what is slow among all that a piece of code leads to. */
function reaches(start: ts.Node, leadsTo: (code: ts.Node) => Steps): string[] {
  const slow = new Set<string>();
  const seen = new Set([start]);
  for (const code of seen) {
    const steps = leadsTo(code);
    for (const name of steps.slow) slow.add(name);
    for (const body of steps.on) seen.add(body);
  }
  return [...slow].sort();
}

/** What one piece of code names: what is slow, and the bodies of ours that may run. */
interface Steps {
  readonly slow: readonly string[];
  readonly on: readonly ts.Node[];
}

/** Each piece is looked at once: most transactions lead to the same few. */
function stepsWith(checker: ts.TypeChecker): (code: ts.Node) => Steps {
  const known = new Map<ts.Node, Steps>();
  return (code) => {
    const steps = known.get(code) ?? stepsOf(code, checker);
    known.set(code, steps);
    return steps;
  };
}

function stepsOf(code: ts.Node, checker: ts.TypeChecker): Steps {
  const slow: string[] = [];
  const on: ts.Node[] = [];
  walk(code, (node) => {
    if (!ts.isIdentifier(node) || ts.isPartOfTypeNode(node)) return;
    const symbol = symbolAt(node, checker);
    const declarations = symbol?.declarations ?? [];
    if (symbol === undefined || !declarations.some((one) => isSlow(one) || isOurs(one.getSourceFile()))) return;
    if (!isCallable(symbol, checker)) return;
    for (const declaration of declarations) {
      if (isSlow(declaration)) slow.push(symbol.name);
      else if (isOurs(declaration.getSourceFile())) on.push(...bodiesOf(declaration));
    }
  });
  return { slow, on };
}

function isSlow(declaration: ts.Declaration): boolean {
  const { fileName } = declaration.getSourceFile();
  if (SLOW.includes(fileOf(declaration)) || SLOW_PACKAGES.test(fileName)) return true;
  return SLOW_GLOBALS.has(nameOf(declaration)) && !isOurs(declaration.getSourceFile());
}

/** What runs when it is called: its own body, or of a member of an interface what the same file gives that name. */
function bodiesOf(declaration: ts.Declaration): ts.Node[] {
  if (!ts.isMethodSignature(declaration) && !ts.isPropertySignature(declaration)) return [declaration];
  const bodies: ts.Node[] = [];
  walk(declaration.getSourceFile(), (node) => {
    const isMember = ts.isMethodDeclaration(node) || ts.isPropertyAssignment(node) || ts.isFunctionDeclaration(node);
    if (isMember && nameOf(node) === nameOf(declaration)) bodies.push(node);
  });
  return bodies;
}

/** A value that is only data was worked out before, wherever it came from. */
function isCallable(symbol: ts.Symbol, checker: ts.TypeChecker): boolean {
  const type = checker.getNonNullableType(checker.getTypeOfSymbol(symbol));
  return type.getCallSignatures().length + type.getConstructSignatures().length > 0;
}

function symbolAt(node: ts.Node, checker: ts.TypeChecker): ts.Symbol | undefined {
  const symbol = ts.isShorthandPropertyAssignment(node.parent)
    ? checker.getShorthandAssignmentValueSymbol(node.parent)
    : checker.getSymbolAtLocation(node);
  return symbol !== undefined && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

function nameOf(declaration: ts.Declaration): string {
  return ts.getNameOfDeclaration(declaration)?.getText() ?? "";
}

function fileOf(node: ts.Node): string {
  return relative(APP, node.getSourceFile().fileName);
}

function placeOf(node: ts.Node): string {
  const file = node.getSourceFile();
  return `${fileOf(node)}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
}

function walk(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node);
  node.forEachChild((child) => walk(child, look));
}
