// Undoes what Markdown undoes in destinations and titles: backslash escapes and character references (the numeric ones
// and the five of XML with a few that editors write; an unknown name stays as it is). CommonMark 0.31, sections 2.4, 2.5.

const NAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amp: "&",
    lt: "<",
    gt: ">",
    quot: '"',
    apos: "'",
    nbsp: "\u00a0",
    ensp: "\u2002",
    emsp: "\u2003",
    thinsp: "\u2009",
  }).concat(
    Object.entries({
      copy: "©",
      reg: "®",
      hellip: "…",
      mdash: "—",
      ndash: "–",
      lsquo: "‘",
      rsquo: "’",
      ldquo: "“",
      rdquo: "”",
    }),
    Object.entries({
      middot: "·",
      yen: "¥",
      euro: "€",
      pound: "£",
      cent: "¢",
      percnt: "%",
      dollar: "$",
      num: "#",
      lpar: "(",
      rpar: ")",
    }),
    Object.entries({
      lsqb: "[",
      rsqb: "]",
      bsol: "\\",
      vert: "|",
      grave: "`",
      ast: "*",
      lowbar: "_",
      sol: "/",
      colon: ":",
      comma: ",",
    }),
  ),
);

const ESCAPE = /\\([!-/:-@[-`{-~])|&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,31}));/g;

const character = (code: number): string =>
  code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? "\ufffd" : String.fromCodePoint(code);

/** The text that Markdown reads in a destination or title; linear. */
export function unescapeMarkdown(text: string): string {
  if (!text.includes("\\") && !text.includes("&")) return text;
  return text.replace(
    ESCAPE,
    (whole: string, escaped?: string, decimal?: string, hexadecimal?: string, name?: string) => {
      if (escaped !== undefined) return escaped;
      if (decimal !== undefined) return character(Number(decimal));
      if (hexadecimal !== undefined) return character(Number.parseInt(hexadecimal, 16));
      return NAMED.get(name ?? "") ?? whole;
    },
  );
}

/** Whether Markdown reads a character reference at `&`. Any name is feared: a viewer knows all two thousand. */
export const readsAsReference = (text: string, at: number): boolean =>
  /^&#?[A-Za-z0-9]{1,32};/.test(text.slice(at, at + 36));
