// Tickers as they are written: `NVDA-US`, `NYSE:KO`, `0700.HK`, `2330 TT`, `600519.SH`. All forms of one listing have one
// normal form, CODE-EXCHANGE with the exchanges of the lexicon. Only forms that name the exchange are found here.

export interface WrittenTicker {
  readonly start: number;
  readonly end: number;
  /** `KO-US`, `700-HK`. */
  readonly normal: string;
}

/** Written exchange → exchange of the lexicon; `*` is the mainland, where the code tells Shanghai from Shenzhen. */
const AFTER_DOT: Readonly<Record<string, string>> = {
  HK: "HK",
  TW: "TW",
  TWO: "TWO",
  SH: "SH",
  SS: "SH",
  SZ: "SZ",
  BJ: "BJ",
  US: "US",
  N: "US",
  O: "US",
  OQ: "US",
  T: "JP",
  JP: "JP",
  KS: "KR",
  KQ: "KR",
  KR: "KR",
  L: "LN",
  PA: "FP",
  DE: "GR",
  AS: "NA",
  SW: "SW",
  MI: "IM",
  MC: "SM",
  CO: "DC",
  ST: "SS",
  AX: "AU",
  TO: "CA",
  NS: "IN",
  SI: "SG",
};
const AFTER_DASH: Readonly<Record<string, string>> = {
  US: "US",
  HK: "HK",
  TW: "TW",
  TWO: "TWO",
  SH: "SH",
  SZ: "SZ",
  BJ: "BJ",
  CN: "*",
  JP: "JP",
  KR: "KR",
  LN: "LN",
  UK: "LN",
  FP: "FP",
  FR: "FP",
  GR: "GR",
  DE: "GR",
  NA: "NA",
  SW: "SW",
  IM: "IM",
  SM: "SM",
  DC: "DC",
  SS: "SS",
  AU: "AU",
  CA: "CA",
  IN: "IN",
  SG: "SG",
};
const AFTER_SPACE: Readonly<Record<string, string>> = {
  TT: "TW",
  TW: "TW",
  HK: "HK",
  US: "US",
  UW: "US",
  UN: "US",
  CH: "*",
  CG: "SH",
  CS: "SZ",
  JP: "JP",
  JT: "JP",
  KS: "KR",
  KP: "KR",
  LN: "LN",
  FP: "FP",
  GR: "GR",
  GY: "GR",
  NA: "NA",
  SW: "SW",
  IM: "IM",
  SM: "SM",
  DC: "DC",
  SS: "SS",
  AU: "AU",
  CN: "CA",
  IN: "IN",
  SP: "SG",
};
const BEFORE_COLON: Readonly<Record<string, string>> = {
  NYSE: "US",
  NASDAQ: "US",
  AMEX: "US",
  NYSEARCA: "US",
  ARCA: "US",
  NYSEAMERICAN: "US",
  US: "US",
  OTC: "US",
  CBOE: "US",
  HKEX: "HK",
  HKG: "HK",
  HKSE: "HK",
  SEHK: "HK",
  HK: "HK",
  TPE: "TW",
  TWSE: "TW",
  TW: "TW",
  TPEX: "TWO",
  SSE: "SH",
  SHSE: "SH",
  SHA: "SH",
  SH: "SH",
  SZSE: "SZ",
  SHE: "SZ",
  SZ: "SZ",
  LON: "LN",
  LSE: "LN",
  TYO: "JP",
  TSE: "JP",
  KRX: "KR",
  KOSPI: "KR",
  KOSDAQ: "KR",
  ETR: "GR",
  FRA: "GR",
  XETRA: "GR",
  EPA: "FP",
  AMS: "NA",
  SWX: "SW",
  ASX: "AU",
  TSX: "CA",
  SGX: "SG",
  NSE: "IN",
  BSE: "IN",
};
/** What a code of an exchange looks like; other exchanges take letters or digits. */
const SYNTAX: Readonly<Record<string, RegExp>> = {
  TW: /^\d{4,6}[A-Z]?$/,
  TWO: /^\d{4,6}[A-Z]?$/,
  HK: /^\d{1,5}$/,
  SH: /^\d{6}$/,
  SZ: /^\d{6}$/,
  BJ: /^\d{6}$/,
  US: /^[A-Z]{1,5}(?:[./][A-Z])?$/,
  JP: /^\d{3}[0-9A-Z]$/,
  KR: /^\d{6}$/,
};

