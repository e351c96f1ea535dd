import { strict as assert } from "node:assert";
import { test } from "node:test";
import { decodeText } from "../../../server/src/host/decode.ts";

const NEWS = "風電大廠昨日公布上季營收為三百二十億元，比去年同期成長百分之十二，公司表示明年的訂單已經滿載。";
const SIMPLIFIED = "风电大厂昨日公布上季营收为三百二十亿元，比去年同期增长百分之十二，公司表示明年的订单已经满载。";

/** Encodes with the table of a decoder: every two-byte pair it knows. */
function encoder(encoding: "big5" | "gb18030"): (text: string) => Uint8Array {
  const pairs = new Map<string, readonly number[]>();
  const decoder = new TextDecoder(encoding);
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length === 1 && character !== "\ufffd" && !pairs.has(character))
        pairs.set(character, [lead, trail]);
    }
  return (text) => Uint8Array.from([...text].flatMap((character) => pairs.get(character) ?? [character.charCodeAt(0)]));
}
const big5 = encoder("big5");
const gb18030 = encoder("gb18030");
const utf16 = (text: string, bigEndian: boolean) =>
  Uint8Array.from(
    [...text]
      .flatMap((character) => [character.charCodeAt(0) & 255, character.charCodeAt(0) >> 8])
      .map((_, i, all) => all[bigEndian ? i ^ 1 : i]!),
  );
const utf8 = (text: string) => new TextEncoder().encode(text);

test("UTF-8 is known by its form, with and without mark, and the mark is no text", () => {
  assert.deepEqual(decodeText(utf8(NEWS)), { text: NEWS, encoding: "utf-8", guessed: false });
  assert.deepEqual(decodeText(Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8(NEWS))), {
    text: NEWS,
    encoding: "utf-8",
    guessed: false,
  });
  assert.deepEqual(decodeText(new Uint8Array(0)), { text: "", encoding: "utf-8", guessed: false });
});

test("UTF-8 cut off inside a character is UTF-8", () => {
  const bytes = utf8(`${NEWS}完`);
  for (const cut of [1, 2]) {
    const read = decodeText(bytes.subarray(0, bytes.length - cut));
    assert.equal(read.encoding, "utf-8");
    assert.ok(read.text.startsWith(NEWS));
  }
});

test("UTF-8 with a broken byte is UTF-8, and said to be guessed", () => {
  const bytes = utf8(NEWS.repeat(3));
  bytes[30] = 0xff;
  const read = decodeText(bytes);
  assert.equal(read.encoding, "utf-8");
  assert.equal(read.guessed, true);
});

test("Big5 and GB18030 are told apart in either script, from a sentence on", () => {
  assert.deepEqual(decodeText(big5(NEWS)), { text: NEWS, encoding: "big5", guessed: true });
  assert.deepEqual(decodeText(gb18030(SIMPLIFIED)), { text: SIMPLIFIED, encoding: "gb18030", guessed: true });
  assert.deepEqual(decodeText(gb18030(NEWS)), { text: NEWS, encoding: "gb18030", guessed: true });
  assert.equal(decodeText(big5(`Nvidia 570 US$ ${NEWS.slice(0, 24)}`)).encoding, "big5");
});

test("UTF-16 is known with and without mark, in either order", () => {
  for (const bigEndian of [false, true])
    for (const text of [NEWS, SIMPLIFIED, "Sales rose 5% in November.\n"]) {
      const encoding = bigEndian ? "utf-16be" : "utf-16le";
      assert.deepEqual(decodeText(utf16(`\ufeff${text}`, bigEndian)), { text, encoding, guessed: false });
      assert.deepEqual(decodeText(utf16(text, bigEndian)), { text, encoding, guessed: true });
    }
});

test("letters with accents between ASCII are windows-1252", () => {
  const text = "El año pasado la compañía creció un 5 % en América";
  assert.deepEqual(decodeText(Uint8Array.from([...text].map((character) => character.charCodeAt(0)))), {
    text,
    encoding: "windows-1252",
    guessed: true,
  });
});

test("binary data is not text", () => {
  assert.equal(decodeText(Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256)).binary, true);
  assert.equal(decodeText(utf8("%PDF-1.7 and so on")).binary, true);
  assert.equal(decodeText(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10)).binary, true);
  assert.equal(decodeText(Uint8Array.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9)).binary, true);
  assert.equal(decodeText(utf8(NEWS)).binary, undefined);
});
