// `tickmark demo`: the main job in a terminal, on the bundled sample: indexes it, shows a card, a completion with its
// citation and a jump with its passage, each answered by the code that the editor calls.
import { existsSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { createTypeAhead } from "../../../corpus/src/entities/typeAhead.ts";
import { findCompletions } from "../../../corpus/src/features/completion/completion.ts";
import { findDefinition } from "../../../corpus/src/features/definition/definition.ts";
import { findHover } from "../../../corpus/src/features/hover/hover.ts";
import { lineOf } from "../../../corpus/src/index/indexedChunk.ts";
import { deskOf, draftOf } from "./desk.ts";
import { openLibrary } from "./openLibrary.ts";
import { openEditor } from "./openEditor.ts";
import { UsageError } from "./usage.ts";

const colour = (code: number, text: string): string => (process.stdout.isTTY && !process.env["NO_COLOR"] ? `\u001b[${code}m${text}\u001b[0m` : text);
const say = (text = ""): void => void process.stdout.write(`${text}\n`);

/** Markdown as a terminal shows it: links without their targets, bold bold, escapes undone. */
const plain = (markdown: string): string =>
  markdown
    .replace(/\]\([^)]*\)/g, "]")
    .replace(/\\(.)/g, "$1")
    .replace(/&#58;/g, ":").replace(/&#46;/g, ".").replace(/&#64;/g, "@").replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&")
    .replace(/\*\*(.+?)\*\*/g, (_, words: string) => colour(1, words))
    .replace(/ {2}$/gm, "");

export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { open: { type: "boolean" } } });
  const folder = resolve(positionals[0] ?? "corpus/sample");
  if (!existsSync(join(folder, "corpus"))) throw new UsageError(`no sample at ${folder}`);
  const opened = await openLibrary([join(folder, "corpus")], folder);
  const desk = deskOf(opened);
  const counts = desk.index.counts();
  say(colour(36, `The corpus ${relative(process.cwd(), folder)}/corpus`));
  say(`  ${counts.articles} articles, ${counts.figures} figures, ${counts.entities} names in ${counts.passages} passages`);

  const notePath = join(folder, "notes/demo.md");
  const hovered = draftOf(desk, notePath, "市場焦點仍是英伟达，資料中心營收續創新高。\n");
  const card = findHover(desk, hovered, hovered.text.indexOf("英伟达") + 1);
  say(`\n${colour(36, "Hover")} over 英伟达 in a note: ${hovered.text.trim()}`);
  say((card ? plain(card.markdown) : "no card").replace(/^/gm, "  "));

  const sentence = "輝達第三季營收達";
  const typed = draftOf(desk, notePath, `${sentence}\n`);
  const choices = findCompletions({ ...desk, snippets: false }, createTypeAhead(desk.tables.lexicon), typed, { offset: sentence.length });
  say(`\n${colour(36, "Completion")} at the end of: ${sentence}`);
  for (const { label, detail, description } of choices.slice(0, 5)) say(`  ${colour(1, label)}${detail}  ${colour(2, description)}`);
  const [first] = choices;
  if (first) {
    const edits = [first.edit, ...first.additional].sort((a, b) => b.start - a.start);
    const written = edits.reduce((text, edit) => text.slice(0, edit.start) + edit.newText + text.slice(edit.end), typed.text);
    say("  accepted, the note reads:");
    say(written.trim().replace(/^/gm, "    "));
    const cited = draftOf(desk, notePath, written);
    const jump = findDefinition(desk, cited, written.indexOf("[") + 2);
    const file = jump && desk.index.file(jump.selection.path);
    const chunk = file && file.chunkAt(jump.selection.line);
    if (chunk) {
      const { line, start, end } = jump.selection;
      const text = lineOf(chunk, line);
      say(`\n${colour(36, "Go to source")} from that figure: ${relative(process.cwd(), chunk.path)}, line ${line + 1}, column ${start + 1}`);
      say(`  …${text.slice(Math.max(0, start - 40), start)}${colour(7, text.slice(start, end))}${text.slice(end, end + 30)}…`);
    }
  }
  if (values.open) {
    const opened = openEditor(folder);
    say(opened ? "\nVS Code opens on the sample: hover a name, type 黃仁 or 輝達第三季營收達, press F12 on a citation." : "\nVS Code's command `code` is not on the PATH: install the VSIX (npm run package) and open corpus/sample.");
  }
  return card && first ? 0 : 1;
}
