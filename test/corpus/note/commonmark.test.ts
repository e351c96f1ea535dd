import assert from "node:assert/strict";
import { createRequire } from "node:module";
import test from "node:test";
import { insertCitation } from "../../../corpus/src/note/insertCitation.ts";
import { parseNote } from "../../../corpus/src/note/parseNote.ts";
import { relativeTarget } from "../../../corpus/src/note/relativeTarget.ts";
import { readTarget } from "../../../corpus/src/note/readTarget.ts";
import { writeTitle } from "../../../corpus/src/note/title.ts";
import { applyEdits } from "./applyEdits.ts";

interface Token {
  readonly type: string;
  readonly children: readonly Token[] | null;
  attrGet(name: string): string | null;
}
type MarkdownIt = new (preset?: string) => { parse(text: string, env: object): readonly Token[] };
// markdown-it is the parser of VS Code's preview
const MarkdownItParser = createRequire(import.meta.url)("markdown-it") as MarkdownIt;

/** Destination (decoded) and title of every link that a viewer reads. */
function linksOf(text: string, preset?: string): { target: string; title: string | null }[] {
  const walk = (tokens: readonly Token[]): { target: string; title: string | null }[] =>
    tokens.flatMap((token) => [
      ...(token.type === "link_open"
        ? [{ target: decodeURIComponent(token.attrGet("href") ?? ""), title: token.attrGet("title") }]
        : []),
      ...walk(token.children ?? []),
    ]);
  return walk(new MarkdownItParser(preset).parse(text, {}));
}

const NOTES = [
  "達‸。\n",
  "達‸",
  "- 甲\n  - 達‸，\n",
  "# 達‸\n",
  "> 達‸\n",
  "| a | b |\n|--|--|\n| 營收 | ‸ |\n",
  "達‸。\r\n",
  "大漲!‸\n",
  "[甲]‸。\n",
  "[甲][乙]‸。\n",
  "5 < ‸ > 3\n",
  "*達‸*\n",
  "`x` ‸ `y`\n",
  "達‸(註)[乙]\n",
  "\\‸",
  "‸: 甲\n",
];
const QUOTES = ["收入為570.06億美元", 'a"b\\c&d|e`f[g]', "&copy; <b> *x* _y_ (z) ~5%", "'單引號' “雙”", "$5 ${x}"];
const PATHS = [
  "/ws/corpus/a.md",
  "/ws/corpus/輝達 (1) #2?.md",
  "/ws/corpus/a&copy;b%41.md",
  "/ws/corpus/x_y*z~!'\"[1].md",
  "/ws/q3:2025.md",
];
const TEXTS = ["570億美元", "US$57.0bn", "a*b*_c_[d]`e`|f\\&amp;<i>"];

test("a citation that we write is read alike by lezer and by VS Code's preview, wherever it stands", () => {
  for (const style of ["reference", "inline"] as const)
    for (const fixture of NOTES)
      for (const quote of QUOTES)
        for (const path of PATHS)
          for (const text of TEXTS) {
            const at = fixture.indexOf("‸");
            const plain = fixture.replace("‸", "");
            const target = relativeTarget("/ws/notes/n.md", path, 6, 4);
            const result = insertCitation({
              note: parseNote(plain),
              range: { start: at, end: at },
              text,
              target,
              quote,
              style,
              snippets: true,
            });
            const after = applyEdits(plain, result).replace("‸", "");
            const context = JSON.stringify(after);
            assert.ok(result.cited, context);
            const viewed = linksOf(after, fixture.includes("|") ? undefined : "commonmark").filter(
              ({ title }) => title !== null,
            );
            assert.equal(viewed.length, 1, context);
            assert.equal(viewed[0]?.title, writeTitle(quote), context);
            const cited = parseNote(after).citations.filter(({ title }) => title !== undefined);
            assert.equal(cited.length, 1, context);
            assert.equal(cited[0]?.title, writeTitle(quote), context);
            const read = readTarget(cited[0]?.target ?? "");
            assert.equal(read.kind === "relative" ? `${read.path}#L6,4` : "", viewed[0]?.target, context);
          }
});
