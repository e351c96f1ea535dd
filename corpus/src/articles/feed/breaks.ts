// Where the file itself parts its articles: rules (-----) or blank lines with a headline behind each of them, and every part
// blank-parted piece turning to something else. One article with sections has weaker headings or goes on about its subject.
import type { FeedLine } from "./feedLine.ts";
import { turnsFrom } from "./terms.ts";
import { isRule } from "./topicHeader.ts";

/** Two parts hold a feed only if they were parted by rules; blank lines must do it more often. */
const LEAST_RULED = 2;
const LEAST_SPACED = 3;
/** The headlines over the parts are on average this strong. */
const AVERAGE = 0.3;
/** The first line under a headline is at least this wide. */
const BODY = 20;

/** The indices of lines, from `top` on, at which an article begins because the file parts it there; empty where it does not. */
export function findBreaks(lines: readonly FeedLine[], top: number): ReadonlySet<number> {
  const ruled = lines.some((line, i) => i >= top && isRule(line));
  const starts: number[] = [];
  for (let i = top; i < lines.length; i++) {
    const line = lines[i];
    if (!line || isRule(line)) continue;
    const before = i > top ? lines[i - 1] : undefined;
    if (!before || (ruled ? isRule(before) : line.gap > 0)) starts.push(i);
  }
  if (starts.length < (ruled ? LEAST_RULED : LEAST_SPACED)) return new Set();
  let strength = 0;
  let previous: string | undefined;
  for (const [k, start] of starts.entries()) {
    const headline = lines[start];
    const body = lines[start + 1];
    const end = starts[k + 1] ?? lines.length;
    if (!headline || headline.strength < 0 || !body || start + 1 >= end || body.width < BODY || !body.ends) return new Set();
    strength += headline.strength;
    if (!ruled && previous !== undefined && !turnsFrom(previous, headline.text, body.text)) return new Set();
    previous = lines.slice(start, Math.min(end, start + 8)).reduce((text, line) => text + line.text.slice(0, 1000), "");
  }
  return strength >= AVERAGE * starts.length ? new Set(starts) : new Set();
}
