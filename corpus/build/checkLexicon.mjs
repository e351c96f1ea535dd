// Checks the entity tables of corpus/lexicon (`npm run lexicon`): says file, line, what is wrong and what to do, and exits 1
// if anything is.
import { checkTables } from "./lexiconProblems.mjs";
import { readTables } from "./lexicon.mjs";

const tables = readTables(process.argv[2] ?? "corpus/lexicon");
const problems = await checkTables(tables);
for (const { file, line, message } of problems) console.error(`${file}:${line}: ${message}`);
const rows = tables.flatMap(({ text }) => text.split("\n").slice(1).filter(Boolean));
console.log(`${rows.length} entities in ${tables.length} files, ${problems.length} problems`);
process.exitCode = problems.length ? 1 : 0;
