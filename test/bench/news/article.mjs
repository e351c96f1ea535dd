// One article from its number: headline, paragraphs, publisher, day, and the figure that its first sentence states. A third
// of the sentences of some paragraphs hold two to four figures; between them stands prose without any.
import { bindSlots, parseTemplate, render } from "./grammar.mjs";
import { hashed, normal, pick, random, zipf } from "./random.mjs";
import { companyOf, periodAt, SLOTS } from "./slots.mjs";
import * as han from "./templatesHan.mjs";
import * as english from "./templatesEnglish.mjs";
import { loadVocabulary } from "./vocabulary.mjs";

const FULL_STOP = ["。", "。", "。", ". "];
const METRIC_KINDS = new Set(["money", "percent", "percentage_point", "basis_point", "count", "multiple", "power", "mass", "energy", "area"]);
const DESKS = [["財經", "產業", "科技", "國際"], ["財經", "地產", "中環", "國際"], ["财经", "产业", "科技", "国际"], ["Markets", "Technology", "Asia", "Business"]];
const PAPERS = [["日報", "週刊", "新聞網", "觀察"], ["日報", "時報", "網", "新聞"], ["日报", "周刊", "网", "观察"], [" Daily", " Journal", " Wire", " Review"]];
/** Shares of the regions among articles. */
const REGION = [0.4, 0.62, 0.86, 1];
const DAY = 86_400_000;
/** Paragraphs behind the first that hold figures, and sentences of such that do: four figures in a kilobyte, where the seeds hold not quite three. */
const FIGURES = { paragraphs: 0.3, sentences: 0.28 };

/** Compiled templates and word lists, for `makeArticle`. */
export function loadNews() {
  const words = loadVocabulary();
  const usable = words.metrics.filter(({ kind }) => METRIC_KINDS.has(kind));
  words.metrics = usable;
  words.metric = zipf(usable.length, 0.7);
  words.brokers = [...words.lexicon.orgs.all.slice(0, 40), ...words.ranked.filter(({ names }) => /證券|银行|銀行|證劵|Securities|Capital|Bank$/.test(names.join())).slice(0, 60)].map(({ names }) => names);
  words.idioms = words.words.filter(([word]) => word.length === 4);
  const grammars = [0, 1, 2, 3].map((region) => {
    const source = region === 3 ? english : han;
    const inRegion = (text) => (region === 3 ? text : words.converters[region](text));
    const slots = { ...SLOTS };
    for (const [name, list] of Object.entries(source.WORDS)) {
      const items = list.split(list.includes("|") ? "|" : " ").map((item) => ({ text: inRegion(item), nodes: undefined }));
      slots[name] = (c) => {
        const item = items[Math.floor(c.next() * items.length)];
        if (!item.text.includes("{")) return item.text;
        render((item.nodes ??= bindSlots(parseTemplate(item.text), slots)), c);
        return "";
      };
    }
    const compile = (list) => list.map((text) => bindSlots(parseTemplate(inRegion(text)), slots));
    return { titles: compile(source.TITLES), figures: compile(source.FIGURES), prose: compile(source.PROSE), subheads: compile(source.SUBHEADS), comments: compile(source.COMMENTS) };
  });
  return { words, grammars };
}

const isoDay = (time) => new Date(time).toISOString().slice(0, 10);
/** The day of article `number` of `count`: three years from January 2023. @param {number} u 0 to below 1 */
export const dayAt = (number, count, u) => isoDay(Date.UTC(2023, 0, 2) + Math.min(1094, Math.floor((number / count) * 1090 + u * 5)) * DAY);
/** A publisher by number: 160 of each region. */
export function publisher(words, number, region) {
  const place = words.lexicon.places.all[Math.floor(number / 16) % 10].names[region];
  return `${region === 3 ? `${place} ` : place}${DESKS[region][number % 4]}${PAPERS[region][Math.floor(number / 4) % 4]}`.slice(0, 28);
}

/**
 * Article `number` of `count`: what is later in number is later in date, over three years; `lesser`: of no famous company.
 * @returns {{region: number, title: string, paragraphs: string[], publisher: string, day: string, fact: object, prose?: object}}
 * `fact` is the figure of the first sentence, `prose` a sentence without one; both by paragraph and UTF-16 offsets.
 */
export function makeArticle({ words, grammars }, seed, number, count, lesser = false) {
  const next = random((Math.imul(seed, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b)) >>> 0);
  const u = next();
  const region = REGION.findIndex((share) => u < share);
  const grammar = grammars[region];
  const day = dayAt(number, count, next());
  const subject = companyOf({ words, region, next, lesser });
  const main = periodAt(next, day);
  const c = { next, words, region, lesser, subject, day, main, mainMetric: words.metrics[Math.floor(next() ** 2 * 24)], metrics: [], period: undefined, out: "", paragraph: 0, full: false, named: false, fact: undefined };
  const write = (nodes) => {
    c.metrics = [];
    c.period = undefined;
    render(nodes, c);
  };
  write(pick(next, grammar.titles));
  const title = c.out.trim();
  const paragraphs = [];
  let prose;
  // 2.5 kB on average; a Han character is three bytes
  let left = Math.exp(6.55 + normal(next) * 0.62) * (region === 3 ? 2.7 : 1) + 60;
  for (let paragraph = 0; left > 0; paragraph++) {
    c.out = "";
    c.named = false;
    c.paragraph = paragraph;
    const figures = paragraph === 0 || next() < FIGURES.paragraphs;
    const sentences = 2 + Math.floor(next() * 4);
    for (let i = 0; i < sentences && (left > c.out.length || i === 0); i++) {
      const start = c.out.length;
      c.full = paragraph === 0 && i === 0;
      write(c.full ? grammar.figures[0] : pick(next, figures && next() < FIGURES.sentences ? grammar.figures : grammar.prose));
      c.full = false;
      if (region === 3) c.out = c.out.slice(0, start) + c.out.charAt(start).toUpperCase() + c.out.slice(start + 1);
      c.out += FULL_STOP[region];
      if (!figures && (i > 0 || paragraph > 0)) prose = { paragraph, start, end: c.out.length };
    }
    left -= c.out.length;
    paragraphs.push(c.out.trimEnd());
    if (left > 150 && next() < 0.12) {
      c.out = "";
      write(pick(next, grammar.subheads));
      paragraphs.push(c.out);
      paragraph++;
    }
  }
  return { region, title, paragraphs, publisher: publisher(words, Math.floor(hashed(number, seed) * 160), region), day, fact: { ...c.fact, company: subject, metric: c.mainMetric, period: main }, prose };
}

/** One sentence more, without figures, of the article's region. */
export function anotherSentence({ words, grammars }, seed, article) {
  const next = random(seed);
  const c = { next, words, region: article.region, subject: article.fact.company, day: article.day, main: article.fact.period, mainMetric: article.fact.metric, metrics: [], period: undefined, out: "", paragraph: 0, full: false, named: false };
  render(pick(next, grammars[article.region].prose), c);
  return `${c.out}${FULL_STOP[article.region]}`;
}

/** A reader's comment under an article. */
export function comment({ words, grammars }, next, article) {
  const c = { next, words, region: article.region, subject: article.fact.company, day: article.day, main: article.fact.period, mainMetric: article.fact.metric, metrics: [], period: undefined, out: "", paragraph: 0, full: false, named: false };
  render(pick(next, grammars[article.region].comments), c);
  return c.out;
}
