import assert from "node:assert/strict";
import test from "node:test";
import { formatDecimal } from "../../../corpus/src/text/decimal.ts";
import { isCitation } from "../../../corpus/src/note/isCitation.ts";
import { parseNote } from "../../../corpus/src/note/parseNote.ts";
import { resolveCitation } from "../../../corpus/src/note/resolveCitation.ts";
import type { QuotePlace, Resolution } from "../../../corpus/src/note/resolution.ts";
import type { SourceAccess } from "../../../corpus/src/note/sourceAccess.ts";
import { corpusStandIn } from "./corpusStandIn.ts";

const NOTE = "/ws/notes/n.md";
const A = "/ws/corpus/a.md";

function resolve(note: string, access: SourceAccess): Resolution {
  const [citation] = parseNote(note).citations;
  assert.ok(citation, note);
  return resolveCitation(citation, NOTE, access);
}

const placeOf = (resolution: Resolution): QuotePlace | undefined =>
  "place" in resolution ? resolution.place : undefined;
/** The words of a place in its file, a bar between lines. */
function wordsAt(files: Readonly<Record<string, string>>, place: QuotePlace | undefined): string | undefined {
  const lines = place && files[place.path]?.split(/\r\n|\r|\n/);
  if (!place || !lines) return undefined;
  if (place.line === place.endLine) return lines[place.line]?.slice(place.start, place.end);
  return [
    lines[place.line]?.slice(place.start),
    ...lines.slice(place.line + 1, place.endLine),
    lines[place.endLine]?.slice(0, place.end),
  ].join("|");
}
const cited = (files: Readonly<Record<string, string>>, place: QuotePlace | undefined) =>
  place?.figures.map(({ line, start, end }) => files[place.path]?.split(/\r\n|\r|\n/)[line]?.slice(start, end));

const LINE = "該公司公布第三季財報，收入為570.06億美元，較上年同期增長62%，資料中心收入512億美元。";
const CITE = '[570億美元](../corpus/a.md#L2,15 "公布第三季財報，收入為570.06億美元")';

/** Text of the article, then what becomes of CITE: outcome, words, figures. */
const OUTCOMES: readonly (readonly [string, string, Resolution["outcome"], string?, string?])[] = [
  ["at its place", `標題\n${LINE}\n`, "found", "公布第三季財報，收入為570.06億美元", "570.06億美元"],
  [
    "with lines inserted above",
    `標題\n\n新\n\n${LINE}\n`,
    "found",
    "公布第三季財報，收入為570.06億美元",
    "570.06億美元",
  ],
  ["with lines deleted above", LINE, "found", "公布第三季財報，收入為570.06億美元", "570.06億美元"],
  ["in a file with CRLF", `標題\r\n${LINE}\r\n`, "found", "公布第三季財報，收入為570.06億美元", "570.06億美元"],
  ["behind surrogate pairs", `標題\n𠮷😀${LINE}\n`, "found", "公布第三季財報，收入為570.06億美元", "570.06億美元"],
  [
    "with other spacing",
    "標題\n該公司 公布 第三季財報 ，收入為 570.06 億美元 ，較",
    "found",
    "公布 第三季財報 ，收入為 570.06 億美元",
    "570.06 億美元",
  ],
  [
    "in the other script",
    "标题\n该公司公布第三季财报，收入为570.06亿美元，较上年",
    "found",
    "公布第三季财报，收入为570.06亿美元",
    "570.06亿美元",
  ],
  [
    "in full width",
    "標題\n該公司公布第三季財報，收入為５７０．０６億美元，較",
    "found",
    "公布第三季財報，收入為５７０．０６億美元",
    "５７０．０６億美元",
  ],
  [
    "wrapped into two lines",
    "標題\n該公司公布第三\n季財報，收入為570.06億美元，較",
    "found",
    "公布第三|季財報，收入為570.06億美元",
    "570.06億美元",
  ],
  [
    "with its figure edited",
    `標題\n${LINE.replace("570.06", "571.06")}\n`,
    "changed",
    "公布第三季財報，收入為571.06億美元",
    "571.06億美元",
  ],
  [
    "with its magnitude edited",
    `標題\n${LINE.replace("570.06億", "570.06萬")}\n`,
    "changed",
    "公布第三季財報，收入為570.06萬美元",
    "570.06萬美元",
  ],
  [
    "with its unit edited",
    `標題\n${LINE.replace("570.06億美元", "570.06億港元")}\n`,
    "changed",
    "公布第三季財報，收入為570.06億港元",
    "570.06億港元",
  ],
  [
    "with other words around the same figure",
    `標題\n該公司公布第三季度財報，收入為570.06億美元，較`,
    "drifted",
    "公布第三季度財報，收入為570.06億美元",
    "570.06億美元",
  ],
  ["with the words gone", "標題\n別的文字，全無關係，另一則新聞。\n", "missing"],
  ["with the figure gone from the words", `標題\n該公司公布第三季財報，收入為美元，較`, "missing"],
];

