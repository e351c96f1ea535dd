// What `tickmark export --to pandoc` and `--to footnotes` write, read by pandoc (Debian's, `apt-get install pandoc`): no warning,
// every key resolved, every quote in the result. Not part of `npm test`, for pandoc is not everywhere.
//   node esbuild.mjs && node test/pandoc/run.mjs
import { execFileSync, spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";

const version = spawnSync("pandoc", ["--version"], { encoding: "utf8" });
if (version.status !== 0) {
  console.log("no pandoc here: apt-get install pandoc");
  process.exit(2);
}
console.log(version.stdout.split("\n")[0]);
let failed = 0;
const check = (what, right, told = "") => {
  if (!right) failed++;
  console.log(`${right ? "ok  " : "FAIL"} ${what}${right ? "" : ` ${told}`}`);
};
for (const name of readdirSync("corpus/sample/notes").filter((one) => one.endsWith(".md"))) {
  const exported = (to) => execFileSync(process.execPath, ["../../dist/cli.js", "export", `notes/${name}`, "--to", to], { cwd: "corpus/sample", encoding: "utf8" });
  const run = (input, ...args) => spawnSync("pandoc", ["--from", "markdown", "--fail-if-warnings", ...args], { input, encoding: "utf8" });

  const pandoc = exported("pandoc");
  const keys = new Set(Array.from(pandoc.matchAll(/\[@([^,\]\s]+)/g), ([, key]) => key));
  const html = run(pandoc, "--citeproc", "--to", "html");
  check(`${name}: pandoc --citeproc takes ${keys.size} sources without a warning`, html.status === 0, html.stderr);
  const tree = JSON.stringify(JSON.parse(run(pandoc, "--to", "json").stdout));
  check(`${name}: every key is a citation to pandoc`, [...keys].every((key) => tree.includes(`"citationId":${JSON.stringify(key)}`)));
  check(`${name}: every source stands in the bibliography`, [...keys].every((key) => html.stdout.includes(`id="ref-${key}"`)));
  const quotes = Array.from(pandoc.matchAll(/\{「(.+?)」\}/g), ([, quote]) => quote.replaceAll("\\", ""));
  const plain = (text) => text.replace(/<[^>]+>/g, "").replace(/&#(\d+);/g, (_, code) => String.fromCharCode(code)).replaceAll("&amp;", "&").replaceAll("&quot;", '"').replace(/[\s‘’“”'"]+/g, "");
  const missing = quotes.filter((quote) => !plain(html.stdout).includes(plain(quote)));
  check(`${name}: all ${quotes.length} quotes stand in the text`, !missing.length, missing.join(" | "));

  const footnotes = exported("footnotes");
  const noted = run(footnotes, "--to", "html");
  const count = footnotes.match(/^\[\^\d+\]:/gm)?.length ?? 0;
  check(`${name}: ${count} footnotes are footnotes to pandoc`, noted.status === 0 && (noted.stdout.match(/<li id="fn\d+"/g)?.length ?? 0) >= count, noted.stderr);
}
console.log(`pandoc: ${failed ? 0 : 1} passed, ${failed ? 1 : 0} failed`);
process.exit(failed ? 1 : 0);
