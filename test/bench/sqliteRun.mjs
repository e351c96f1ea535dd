// Runs in a process of its own: an FTS5 trigram index over the lines of all files below a folder, and queries of names.
//   node sqliteRun.mjs FOLDER DATABASE NAMES-AS-JSON
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

const [folder, file, names] = process.argv.slice(2);
const database = new DatabaseSync(file);
database.exec("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; CREATE VIRTUAL TABLE passages USING fts5(text, content='', tokenize='trigram')");
const insert = database.prepare("INSERT INTO passages (rowid, text) VALUES (?, ?)");
let row = 0;
let bytes = 0;
const start = performance.now();
database.exec("BEGIN");
for (const name of readdirSync(folder, { recursive: true })) {
  if (!/\.(txt|md)$/.test(String(name))) continue;
  const text = readFileSync(join(folder, String(name)), "utf8");
  bytes += Buffer.byteLength(text);
  for (const line of text.split("\n")) if (line) insert.run(++row, line);
}
database.exec("COMMIT");
const seconds = (performance.now() - start) / 1e3;
const query = database.prepare("SELECT rowid FROM passages WHERE passages MATCH ? LIMIT 100");
const times = [];
let found = 0;
for (const name of JSON.parse(names)) {
  const from = performance.now();
  found += query.all(`"${name.replaceAll('"', "")}"`).length > 0 ? 1 : 0;
  times.push(performance.now() - from);
}
times.sort((a, b) => a - b);
const asked = times.length;
console.log(JSON.stringify({ seconds, bytes, size: statSync(file).size, query: times[Math.floor(asked / 2)], p95: times[Math.floor(asked * 0.95)], found, asked }));