for (const [name, text, outcome, words, figure] of OUTCOMES)
  test(`a quote ${name} is ${outcome}`, () => {
    const files = { [A]: text };
    const resolution = resolve(CITE, corpusStandIn(files));
    assert.equal(resolution.outcome, outcome);
    assert.equal(wordsAt(files, placeOf(resolution)), words);
    assert.deepEqual(cited(files, placeOf(resolution)), figure === undefined ? undefined : [figure]);
  });

test("a quote at the hinted place wins, then the hinted column, then the nearest", () => {
  const twice = (first: string, second: string) => ({ [A]: `${first}\n\n\n${second}\n` });
  const at = (hint: string, files: Record<string, string>) => {
    const resolution = resolve(`[5億](../corpus/a.md#${hint} "營收5億元")`, corpusStandIn(files));
    assert.equal(resolution.outcome, "found");
    return [
      placeOf(resolution)?.line,
      "hinted" in resolution && resolution.hinted,
      "places" in resolution && resolution.places,
    ];
  };
  assert.deepEqual(at("L1,3", twice("營收5億元", "營收5億元")), [0, true, 2]);
  assert.deepEqual(at("L4,3", twice("營收5億元", "營收5億元")), [3, true, 2]);
  assert.deepEqual(at("L3,3", twice("營收5億元", "營收5億元")), [3, false, 2]);
  assert.deepEqual(at("L3,5", twice("甲乙營收5億元", "營收5億元")), [0, false, 2]);
  assert.deepEqual(at("L99,9", twice("營收5億元", "營收5億元")), [3, false, 2]);
});

test("places in copies of one article count as one", () => {
  const files = { [A]: "營收5億元\n\n營收5億元\n" };
  const articleAt = (path: string, line: number) => ({
    path,
    id: "same",
    firstLine: line < 1 ? 1 : 3,
    lastLine: line < 1 ? 1 : 3,
  });
  const resolution = resolve('[5億](../corpus/a.md#L1,3 "營收5億元")', corpusStandIn(files, { articleAt }));
  assert.deepEqual([resolution.outcome, "places" in resolution && resolution.places], ["found", 1]);
});

test("a number that goes on is another number", () => {
  for (const [text, quote, other] of [
    ["15億元的營收", "5億元的營收", "15億元"],
    ["-5億元的營收", "5億元的營收", "-5億元"],
    ["今年營收為1.5億元", "5億元", "1.5億元"],
    ["全年營收達到約6,250", "全年營收達到約6", "6,250"],
  ] as const) {
    const files = { [A]: text };
    const resolution = resolve(`[5億](../corpus/a.md#L1,1 "${quote}")`, corpusStandIn(files));
    assert.notEqual(resolution.outcome, "found", text);
    if (resolution.outcome === "changed" && placeOf(resolution)?.figures.length)
      assert.deepEqual(cited(files, placeOf(resolution)), [other]);
  }
});

test("a quote cut by hand inside its unit is found", () => {
  const files = { [A]: LINE };
  assert.equal(resolve('[570億](../corpus/a.md#L1,15 "收入為570.06億")', corpusStandIn(files)).outcome, "found");
});

test("an article that moved to another file is found there, former articles before the corpus", () => {
  const B = "/ws/corpus/2025/b.md";
  const C = "/ws/corpus/c.md";
  const files = { [A]: "標題\n別的。\n", [B]: `標題\n${LINE}\n`, [C]: `前\n${LINE}\n` };
  const former = { [A]: [{ path: C, id: "c", firstLine: 1, lastLine: 2 }] };
  const known = resolve(CITE, corpusStandIn(files, { former }));
  assert.deepEqual([known.outcome, placeOf(known)?.path], ["moved", C]);
  const searched = resolve(CITE, corpusStandIn({ [B]: files[B] ?? "" }));
  assert.deepEqual(
    [searched.outcome, placeOf(searched)?.path, wordsAt(files, placeOf(searched))],
    ["moved", B, "公布第三季財報，收入為570.06億美元"],
  );
  const outsideArticle = { [A]: [{ path: C, id: "c", firstLine: 1, lastLine: 1 }] };
  const within = corpusStandIn(files, { former: outsideArticle, searchQuote: () => [] });
  assert.equal(resolve(CITE, within).outcome, "missing");
});

test("where the quote stands elsewhere but similar words stand in its place, both are told", () => {
  const files = { [A]: LINE.replace("570.06", "571.06"), "/ws/corpus/b.md": LINE };
  const resolution = resolve(CITE, corpusStandIn(files));
  assert.equal(resolution.outcome, "moved");
  assert.deepEqual(resolution.outcome === "moved" && cited(files, resolution.similar?.place), ["571.06億美元"]);
});

