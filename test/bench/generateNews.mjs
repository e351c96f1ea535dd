// Articles made from a seed, for benchmarks and scale tests: 100,000 of them are 250 MB of Chinese and English news in feed files and
// `.md` files, with copies, near copies and revisions. The same seed, lexicon and OpenCC give the same bytes.
//   node test/bench/generateNews.mjs FOLDER [--count 1000] [--seed 1] [--layout mixed|tiny|large]
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, utimesSync, writeFileSync, writeSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { anotherSentence, comment, dayAt, loadNews, makeArticle, publisher } from "./news/article.mjs";
import { hashed, pick, random } from "./news/random.mjs";

let loaded;
/** Templates and words, loaded once. */
export const news = () => (loaded ??= loadNews());

/** How far back a copy's original lies at most, in articles. */
const RING = 4000;
/** Articles of a file of the layout `large`: 25 MB. */
const LARGE = 10_000;

/** A copy, near copy (a sentence changed) or revision (a figure changed) of an earlier article; undefined for an article of its own. */
function repeated(next, seed, number, count, originals, made) {
  const u = next();
  if (u >= 0.13 || originals.length < 20) return undefined;
  // most are copied within days
  const back = 1 + Math.floor(next() ** 4 * (originals.length - 1));
  const original = originals[(originals.last - back + 1 + RING) % RING];
  const copy = { ...original, day: dayAt(number, count, 0), publisher: publisher(made.words, Math.floor(hashed(number, seed, 5) * 160), original.region), copyOf: original.number };
  if (u < 0.08) return { ...copy, kind: "copy" };
  const paragraphs = [...original.paragraphs];
  if (u < 0.12) {
    if (!original.prose) return { ...copy, kind: "copy" };
    const { paragraph, start, end } = original.prose;
    const sentence = anotherSentence(made, number, original);
    paragraphs[paragraph] = `${paragraphs[paragraph].slice(0, start)}${sentence}${paragraphs[paragraph].slice(end)}`.trimEnd();
    return { ...copy, paragraphs, kind: "near" };
  }
  const { fact } = original;
  // the digit before the last is another one: a correction
  const digit = [...fact.text].findIndex((sign) => /[1-9]/.test(sign));
  if (digit < 0) return { ...copy, kind: "copy" };
  const text = fact.text.slice(0, digit) + ((Number(fact.text[digit]) % 9) + 1) + fact.text.slice(digit + 1);
  paragraphs[fact.paragraph] = paragraphs[fact.paragraph].slice(0, fact.start) + text + paragraphs[fact.paragraph].slice(fact.end);
  return { ...copy, paragraphs, fact: { ...fact, text, value: undefined }, kind: "revised" };
}

