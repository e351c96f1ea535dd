// One keystroke in a long note: what each request of the editor costs the server behind it, and all of them together.
//   node test/bench/keystroke.mjs [--node PATH] [--cli dist/cli.js] [--kb 200] [--rounds 40] [--bar 20] [--write NOTE]
// The note is generated over the sample's articles: about 1,500 passages, 400 citations of both styles, 1,000 figures. Work is the
// time that the server's main thread was on a core (Linux, /proc/PID/task/PID/schedstat), which other processes hardly disturb;
// elsewhere it is the round trip minus that of an empty request.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { startServer } from "../server/client.mjs";

const option = (name, otherwise) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : otherwise);
const node = option("--node", process.execPath);
const cli = resolve(option("--cli", "dist/cli.js"));
const kilobytes = Number(option("--kb", "200"));
const rounds = Number(option("--rounds", "40"));
const bar = Number(option("--bar", "20"));

/** Mulberry32. */
function seeded(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const FIGURE = /(?:US\$|NT\$|HK\$)?\d[\d,]*(?:\.\d+)?\s?(?:億美元|億元|億港元|亿美元|亿元|萬輛|万辆|萬台|%|billion|million)/g;
const NAMES = ["輝達", "台積電", "鴻海", "英伟达", "阿里巴巴", "騰訊", "比亞迪", "美光", "SK海力士", "Nvidia", "TSMC", "寧德時代", "聯準會", "港交所", "緯創", "廣達"];
const METRICS = ["第三季營收", "毛利率", "全年資本支出", "十月出貨量", "資料中心業務", "每股盈餘", "營業利益率", "市占率"];
const FILLERS = ["供應鏈說法不一，仍待法說會釐清。", "管理層對明年的看法比上一季樂觀，但沒有給出數字。", "匯率與關稅的影響目前看來有限。", "我們維持先前的判斷。", "The desk will revisit this after the call. ", "客戶的拉貨節奏在下半年趨於平穩。"];
const UNITS = ["億元", "億美元", "%", "萬台", "%", "億元"];

/** A figure of an article with words before it: `{ path, line, column, figure, quote }`, line and column 1-based. */
function citable(folder) {
  const found = [];
  for (const name of readdirSync(folder).filter((one) => one.endsWith(".md")))
    readFileSync(join(folder, name), "utf8")
      .split("\n")
      .forEach((text, line) => {
        if (/^(?:---|[a-z]+:|\||#)/.test(text)) return;
        for (const match of text.matchAll(FIGURE)) {
          let from = Math.max(0, match.index - 12);
        // a quote begins inside no number or Latin word
        while (from > 0 && /[0-9A-Za-z.,%$]/.test(text[from - 1])) from--;
          const quote = text.slice(from, match.index + match[0].length);
          if (!/["[\]|`\\&]/.test(quote) && quote.trim() === quote) found.push({ path: name, line: line + 1, column: match.index + 1, figure: match[0], quote });
        }
      });
  return found;
}

/** A note of about so many bytes. */
function makeNote(sources, bytes) {
  const below = seeded(7);
  const pick = (list) => list[below(list.length)];
  const scale = bytes / 200_000;
  const citations = Math.round(400 * scale);
  const labels = "abcdefghijklmnopqrstuvwxyz23456789";
  const definitions = [];
  const parts = ["---\ntitle: 長篇研究筆記\ndate: 2025-12-15\n---\n\n# 供應鏈與利率筆記\n\n"];
  let size = 0;
  let cited = 0;
  const add = (text) => {
    parts.push(text);
    size += Buffer.byteLength(text);
  };
  const plain = () => `${below(9000) / 10}${pick(UNITS)}`;
  const citation = () => {
    const source = sources[(cited * 7) % sources.length];
    const target = `../corpus/${source.path}#L${source.line},${source.column}`;
    if (cited++ % 4 === 0) return `[${source.figure}](${target} "${source.quote}")`;
    const label = Array.from({ length: 4 }, (_, i) => labels[Math.floor((cited * 977) / labels.length ** i) % labels.length]).join("");
    definitions.push(`[${label}]: ${target} "${source.quote}"`);
    return `[${source.figure}][${label}]`;
  };
  const target = bytes - citations * 0.75 * 110;
  for (let paragraph = 0; size < target; paragraph++) {
    if (paragraph % 12 === 0) add(`## ${pick(NAMES)}與${pick(NAMES)}：第${paragraph / 12 + 1}節\n\n`);
    if (paragraph % 30 === 17) {
      add(`單位：億元\n\n| 公司 | 第二季 | 第三季 |\n|---|---|---|\n`);
      for (let row = 0; row < 5; row++) add(`| ${pick(NAMES)} | ${below(9000) / 10} | ${below(9000) / 10} |\n`);
      add("\n");
    }
    for (let line = 0; line < 3; line++) {
      const wantsCitation = cited < citations * Math.min(1, size / target + 0.01);
      const figure = wantsCitation ? citation() : below(4) < 2 ? plain() : undefined;
      add(figure ? `${pick(NAMES)}${pick(METRICS)}約${figure}，${pick(FILLERS)}${pick(FILLERS)}\n` : `${pick(FILLERS)}${pick(NAMES)}方面，${pick(FILLERS)}${pick(FILLERS)}\n`);
    }
    add("\n");
  }
  return { text: `${parts.join("")}\n${definitions.join("\n")}\n`, citations: cited };
}

const folder = mkdtempSync(join(tmpdir(), "tickmark-keystroke-"));
mkdirSync(join(folder, "notes"));
cpSync("corpus/sample/corpus", join(folder, "corpus"), { recursive: true });
const note = makeNote(citable(join(folder, "corpus")), kilobytes * 1000);
const path = join(folder, "notes", "long.md");
writeFileSync(path, note.text);
const written = option("--write");
if (written) {
  writeFileSync(written, note.text);
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
}

const server = await startServer([folder], { node, cli });
await server.ready();
const uri = pathToFileURL(path).href;
const schedstat = `/proc/${server.child.pid}/task/${server.child.pid}/schedstat`;
const byCore = existsSync(schedstat);
const onCore = () => Number(readFileSync(schedstat, "utf8").split(" ", 1)[0]) / 1e6;
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** Milliseconds of work behind an answer. */
async function work(ask) {
  if (!byCore) {
    const start = performance.now();
    await ask();
    return performance.now() - start;
  }
  const before = onCore();
  await ask();
  // the thread goes to sleep a little after the answer is out
  await pause(3);
  return onCore() - before;
}
const textDocument = { uri };
const empty = () => server.request("textDocument/hover", { textDocument: { uri: "file:///nowhere.md" }, position: { line: 0, character: 0 } });

let lines = note.text.split("\n");
let version = 1;
await server.notify("textDocument/didOpen", { textDocument: { uri, languageId: "markdown", version, text: note.text } });
const opened = await work(() => server.request("textDocument/documentLink", { textDocument }));
console.log(`note of ${(Buffer.byteLength(note.text) / 1000).toFixed(0)} kB, ${note.text.length} units, ${lines.length} lines, ${note.citations} citations; opened and linked in ${opened.toFixed(1)} ms of work`);

const lineOf = (share, wanted) => {
  for (let i = Math.floor(lines.length * share); i < lines.length; i++) if (wanted.test(lines[i])) return i;
  for (let i = lines.length - 1; i >= 0; i--) if (wanted.test(lines[i])) return i;
  return 0;
};
const SENTENCE = /^[^#|[\]-].*約\d[\d.]*\S+，/;
const CELL = /^\| \S+ \| \d/;
const behindFigure = (line) => /約\d[\d.]*[^\d，]+/.exec(lines[line])?.index + 1;

/** Kinds of edits: a place, and what is put there. */
const EDITS = {
  beginning: () => ({ line: lineOf(0, SENTENCE), text: "字" }),
  middle: () => ({ line: lineOf(0.4, SENTENCE), text: "字" }),
  end: () => ({ line: lineOf(0.7, SENTENCE), text: "字" }),
  "digit of a figure": () => ({ line: lineOf(0.3, SENTENCE), text: "3", inFigure: true }),
  table: () => ({ line: lineOf(0.3, CELL), text: "7", cell: true }),
  "new line": () => ({ line: lineOf(0.1, SENTENCE), text: "\n", atEnd: true }),
  "new definition": () => ({ line: lines.length - 2, text: `\n[z${version}]: ../corpus/2025-11-10-tsmc-october-sales.md#L1,1 "x"`, atEnd: true }),
  "new heading": () => ({ line: lineOf(0.2, /^$/), text: `\n### 小節 ${version}\n`, atEnd: true }),
};

/** What an editor asks behind a keystroke, and what the checks ask: all citations resolved. */
const asks = (line, character) => {
  const position = { line, character };
  const range = { start: position, end: position };
  const figure = behindFigure(line);
  return {
    documentLink: () => server.request("textDocument/documentLink", { textDocument }),
    hover: () => server.request("textDocument/hover", { textDocument, position: { line, character: Number.isFinite(figure) ? figure : character } }),
    documentSymbol: () => server.request("textDocument/documentSymbol", { textDocument }),
    codeAction: () => server.request("textDocument/codeAction", { textDocument, range, context: { diagnostics: [], triggerKind: 2 } }),
    completion: () => server.request("textDocument/completion", { textDocument, position, context: { triggerKind: 1 } }),
    inlineCompletion: () => server.request("textDocument/inlineCompletion", { textDocument, position, context: { triggerKind: 1 } }),
    codeLens: () => server.request("textDocument/codeLens", { textDocument }),
    "all citations resolved": () => server.request("textDocument/codeAction", { textDocument, range, context: { diagnostics: [], only: ["source.tickmark.reanchorAll"], triggerKind: 1 } }),
    "references of a name in notes": () => server.request("textDocument/references", { textDocument, position: { line, character: 1 }, context: { includeDeclaration: false } }),
    "all plain figures ranked": () => server.request("textDocument/codeAction", { textDocument, range, context: { diagnostics: [], only: ["source.tickmark.citeAll"], triggerKind: 1 } }),
  };
};
/** What the bar is about: the note read again, its citations resolved, the figure of the changed passage ranked. */
const FRESH = new Set(["documentLink", "hover", "all citations resolved"]);
/** Asked beside the keystroke, not behind each. */
const BESIDE = new Set(["references of a name in notes", "all plain figures ranked"]);

const sorted = (values) => [...values].sort((a, b) => a - b);
const at = (values, share) => sorted(values)[Math.min(values.length - 1, Math.floor(values.length * share))];
const floors = [];
for (let i = 0; i < 100; i++) floors.push(await work(empty));
const floor = at(floors, 0.5);
const show = (values) => `p50 ${at(values, 0.5).toFixed(2).padStart(7)}  p95 ${at(values, 0.95).toFixed(2).padStart(7)}  worst ${Math.max(...values).toFixed(2).padStart(7)}`;
console.log(`empty request: ${show(floors)} ms${byCore ? " on the core" : ""}; taken off below. ${rounds} rounds of each edit, ms of work\n`);

const byRequest = new Map();
const totals = new Map();
const wide = (text, width) => text + " ".repeat(Math.max(0, width - [...text].reduce((sum, sign) => sum + (sign.charCodeAt(0) > 0x2e80 ? 2 : 1), 0)));
for (const [kind, edit] of Object.entries(EDITS)) {
  const sums = [];
  const fresh = [];
  for (let round = 0; round < rounds + 3; round++) {
    const { line, text, inFigure, cell, atEnd } = edit();
    const written = lines[line];
    const character = atEnd ? written.length : cell ? /\d/.exec(written).index + 1 : inFigure ? behindFigure(line) + 1 : Math.max(1, written.indexOf("約"));
    const position = { line, character };
    lines = [...lines.slice(0, line), ...(written.slice(0, character) + text + written.slice(character)).split("\n"), ...lines.slice(line + 1)];
    version++;
    await server.notify("textDocument/didChange", { textDocument: { uri, version }, contentChanges: [{ range: { start: position, end: position }, text }] });
    let sum = 0;
    let core = 0;
    for (const [request, ask] of Object.entries(asks(line, Math.min(lines[line].length, character + (text.includes("\n") ? 0 : text.length))))) {
      // long ones are asked now and then
      if (BESIDE.has(request) && round >= 3 && round % 5) continue;
      const cost = Math.max(0, (await work(ask)) - floor);
      if (round < 3) continue;
      if (!BESIDE.has(request)) sum += cost;
      if (FRESH.has(request)) core += cost;
      const key = request;
      byRequest.set(key, [...(byRequest.get(key) ?? []), cost]);
    }
    if (round < 3) continue;
    sums.push(sum);
    fresh.push(core);
  }
  totals.set(kind, { sums, fresh });
}
for (const [request, values] of byRequest) console.log(`${wide(request, 32)}${show(values)}${BESIDE.has(request) ? "  (beside)" : ""}`);
console.log();

for (const [kind, { fresh }] of totals)
  console.log(`${at(fresh, 0.95) <= bar ? "ok  " : "SLOW"} read again, resolved, ranked: ${wide(kind, 20)}${show(fresh)}  (bar p95 ${bar})`);
for (const [kind, { sums }] of totals) console.log(`     all that an editor asks:      ${wide(kind, 20)}${show(sums)}`);
const failures = server.log.filter(({ type, message }) => type <= 2 && /failed/.test(message));
for (const { message } of failures.slice(0, 5)) console.log(`  ${message}`);
await server.stop();
rmSync(folder, { recursive: true, force: true });
process.exit(failures.length ? 1 : 0);
