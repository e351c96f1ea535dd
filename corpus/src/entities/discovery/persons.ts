// Persons that an article introduces: by a title before the name (執行長X), by a transliteration with a middle dot, by an
// age in brackets behind it.
import { fold } from "../../text/fold.ts";
import { BRACKET, DIGIT_SIGN, hasSigns, MIDDLE_DOT } from "../signs.ts";
import { classAt, HAN, isUpper, LATIN } from "../unitClass.ts";
import { isOrdinaryWord } from "../wordVeto.ts";
import { type ArticleView, beginsAt, endOfPerson, endsAt, knownOver, type Proposal } from "./article.ts";
import { markedPlaces, mayEnd, pairMarks, unitMarks } from "./marks.ts";
import { DOTTED, FUNCTION, GIVEN_NAMES, SPEAKS, SURNAMES, TITLES } from "./words.ts";

const LONGEST_TITLE = 6;
const LAST_OF_TITLES = unitMarks(TITLES, "last");
const LAST_PAIR_OF_TITLES = pairMarks([TITLES], "last");
const CLAUSE_ENDS = unitMarks("。；！？\n」』”\"，,;!?", "first");
const FIRST_OF_SURNAMES = unitMarks([...SURNAMES].filter((surname) => surname.length === 1), "first");
const SPEAKS_BEHIND = new RegExp(
  `^(?:${[...SPEAKS].filter((word) => word.length > 1).join("|")}|${fold("說|称|稱|指|料|認為|預料|估計|解讀|強調|又說|又指|則說|也說")}|[:：]「)`,
);

/** Whether a title ends at `at`; not inside a longer one (副總 of 副總裁). */
function titleEndsAt(folded: string, at: number): boolean {
  if (!mayEnd(LAST_PAIR_OF_TITLES, folded, at)) return false;
  let ends = false;
  for (let length = LONGEST_TITLE; length >= 2 && !ends; length--)
    ends = TITLES.has(folded.slice(Math.max(0, at - length), at));
  if (!ends) return false;
  for (let length = 2; length <= 4; length++)
    for (let behind = 1; behind <= 2; behind++)
      if (TITLES.has(folded.slice(Math.max(0, at - length), at + behind))) return false;
  return true;
}

/** Persons right behind a title. Places that a known name covers are left alone. */
export function personsByTitle(view: ArticleView): readonly Proposal[] {
  const found: Proposal[] = [];
  view.scans.forEach(({ text }, passage) => {
    const folded = view.folded[passage] ?? "";
    const known = view.known[passage] ?? [];
    for (const last of markedPlaces(folded, LAST_OF_TITLES)) {
      const at = last + 1;
      if (at < 2 || at >= text.length - 1 || classAt(text, last) !== HAN || !titleEndsAt(folded, at)) continue;
      let start = at;
      while (start < at + 2 && /[\s:：]/.test(text.charAt(start))) start++;
      if (knownOver(known, start, start + 1)) continue;
      if (classAt(text, start) === LATIN) {
        const name = latinPerson(text, start);
        if (name !== undefined) found.push({ name, type: "person", confidence: 0.9, reason: "title" });
        continue;
      }
      if (start !== at || TITLES.has(folded.slice(start, start + 2))) continue;
      const dotted = endOfDotted(folded, start);
      if (dotted !== undefined) continue;
      const end = endOfPerson(view, passage, start);
      if (end === undefined || DOT.test(folded.charAt(end))) continue;
      const name = text.slice(start, end);
      found.push({ name, type: "person", confidence: view.count(name) > 1 ? 0.85 : 0.7, reason: "title" });
    }
  });
  return found;
}

/** Two or three capitalised words from `start`; one word is enough behind a title only if it is no acronym. */
function latinPerson(text: string, start: number): string | undefined {
  const match =
    /^[A-ZÀ-Þ][A-Za-zÀ-ɏ'’-]{1,20}(?: [A-Z]\.?(?= [A-ZÀ-Þ]))?(?: (?:de |van |von |bin |al-)?[A-ZÀ-Þ][A-Za-zÀ-ɏ'’-]{1,20}){0,2}/.exec(
      text.slice(start, start + 64),
    );
  if (!match) return undefined;
  const name = match[0];
  if (name === name.toUpperCase() && !name.includes(" ")) return undefined;
  return name;
}

const DOT = /[·‧・•･]/;
const DOTS = /[·‧・•･]/g;

/** The end of a transliterated name with middle dots that begins at `start`. */
function endOfDotted(folded: string, start: number): number | undefined {
  let at = start;
  let dots = 0;
  let run = 0;
  for (; at < folded.length; at++) {
    const unit = folded.charAt(at);
    if (DOT.test(unit) && run > 0) {
      dots++;
      run = 0;
    } else if (classAt(folded, at) === HAN && DOTTED.has(unit) && run < 7) run++;
    else break;
  }
  return dots > 0 && run > 0 ? at : undefined;
}

/** Transliterations with a middle dot: 科萊特·克雷斯. */
export function dottedPersons(view: ArticleView): readonly Proposal[] {
  const found: Proposal[] = [];
  view.scans.forEach(({ text, signs }, passage) => {
    if (!hasSigns(signs, MIDDLE_DOT)) return;
    const folded = view.folded[passage] ?? "";
    for (const { index: dot } of folded.matchAll(DOTS)) {
      if (classAt(text, dot - 1) !== HAN || classAt(text, dot + 1) !== HAN || DOT.test(folded.charAt(dot - 2)))
        continue;
      const start = startOfDotted(folded, dot);
      const end = endOfDotted(folded, start) ?? endByBorder(folded, dot + 1);
      if (end === undefined || dot - start < 1 || end - dot < 2) continue;
      const stop = trimEnd(view, passage, dot + 1, end);
      const name = text.slice(start, stop);
      if (knownOver(view.known[passage] ?? [], start, stop)?.start === start) continue;
      // 據悉洛克希德·馬丁: the known name is the name, whatever transliterates before it.
      if ((knownOver(view.known[passage] ?? [], dot, dot + 1)?.end ?? 0) >= stop) continue;
      found.push({ name, type: "person", confidence: 0.85, reason: "middle dot" });
    }
  });
  return found;
}

