// Citations that we write, read by others: commonmark.js, markdown-it, lezer and VS Code's own Markdown service must see the same
// target and title, and VS Code's validation must find nothing.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { URI } from "vscode-uri";
import { TextDocument } from "vscode-languageserver-textdocument";
import { insertCitation } from "../../../corpus/src/note/insertCitation.ts";
import { parseNote } from "../../../corpus/src/note/parseNote.ts";
import { relativeTarget } from "../../../corpus/src/note/relativeTarget.ts";
import { writeTitle } from "../../../corpus/src/note/title.ts";
import { applyEdits } from "./applyEdits.ts";

const load = createRequire(import.meta.url);
interface Walked {
  readonly entering: boolean;
  readonly node: { readonly type: string; readonly destination: string | null; readonly title: string | null };
}
const { Parser } = load("commonmark") as { Parser: new () => { parse(text: string): { walker(): { next(): Walked | null } } } };
interface Token {
  readonly type: string;
  readonly children: readonly Token[] | null;
  attrGet(name: string): string | null;
}
const MarkdownIt = load("markdown-it") as new (preset?: string) => { parse(text: string, env: object): readonly Token[] };
interface Service {
  computeDiagnostics(document: object, options: object, token: object): Promise<readonly { readonly message: string }[]>;
  getDocumentLinks(document: object, token: object): Promise<readonly { readonly range: { readonly start: object; readonly end: object }; readonly target?: string; readonly data?: unknown }[]>;
  resolveDocumentLink(link: object, token: object): Promise<{ readonly target?: string } | undefined>;
}
const service = load("vscode-markdown-languageservice") as { createLanguageService(init: object): Service; githubSlugifier: object };

const NOTE = "/ws/notes/n.md";
const never = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose: () => undefined }) };
const none = () => ({ dispose: () => undefined });

interface Seen {
  readonly target: string;
  readonly title: string | null;
}
const decoded = (target: string): string => decodeURIComponent(target);

function byCommonmark(text: string): Seen[] {
  const walker = new Parser().parse(text).walker();
  const seen: Seen[] = [];
  for (let event = walker.next(); event; event = walker.next())
    if (event.entering && event.node.type === "link") seen.push({ target: decoded(event.node.destination ?? ""), title: event.node.title });
  return seen;
}

function byMarkdownIt(text: string): Seen[] {
  const walk = (tokens: readonly Token[]): Seen[] =>
    tokens.flatMap((token) => [...(token.type === "link_open" ? [{ target: decoded(token.attrGet("href") ?? ""), title: token.attrGet("title") }] : []), ...walk(token.children ?? [])]);
  return walk(new MarkdownIt().parse(text, {}));
}

const byLezer = (text: string): Seen[] => parseNote(text).citations.map(({ target, title }) => ({ target: decoded(target), title: title ?? null }));

/** VS Code's service over a workspace that holds the note and the corpus file. */
async function byService(text: string, path: string): Promise<{ readonly findings: readonly string[]; readonly targets: readonly string[] }> {
  const uri = URI.file(NOTE);
  const document = Object.assign(TextDocument.create(uri.toString(), "markdown", 1, text), { $uri: uri });
  const files = new Set([NOTE, path]);
  const isFolder = (folder: string) => [...files].some((file) => file.startsWith(`${folder}/`));
  const parser = new MarkdownIt();
  const languageService = service.createLanguageService({
    workspace: {
      workspaceFolders: [URI.file("/ws")],
      onDidChangeMarkdownDocument: none,
      onDidCreateMarkdownDocument: none,
      onDidDeleteMarkdownDocument: none,
      getAllMarkdownDocuments: () => Promise.resolve([document]),
      hasMarkdownDocument: (resource: URI) => resource.path === NOTE,
      openMarkdownDocument: (resource: URI) => Promise.resolve(resource.path === NOTE ? document : undefined),
      stat: (resource: URI) => Promise.resolve(files.has(resource.path) ? { isDirectory: false } : isFolder(resource.path) ? { isDirectory: true } : undefined),
      readDirectory: () => Promise.resolve([]),
    },
    parser: { slugifier: service.githubSlugifier, tokenize: (one: { getText(): string }) => Promise.resolve(parser.parse(one.getText(), {})) },
    logger: { level: 0, log: () => undefined },
  });
  const level = "warning";
  const options = { validateReferences: level, validateFragmentLinks: level, validateFileLinks: level, validateMarkdownFileLinkFragments: level, validateUnusedLinkDefinitions: level, validateDuplicateLinkDefinitions: level, ignoreLinks: [] };
  const findings = await languageService.computeDiagnostics(document, options, never);
  const links = await languageService.getDocumentLinks(document, never);
  const resolved = await Promise.all(links.map((link) => languageService.resolveDocumentLink(link, never)));
  return { findings: findings.map(({ message }) => message), targets: resolved.flatMap((link) => [link?.target ?? "", decoded(link?.target ?? "")]) };
}

const PLACES = {
  "a sentence": "輝達營收達‸，另有說明。\n",
  "a list": "- 甲\n  - 達‸，\n- 乙\n",
  "a table": "| 項目 | 數值 |\n|---|---|\n| 營收 | ‸ |\n",
  "the end of a note": "達‸",
};
const PATHS = ["/ws/corpus/2025-11-20-nvda.md", "/ws/corpus/輝達 (1) #2?.md", "/ws/corpus/feeds/2025 11月.txt", "/ws/corpus/a&b%41.md"];
const QUOTES = ["收入為570.06億美元", 'a"b\\c|d`e[f]&amp; 62%'];

for (const [place, fixture] of Object.entries(PLACES))
  test(`in ${place} four readers see the same target and title, and VS Code's validation finds nothing`, async () => {
    for (const style of ["reference", "inline"] as const)
      for (const path of PATHS)
        for (const quote of QUOTES) {
          const at = fixture.indexOf("‸");
          const note = fixture.replace("‸", "");
          const target = relativeTarget(NOTE, path, 6, 4);
          const result = insertCitation({ note: parseNote(note), range: { start: at, end: at }, text: "570億美元", target, quote, style, snippets: false });
          const text = applyEdits(note, result).replace("‸", "");
          const expected = [{ target: `${decoded(relativeTarget(NOTE, path, 6, 4))}`, title: writeTitle(quote) }];
          const context = JSON.stringify(text);
          assert.deepEqual(byLezer(text), expected, context);
          assert.deepEqual(byMarkdownIt(text), expected, context);
          // CommonMark has no tables: there its links stand in a paragraph
          assert.deepEqual(byCommonmark(text), expected, context);
          const { findings, targets } = await byService(text, path);
          assert.deepEqual(findings, [], context);
          assert.ok(targets.length >= 1 && targets.some((one) => one.includes(path)), `${context} ${targets.join(" ")}`);
        }
  });
