// Where the YAML front matter of a Markdown text lies: between a first line `---` and the next line `---` or `...`.

export interface FrontMatterRange {
  /** The YAML itself, UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
  /** Where the text behind the closing line begins. */
  readonly bodyStart: number;
}

const OPENING = /^\uFEFF?---[ \t]*(?:\r\n|\n|\r)/;
const CLOSING = /(?:^|\r\n|\n|\r)(?:---|\.\.\.)[ \t]*(?=\r|\n|$)/g;
/** Front matter longer than this is taken for text. */
const LONGEST = 100_000;

/** The front matter's range; undefined without one, `"unclosed"` where the closing line is missing. */
export function frontMatterRange(text: string): FrontMatterRange | "unclosed" | undefined {
  const opening = OPENING.exec(text);
  if (!opening) return undefined;
  const start = opening[0].length;
  const closing = new RegExp(CLOSING).exec(text.slice(start, start + LONGEST));
  if (!closing) return "unclosed";
  let bodyStart = start + closing.index + closing[0].length;
  if (text.charCodeAt(bodyStart) === 13) bodyStart++;
  if (text.charCodeAt(bodyStart) === 10) bodyStart++;
  return { start, end: start + closing.index, bodyStart };
}