/** Where the part before a dot begins: behind a border if one is near, else as far as its characters transliterate. */
function startOfDotted(folded: string, dot: number): number {
  let start = dot;
  while (
    dot - start < 6 &&
    classAt(folded, start - 1) === HAN &&
    DOTTED.has(folded.charAt(start - 1)) &&
    !titleEndsAt(folded, start)
  )
    start--;
  if (start < dot && beginsAt(folded, start) >= 2) return start;
  for (let at = start; at > dot - 6 && classAt(folded, at) === HAN && !FUNCTION.has(folded.charAt(at)); at--)
    if (at < dot && beginsAt(folded, at) >= 2) return at;
  return start;
}

/** The end of the part behind a dot where its characters are no usual transliteration: the next border, if it is near. */
function endByBorder(folded: string, from: number): number | undefined {
  for (
    let at = from + 2;
    at <= from + 6 && classAt(folded, at - 1) === HAN && !FUNCTION.has(folded.charAt(at - 1));
    at++
  )
    if (endsAt(folded, at) >= 2) return at;
  return undefined;
}

/** The last part may have run into a word of the sentence: cut where a border word begins or the shorter form recurs. */
function trimEnd(view: ArticleView, passage: number, from: number, end: number): number {
  const folded = view.folded[passage] ?? "";
  if (endsAt(folded, end) >= 2) return end;
  const further = end - from < 2 ? endByBorder(folded, from) : undefined;
  if (further !== undefined) return further;
  for (let at = end - 1; at >= from + 2; at--) if (endsAt(folded, at) >= 2) return at;
  return end;
}

const AGE = /[(（]\s?\d{1,3}\s?[歲岁]/g;
/** Behind one of these a name may begin: 男子, 女士, 司機, 記者, 被告, 事主. */
const PERSON_WORD_END = /[子生士人者漢汉婦妇童告主機机員员長长]/;

/** 陳大文(56歲): names by an age behind them. */
export function personsByAge(view: ArticleView): readonly Proposal[] {
  const found: Proposal[] = [];
  view.scans.forEach(({ text, signs }, passage) => {
    if (!hasSigns(signs, BRACKET | DIGIT_SIGN)) return;
    const folded = view.folded[passage] ?? "";
    for (const { index } of text.matchAll(AGE)) {
      const length = [3, 2, 4].find((units) => {
        const start = index - units;
        const border =
          classAt(text, start - 1) !== HAN ||
          FUNCTION.has(folded.charAt(start - 1)) ||
          PERSON_WORD_END.test(text.charAt(start - 1));
        return start >= 0 && border && SURNAMES.has(folded.charAt(start)) && allHan(text, start, index);
      });
      if (length !== undefined)
        found.push({ name: text.slice(index - length, index), type: "person", confidence: 0.85, reason: "age" });
    }
  });
  return found;
}

function allHan(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (classAt(text, at) !== HAN) return false;
  return true;
}

/** Ends of words that are no persons: 金管會, 林業署, 石化廠. */
const NO_PERSON_END = new Set(
  fold(
    "會部署局院處廠業者商行黨方社台團員省市縣國盟司店館校隊企家民眾界層派系軍報網站所組區村鎮島灣港州人士們圈期年月日季股市債幣金價率量",
  ).split(""),
);

/** 陳肇始表示: a surname and two characters at the start of a clause, before a verb of speaking. */
export function personsBySpeech(view: ArticleView): readonly Proposal[] {
  const found: Proposal[] = [];
  view.scans.forEach(({ text }, passage) => {
    const folded = view.folded[passage] ?? "";
    // 中原地產陳大文表示: whom a firm or an office sends.
    const houses = (view.known[passage] ?? []).filter(({ entity }) => {
      const type = view.lexicon.entities[entity]?.type;
      return type === "company" || type === "org";
    });
    const starts: number[] = [];
    for (let at = 0; at + 1 < folded.length; at++)
      if (CLAUSE_ENDS[folded.charCodeAt(at)] === 1 && FIRST_OF_SURNAMES[folded.charCodeAt(at + 1)] === 1) starts.push(at + 1);
    for (const { end } of houses) if (FIRST_OF_SURNAMES[folded.charCodeAt(end)] === 1) starts.push(end);
    for (const start of starts) {
      const end = start + 3;
      if (
        !allHan(text, start, end) ||
        !SPEAKS_BEHIND.test(folded.slice(end, end + 3))
      )
        continue;
      const name = text.slice(start, end);
      if (
        NO_PERSON_END.has(folded.charAt(end - 1)) ||
        FUNCTION.has(folded.charAt(start + 1)) ||
        isOrdinaryWord(name) ||
        isOrdinaryWord(name.slice(1)) ||
        knownOver(view.known[passage] ?? [], start, end)
      )
        continue;
      found.push({ name, type: "person", confidence: view.count(name) > 1 ? 0.8 : 0.65, reason: "speaks" });
    }
  });
  return found;
}

/** Two or three capitalised Latin words of which the first is a given name. */
export const isLatinPerson = (words: readonly string[]): boolean =>
  words.length >= 2 &&
  words.length <= 3 &&
  GIVEN_NAMES.has(words[0] ?? "") &&
  words.every((word) => isUpper(word.charCodeAt(0)));