/** Full-width letters, digits and signs as ASCII, upper case. */
const plain = (text: string): string =>
  text.replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).toUpperCase();

function normal(code: string, exchange: string | undefined): string | undefined {
  if (exchange === undefined) return undefined;
  const place = exchange === "*" ? (/^[569]/.test(code) ? "SH" : /^[48]/.test(code) ? "BJ" : "SZ") : exchange;
  if (!(SYNTAX[place] ?? /^[A-Z0-9]{1,6}$/).test(code)) return undefined;
  return `${place === "HK" ? code.replace(/^0+(?=\d)/, "") : code}-${place}`;
}

const FORM =
  /^(?:([A-Z0-9]{1,6}(?:[./][A-Z])?)(?:-([A-Z]{2,3})|\.([A-Z]{1,3})| ([A-Z]{2}))|([A-Z]{2,12}): ?([A-Z0-9]{1,6}(?:\.[A-Z])?))$/;

/** The normal form of a ticker with exchange (`NYSE:KO` → `KO-US`); undefined if it is none. */
export function normalTicker(written: string): string | undefined {
  const match = FORM.exec(plain(written));
  if (!match) return undefined;
  const [, code = "", dash, dot, space, place, second = ""] = match;
  if (dash !== undefined) return normal(code, AFTER_DASH[dash]);
  if (dot !== undefined) return normal(code, AFTER_DOT[dot]);
  if (space !== undefined) return normal(code, AFTER_SPACE[space]);
  return place === undefined ? undefined : normal(second, BEFORE_COLON[place]);
}

const keys = (table: Readonly<Record<string, string>>): string =>
  Object.keys(table)
    .sort((a, b) => b.length - a.length)
    .join("|");
const CODE = "[A-Z0-9Ａ-Ｚ０-９]{1,6}";
// Every quantifier is bounded and no two can share a character, so the search is linear.
const ANYWHERE = new RegExp(
  `(?<![A-Za-z0-9.$-])(?:${CODE}(?:[-－](?:${keys(AFTER_DASH)})|\\.(?:${keys(AFTER_DOT)})| (?:${keys(AFTER_SPACE)}))|(?:${keys(BEFORE_COLON)})[:：] ?${CODE})(?![A-Za-z0-9$-])`,
  "g",
);
/** A Latin code before one of these is as likely two English words: it counts only inside brackets. */
const LOOSE = /^[A-Z]{1,6}[ .]|^[A-Z0-9]{1,2} /;

/** The tickers with exchange in a text. `(IN US)` is none; `NVDA US` outside brackets is none either unless `isKnown`. */
export function findTickers(text: string, isKnown: (normal: string) => boolean): readonly WrittenTicker[] {
  const found: WrittenTicker[] = [];
  ANYWHERE.lastIndex = 0;
  for (let match = ANYWHERE.exec(text); match; match = ANYWHERE.exec(text)) {
    const normalForm = normalTicker(match[0]);
    const start = match.index;
    const end = start + match[0].length;
    if (normalForm === undefined) {
      ANYWHERE.lastIndex = start + 1;
      continue;
    }
    const bracketed =
      /[(（[［:：]$/.test(text.slice(Math.max(0, start - 1), start)) &&
      /^[)）\]］,，、;； /]/.test(text.slice(end, end + 1));
    if (!LOOSE.test(plain(match[0])) || isKnown(normalForm) || (bracketed && normalForm.length > 4))
      found.push({ start, end, normal: normalForm });
  }
  return found;
}

/** How a ticker is named: as written, in half-width upper case, with single spaces. */
export const tickerId = (written: string): string => plain(written).replace(/\s+/g, " ");