test("a copy that still holds the quote is found, and the change at the hinted place is told", () => {
  const corrected = LINE.replace("570.06", "571.06");
  const files = { [A]: `標題\n${corrected}\n\n標題\n${LINE}\n` };
  const resolution = resolve(CITE, corpusStandIn(files));
  assert.equal(resolution.outcome, "found");
  assert.equal(placeOf(resolution)?.line, 4);
  assert.deepEqual(resolution.outcome === "found" && cited(files, resolution.similar?.place), ["571.06億美元"]);
  const elsewhere = resolve(CITE, corpusStandIn({ [A]: `標題\n別的文字。\n\n標題\n${LINE}\n` }));
  assert.equal(elsewhere.outcome === "found" && elsewhere.similar, undefined);
});

test("similar words of another article in the corpus are not taken for the source", () => {
  const files = { [A]: "標題\n別的。", "/ws/corpus/b.md": LINE.replace("570.06", "33.1") };
  assert.equal(resolve(CITE, corpusStandIn(files)).outcome, "missing");
});

test("a short quote is similar only at its hinted place", () => {
  const near = { [A]: "甲\n年增63%，\n" };
  assert.equal(resolve('[62%](../corpus/a.md#L2,3 "年增62%")', corpusStandIn(near)).outcome, "changed");
  const far = { [A]: `甲\n無\n${"乙丙丁。\n".repeat(400)}年增63%，\n` };
  assert.equal(resolve('[62%](../corpus/a.md#L2,3 "年增62%")', corpusStandIn(far)).outcome, "missing");
});

test("the cited figure is the last comparable with the link text's, n figures the last n", () => {
  const files = { [A]: LINE };
  const figures = (link: string, quote: string) =>
    cited(files, placeOf(resolve(`[${link}](../corpus/a.md#L1,1 "${quote}")`, corpusStandIn(files))));
  assert.deepEqual(figures("62%", "收入為570.06億美元，較上年同期增長62%"), ["62%"]);
  assert.deepEqual(figures("US$57.0bn", "收入為570.06億美元，較上年同期增長62%"), ["570.06億美元"]);
  assert.deepEqual(figures("4,560億元", "收入為570.06億美元，較上年同期增長62%"), ["570.06億美元"]);
  assert.deepEqual(figures("62個百分點", "收入為570.06億美元，較上年同期增長62%"), ["62%"]);
  assert.deepEqual(figures("路透", "收入為570.06億美元，較上年同期增長62%"), ["62%"]);
  assert.deepEqual(figures("30萬顆", "收入為570.06億美元，較上年同期增長62%"), ["62%"]);
  assert.deepEqual(figures("570億美元，增長62%", "收入為570.06億美元，較上年同期增長62%"), ["570.06億美元", "62%"]);
  assert.deepEqual(figures("增長62%，達570億美元", "收入為570.06億美元，較上年同期增長62%"), ["62%", "570.06億美元"]);
  assert.deepEqual(figures("該公司公布", "該公司公布第三季財報"), []);
});

test("a definition without a quote gives the figure at its place", () => {
  const files = { [A]: `標題\n${LINE}` };
  const column = LINE.indexOf("570.06") + 1;
  const resolution = resolve(`[570億](../corpus/a.md#L2,${column})`, corpusStandIn(files));
  assert.equal(resolution.outcome, "no-quote");
  assert.deepEqual(cited(files, placeOf(resolution)), ["570.06億美元"]);
  const agrees: SourceAccess["agrees"] = (note, source) => formatDecimal(note.low) === formatDecimal(source.low);
  const line = resolve("[62%](../corpus/a.md#L2)", corpusStandIn(files, { agrees }));
  assert.deepEqual(cited(files, placeOf(line)), ["62%"]);
  assert.equal(resolve("[62%](../corpus/a.md#L9)", corpusStandIn(files)).outcome, "no-quote");
  assert.equal(placeOf(resolve("[62%](../corpus/a.md#L9)", corpusStandIn(files))), undefined);
});

test("a file that is gone says where its articles went", () => {
  const now = [{ path: "/ws/corpus/b.md", id: "b" }];
  const resolution = resolve("[62%](../corpus/a.md#L2)", corpusStandIn({}, { former: { [A]: now } }));
  assert.deepEqual(resolution, { outcome: "missing", what: "file", path: A, now });
});

