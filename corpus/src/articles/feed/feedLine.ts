// What one line of a text file looks like: how wide it is, how it ends, whether it could be a headline. Everything the
// segmentation weighs is read here, once per line.
import { isHan, isSpace } from "../../text/han.ts";
import { hashFolded } from "../../text/hash.ts";
import { headlineStrength } from "./headline.ts";

export interface FeedLine {
  /** 0-based line of the file. */
  readonly line: number;
  /** UTF-16 column of the first unit of `text`. */
  readonly column: number;
  /** Without white space at the ends; never empty. */
  readonly text: string;
  /** Length as an eye sees it: a Han character is 1, a Latin letter or digit ½. */
  readonly width: number;
  /** Ends as a sentence does: 。！？… or a point, with quotes and brackets behind. */
  readonly ends: boolean;
  /** See headlineStrength; negative where the line cannot be a headline. */
  readonly strength: number;
  readonly hash: number;
  /** Blank lines before it. */
  readonly gap: number;
}

const CLOSERS = "」』”’)）》】〕]\"'";

function endsSentence(text: string): boolean {
  let at = text.length - 1;
  const lowest = Math.max(0, at - 4);
  while (at > lowest && CLOSERS.includes(text.charAt(at))) at--;
  return "。！？!?…；;.".includes(text.charAt(at));
}

function widthOf(text: string): number {
  // beyond this a line is long whatever it holds
  if (text.length > 4000) return text.length;
  let wide = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (isHan(unit) || unit >= 0x2e80) wide++;
  }
  return wide + (text.length - wide) / 2;
}

/** The lines with text of a file, in order. */
export function feedLines(text: string, starts: Uint32Array): FeedLine[] {
  const lines: FeedLine[] = [];
  let gap = 0;
  for (let line = 0; line < starts.length; line++) {
    let start = starts[line] ?? 0;
    const lineStart = start;
    let end = starts[line + 1] ?? text.length;
    while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
    while (start < end && isSpace(text.charCodeAt(start))) start++;
    if (start === end) {
      gap++;
      continue;
    }
    const body = text.slice(start, end);
    const width = widthOf(body);
    lines.push({
      line,
      column: start - lineStart,
      text: body,
      width,
      ends: endsSentence(body),
      strength: headlineStrength(body, width),
      hash: hashFolded(body),
      gap,
    });
    gap = 0;
  }
  return withoutSpeakers(lines);
}

const SPEAKER = /^[^:：\s]{1,12}[:：]/;
const ROLE = /^(?:問|问|答|記者|记者|主持人|Q\d?|A\d?|提問|提问|網友|网友|編者|编者)[:：]/;

/** Lines of an interview (`問:……?`) are no headlines: the same words stand before the colon again and again. */
function withoutSpeakers(lines: FeedLine[]): FeedLine[] {
  const speakers = new Map<string, Set<number>>();
  for (const line of lines) {
    const speaker = line.strength > 0 ? SPEAKER.exec(line.text)?.[0] : undefined;
    if (speaker) speakers.set(speaker, (speakers.get(speaker) ?? new Set()).add(line.hash));
  }
  return lines.map((line) => {
    const speaker = line.strength > 0 ? SPEAKER.exec(line.text)?.[0] : undefined;
    return speaker && (ROLE.test(speaker) || (speakers.get(speaker)?.size ?? 0) >= 3) ? { ...line, strength: 0 } : line;
  });
}
