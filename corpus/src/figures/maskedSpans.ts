// Stretches of a line in which no number is a figure: URLs, e-mail addresses, file names.
import { isDigitAt, isHanAt, isLetterAt } from "./characterClasses.ts";
import { oneOf, starts } from "./cues.ts";

export interface Span {
  readonly start: number;
  readonly end: number;
}

const EXTENSIONS =
  "pdf xlsx xls docx doc pptx ppt csv txt png jpg jpeg gif zip html htm shtml php aspx md json mp4 mp3 com net org gov edu";
const LONGEST = 4096;

/** What a URL can be written with: anything printable but Han, white space and the marks that close prose around it. */
const inAddress = (folded: string, at: number): boolean => {
  const unit = folded.charCodeAt(at);
  return unit > 0x20 && unit < 0x2000 && !oneOf(folded, at, '"<>`|{}');
};
const inName = (folded: string, at: number): boolean =>
  isLetterAt(folded, at) || isDigitAt(folded, at) || oneOf(folded, at, "-_.+%~");

function addressEnd(folded: string, from: number): number {
  let at = from;
  while (at - from < LONGEST && at < folded.length) {
    if (inAddress(folded, at)) {
      at++;
      continue;
    }
    // A path may hold Han as long as it goes on as a path (…/300億元.html).
    let han = at;
    while (han - at < 24 && isHanAt(folded, han)) han++;
    if (han === at || !oneOf(folded, han, "/._-=&%") || !isPathChar(folded, at - 1)) break;
    at = han;
  }
  return at;
}

const isPathChar = (folded: string, at: number): boolean =>
  isDigitAt(folded, at) || isLetterAt(folded, at) || oneOf(folded, at, "/._-=&%");
const DOCUMENTS = "pdf xlsx xls docx doc pptx ppt csv txt";

/** The start of a document's name, which may hold Han. */
function documentStart(folded: string, before: number, least: number): number {
  let at = before;
  while (at > least && before - at < 64 && (inName(folded, at - 1) || isHanAt(folded, at - 1))) at--;
  return at;
}

function nameStart(folded: string, before: number, least: number): number {
  let at = before;
  while (at > least && before - at < LONGEST && inName(folded, at - 1)) at--;
  return at;
}

/** The masked stretches of a folded line, in order. */
export function maskedSpans(folded: string): readonly Span[] {
  const spans: Span[] = [];
  let done = 0;
  const add = (start: number, end: number): void => {
    if (end <= done) return;
    spans.push({ start: Math.max(start, done), end });
    done = end;
  };
  for (let at = folded.indexOf("://"); at >= 0; at = folded.indexOf("://", Math.max(at + 3, done)))
    add(nameStart(folded, at, done), addressEnd(folded, at));
  const urls = spans.length;
  done = 0;
  for (let at = folded.indexOf("."); at >= 0; at = folded.indexOf(".", at + 1)) {
    if (at < done || !isLetterAt(folded, at + 1) || !(inName(folded, at - 1) || isHanAt(folded, at - 1))) continue;
    if (!starts(folded, at + 1, EXTENSIONS)) continue;
    let end = at + 1;
    while (isLetterAt(folded, end)) end++;
    if (oneOf(folded, end, "/.?")) end = addressEnd(folded, end);
    add(starts(folded, at + 1, DOCUMENTS) ? documentStart(folded, at, done) : nameStart(folded, at, done), end);
  }
  for (let at = folded.indexOf("@"); at >= 0; at = folded.indexOf("@", at + 1)) {
    if (!inName(folded, at - 1) || !isLetterAt(folded, at + 1)) continue;
    let end = at + 1;
    while (inName(folded, end)) end++;
    spans.push({ start: nameStart(folded, at, 0), end });
  }
  return urls === spans.length ? spans : spans.sort((a, b) => a.start - b.start);
}