test("nothing outside the roots is read", () => {
  for (const target of [
    "../../../etc/passwd#L1,1",
    "../../../../../../etc/passwd#L1,1",
    "/etc/passwd#L1,1",
    "file:///etc/passwd#L1,1",
    "..%2f..%2f..%2fetc/passwd#L1,1",
    "file://host/ws/corpus/a.md#L1,1",
    "a%00.md#L1,1",
  ]) {
    const access = corpusStandIn({ [A]: LINE });
    assert.equal(resolve(`[570億](${target} "公布第三季財報，收入為570.06億美元")`, access).outcome, "outside", target);
    assert.deepEqual(access.read, []);
  }
});

test("a target that begins with / counts from the workspace folder, as in VS Code", () => {
  const access = corpusStandIn({ [A]: LINE }, { workspaceFolder: "/ws" });
  assert.equal(resolve('[570億](/corpus/a.md#L1,1 "收入為570.06億美元")', access).outcome, "found");
});

test("a name in NFD and any encoding leads to the file in NFC", () => {
  const files = { "/ws/corpus/café 輝達.md": LINE };
  for (const path of ["cafe\u0301%20輝達.md", "caf%C3%A9%20%E8%BC%9D%E9%81%94.md", "cafe%CC%81%20輝達.md"])
    assert.equal(
      resolve(`[570億](../corpus/${path}#L1,1 "收入為570.06億美元")`, corpusStandIn(files)).outcome,
      "found",
      path,
    );
});

test("pandoc keys and footnotes find their quote in the corpus, web links in the article of their URL", () => {
  const files = { [A]: LINE, "/ws/corpus/b.md": `首\n${LINE}\n尾\n` };
  const agrees: SourceAccess["agrees"] = (note, source) => formatDecimal(note.low) === formatDecimal(source.low);
  const access = corpusStandIn(files, {
    agrees,
    articlesOfKey: (key) => (key === "b" ? [{ path: "/ws/corpus/b.md", id: "b" }] : []),
    articlesOfUrl: (url) =>
      url === "https://x.test/b?c=1" ? [{ path: "/ws/corpus/b.md", id: "b", firstLine: 2, lastLine: 2 }] : [],
  });
  const pandoc = resolve("達570億[@b, {「收入為570.06億美元」}]。", access);
  assert.deepEqual([pandoc.outcome, placeOf(pandoc)?.path, placeOf(pandoc)?.line], ["found", "/ws/corpus/b.md", 1]);
  const footnote = resolve("達570億[^1]。\n\n[^1]: 路透，「收入為570.06億美元」\n", access);
  assert.deepEqual(
    [footnote.outcome, placeOf(footnote)?.path, "places" in footnote && footnote.places],
    ["found", A, 2],
  );
  const web = resolve("[570.06億美元](https://x.test/b?c=1#:~:text=收入為570.06億美元,增長62%25)", access);
  assert.equal(wordsAt(files, placeOf(web)), "收入為570.06億美元，較上年同期增長62%");
  assert.deepEqual(cited(files, placeOf(web)), ["570.06億美元"]);
  assert.equal(resolve("[5](https://other.test/#:~:text=x)", access).outcome, "missing");
});

test("only links into the corpus, evident ones and articles' pages are citations", () => {
  const access = corpusStandIn(
    {},
    { articlesOfUrl: (url) => (url === "https://x.test/a" ? [{ path: A, id: "a" }] : []) },
  );
  const judged = (note: string) => parseNote(note).citations.map((citation) => isCitation(citation, NOTE, access));
  assert.deepEqual(
    judged(
      '[a](../corpus/gone.md) [a](other.md) [a](other.md "tip") [5](other.md#L3 "q") [a](https://x.test/a#:~:text=q) [a](https://y.test/) [a](../../../x.md)',
    ),
    [true, false, false, true, true, false, false],
  );
});

test("a 20 MB file is searched in well under a second, hit or miss", () => {
  const filler = Array.from(
    { length: 1500 },
    (_, i) => `第${i}則，某公司公布十月營收為${i * 7}萬元，年增${i % 97}%，法人看好後市。`,
  ).join("");
  const text = `${filler.repeat(200)}\n${LINE}\n`.slice(-7_000_000);
  const files = { [A]: text };
  const access = corpusStandIn(files, { searchQuote: () => [] });
  assert.ok(access.source(A)?.key.key.length);
  const timed = (cite: string): [string, number] => {
    const started = performance.now();
    return [resolve(cite, access).outcome, performance.now() - started];
  };
  for (const [cite, outcome] of [
    [CITE, "found"],
    [CITE.replace("570.06", "999.06"), "changed"],
    [CITE.replace("公布第三季財報", "全然不同的幾個字眼在此"), "missing"],
    [CITE.replace("公布第三季財報，收入為570.06億美元", "年增62%，法人看好後市"), "found"],
  ] as const) {
    const [found, elapsed] = timed(cite);
    assert.equal(found, outcome, cite);
    assert.ok(elapsed < 1500, `${cite}: ${elapsed.toFixed(0)} ms`);
  }
});
