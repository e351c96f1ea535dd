// `tickmark index`: reads corpus folders and tells what is in them, the files that could not be read among it.
import { parseArgs } from "node:util";
import { openLibrary } from "./openLibrary.ts";

const number = (value: number): string => value.toLocaleString("en-US");

export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { json: { type: "boolean" } } });
  const start = performance.now();
  const { library } = await openLibrary(positionals);
  const elapsedMs = Math.round(performance.now() - start);
  const counts = library.index.counts();
  const problems = [...library.problems()].map(([file, { code, message, line }]) => ({ file, line: line ?? null, code, message }));
  const copies = library.index.articles.copies();
  if (values.json) {
    process.stdout.write(`${JSON.stringify({ ...counts, copies, elapsedMs, folders: library.roots.map(({ path }) => path), problems })}\n`);
    return 0;
  }
  process.stdout.write(`${library.roots.map(({ path }) => path).join(", ")}\n`);
  process.stdout.write(
    `  ${number(counts.articles)} articles in ${number(counts.files)} files (${number(copies)} of them copies of others)\n` +
      `  ${number(counts.figures)} figures and ${number(counts.entities)} names in ${number(counts.passages)} passages, read in ${number(elapsedMs)} ms\n`,
  );
  if (problems.length) {
    process.stdout.write(`  ${number(problems.length)} remarks:\n`);
    for (const { file, line, message } of problems) process.stdout.write(`    ${file}${line ? `:${line}` : ""}: ${message}\n`);
  }
  return 0;
}