/** A small table of an article in Markdown: its company's metric by quarters. */
function table({ fact, region }, next) {
  const { year } = fact.period;
  const heads = region === 3 ? ["", `1Q${year % 100}`, `2Q${year % 100}`, `3Q${year % 100}`] : ["", `${year}年第一季`, `${year}年第二季`, `${year}年第三季`];
  const rows = [0, 1, 2].map((i) => [fact.metric.names[region][i % fact.metric.names[region].length], ...[0, 1, 2].map(() => (next() * 900 + 3).toFixed(1))]);
  const unit = region === 3 ? "(US$ million)" : region === 2 ? "（单位：亿元）" : "（單位：億元）";
  return [unit, "", ...[heads, heads.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`)];
}

/** An article as lines of its own `.md` file; `at` is where its first paragraph stands. */
function markdown(article, number, next) {
  const lines = ["---", `title: ${JSON.stringify(article.title)}`, `date: ${article.day}`, `publisher: ${JSON.stringify(article.publisher)}`];
  if (next() < 0.5) lines.push(`url: https://news.example/${article.day.replaceAll("-", "/")}/${number}`);
  if (next() < 0.2) lines.push(`author: ${news().words.person(number % 400, article.region)}`);
  lines.push("---", "");
  if (next() < 0.4) lines.push(`# ${article.title}`, "");
  const at = [];
  for (const [i, paragraph] of article.paragraphs.entries()) {
    at.push(lines.length);
    lines.push(paragraph, "");
    if (i === 1 && next() < 0.15) lines.push(...table(article, next), "");
  }
  return { lines, at };
}

/** Appends an article to the lines of a feed file, on one line or on many. */
function feed(lines, article, oneLine) {
  lines.push(article.title);
  const closing = article.region === 3 ? ` (${article.publisher})` : `(${article.publisher})`;
  if (oneLine) {
    const glue = article.region === 3 ? " " : "";
    const start = lines.length;
    lines.push(article.paragraphs.join(glue) + closing);
    return { line: start, column: article.paragraphs.slice(0, article.fact.paragraph).reduce((sum, one) => sum + one.length + glue.length, 0) };
  }
  const start = lines.length;
  lines.push(...article.paragraphs);
  lines[lines.length - 1] += closing;
  return { line: start + article.fact.paragraph, column: 0 };
}

/**
 * Writes `count` articles below `folder`, and gives what is needed to ask about them.
 * @param {number | { seed?: number, layout?: "mixed" | "tiny" | "large", facts?: number, lesser?: boolean }} options a number is the seed
 *   of news that leaves the famous companies to others, as a background must; `facts`: how many figures to remember, spread over all
 * @returns {{ articles: number, bytes: number, files: number, copies: number, near: number, revised: number, facts: object[] }}
 *   a fact: path (relative), line and columns (0-based, UTF-16), text, value, company, metric, period, region, day, title, publisher
 */
export function writeNews(folder, count, options = 1) {
  const { seed = 1, layout = "mixed", facts: wanted = 2000, lesser = false } = typeof options === "number" ? { seed: options, lesser: true } : options;
  const made = news();
  const next = random(seed ^ 0x5bd1e995);
  const originals = Object.assign([], { last: -1 });
  const facts = [];
  const step = Math.max(1, Math.floor(count / wanted));
  const kinds = { copy: 0, near: 0, revised: 0 };
  let bytes = 0;
  let files = 0;
  const folders = new Set();
  const place = (path) => {
    const at = path.slice(0, path.lastIndexOf("/"));
    if (!folders.has(at)) mkdirSync(join(folder, at), { recursive: true });
    folders.add(at);
    files++;
    return join(folder, path);
  };
  /** A file is as old as its last article: dates that a text leaves open are read from that. */
  const age = (path, day) => utimesSync(path, new Date(`${day}T20:00:00Z`), new Date(`${day}T20:00:00Z`));
  const write = (path, lines, day) => {
    const text = Buffer.from(`${lines.join("\n")}\n`);
    bytes += text.length;
    const file = place(path);
    writeFileSync(file, text);
    age(file, day);
  };
  const take = (number) => {
    const again = repeated(next, seed, number, count, originals, made);
    if (again) kinds[again.kind]++;
    const article = again ?? makeArticle(made, seed, number, count, lesser);
    if (!again) {
      article.number = number;
      originals.last = (originals.last + 1) % RING;
      originals[originals.last] = article;
    }
    return article;
  };
  const remember = (number, article, path, line, column) => {
    if (article.kind || number % step || facts.length >= wanted) return;
    const { start, end, text, value, company, metric, period } = article.fact;
    facts.push({ path, line, start: column + start, end: column + end, sentence: article.paragraphs[article.fact.paragraph], offset: start, text, value, company, metric, period, region: article.region, day: article.day, title: article.title, publisher: article.publisher });
  };

  let number = 0;
  for (let file = 0; number < count; file++) {
    const month = `${2023 + Math.floor((number / count) * 3)}/${String((Math.floor((number / count) * 36) % 12) + 1).padStart(2, "0")}`;
    if (layout === "tiny" || (layout === "mixed" && next() < 0.84)) {
      // 8 of 10 files of a mixed folder hold one article: about a fifth of the articles
      const article = take(number);
      const path = `${month}/${article.day}-${String(number).padStart(6, "0")}.md`;
      const { lines, at } = markdown(article, number, next);
      write(path, lines, article.day);
      remember(number++, article, path, at[article.fact.paragraph], 0);
      continue;
    }
    const articles = Math.min(count - number, layout === "large" ? LARGE : 5 + Math.floor(56 * next() ** 2));
    const path = layout === "large" ? `feed-${String(file).padStart(3, "0")}.txt` : `${month}/feed-${String(number).padStart(6, "0")}.txt`;
    const oneLine = layout === "large" || next() < 0.6;
    const lines = [];
    const descriptor = layout === "large" ? openSync(place(path), "w") : undefined;
    let written = 0;
    let last = "";
    if (next() < 0.3) lines.push(`#${made.words.industries[made.words.industry(next())][0]}`);
    for (let i = 0; i < articles; i++) {
      const article = take(number);
      if (article.day > last) last = article.day;
      const { line, column } = feed(lines, article, oneLine);
      remember(number++, article, path, written + line, column);
      if (oneLine && next() < 0.06) for (let k = 0; k < 1 + next() * 2; k++) lines.push(comment(made, next, article));
      if (descriptor !== undefined && lines.length > 500) {
        bytes += writeSync(descriptor, `${lines.join("\n")}\n`);
        written += lines.length;
        lines.length = 0;
      }
    }
    if (descriptor === undefined) write(path, lines, last);
    else {
      if (lines.length) bytes += writeSync(descriptor, `${lines.join("\n")}\n`);
      closeSync(descriptor);
      age(join(folder, path), last);
    }
  }
  return { articles: count, bytes, files, copies: kinds.copy, near: kinds.near, revised: kinds.revised, facts };
}

/** Sentences at whose end a figure would follow, each of a company and metric of the corpora. */
export function sentences(count, seed = 2) {
  const { words } = news();
  const next = random(seed);
  const pool = words.pools[0];
  return Array.from({ length: count }, () => {
    const company = pool.all[pool.place(next())].names[0];
    const metric = words.metrics[Math.floor(next() ** 2 * 24)].names[0][0];
    return `${pick(next, ["據報導，", "", "財報顯示，"])}${company}${2023 + Math.floor(next() * 3)}年第${"一二三四"[Math.floor(next() * 4)]}季${metric}${pick(next, ["為", "達", "約"])}`;
  });
}

/** Distinct pairs of Han characters in about `bytes` of the text below a folder, at most 20 kB of each of files spread over it. */
export function hanPairs(folder, bytes, each = 20_000) {
  const seen = new Set();
  let taken = 0;
  const names = readdirSync(folder, { recursive: true }).map(String).filter((name) => /\.(txt|md)$/.test(name)).sort();
  // a stride that is prime to most counts: the files come from everywhere
  for (let i = 0, at = 0; i < names.length && taken < bytes; i++, at = (at + 7919) % names.length) {
    const text = readFileSync(join(folder, names[at]), "utf8").slice(0, Math.ceil(Math.min(each, bytes - taken) / 3));
    taken += Buffer.byteLength(text);
    for (let k = 1; k < text.length; k++) {
      const [a, b] = [text.charCodeAt(k - 1), text.charCodeAt(k)];
      if (a >= 0x4e00 && a < 0xa000 && b >= 0x4e00 && b < 0xa000) seen.add(a * 65536 + b);
    }
  }
  return { bytes: taken, pairs: seen.size };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder] = process.argv.slice(2);
  const option = (name, otherwise) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : otherwise);
  const start = performance.now();
  const { facts, ...done } = writeNews(folder, Number(option("--count", 1000)), { seed: Number(option("--seed", 1)), layout: option("--layout", "mixed") });
  console.log(JSON.stringify({ ...done, facts: facts.length, seconds: Number(((performance.now() - start) / 1e3).toFixed(2)) }));
  const pairs = (bytes) => ({ what: "distinct Han pairs", ...hanPairs(folder, bytes) });
  for (const bytes of [140_000, 1e6, 1e7, 1e8].filter((one) => one <= done.bytes)) console.log(JSON.stringify(pairs(bytes)));
  const seeds = resolve(process.env.TICKMARK_SHARED ?? "../shared", "seeds");
  if (existsSync(seeds)) console.log(JSON.stringify({ what: "distinct Han pairs of the seeds", ...hanPairs(seeds, 140_000, 60_000) }));
}
