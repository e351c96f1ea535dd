// The whole lexicon against two tables written from knowledge, apart from the lexicon: what one thing is called in Taiwan, in
// Hong Kong, on the mainland and in English, and sentences whose words only look like names.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { readEntities } from "../../../corpus/src/entities/readEntities.ts";
import { passagesOf, wholeLexicon } from "./lexicons.ts";

const rows = (name: string): readonly (readonly string[])[] =>
  readFileSync(`test/corpus/entities/${name}`, "utf8")
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((row) => row.split("\t"));

test("what Taiwan, Hong Kong, the mainland and English call one thing has one id and no other in common", () => {
  const lexicon = wholeLexicon();
  let pairs = 0;
  const wrong = rows("pairs.tsv").flatMap((row) => {
    const names = [...new Set(row.filter(Boolean))];
    pairs += names.length > 1 ? 1 : 0;
    const ids = names.map((name) => lexicon.entryOf(name)?.uses.map(({ entity }) => entity) ?? []);
    const common = (ids[0] ?? []).filter((entity) => ids.every((list) => list.includes(entity)));
    return common.length === 1 ? [] : [`${names.join(" ")}: ${common.map((entity) => lexicon.entities[entity]?.id).join(" ") || "no id"}`];
  });
  assert.deepEqual(wrong, []);
  assert.ok(pairs >= 300, `${pairs} things`);
});

test("a name with one meaning is found in a sentence, in every region's wording", () => {
  const lexicon = wholeLexicon();
  let seen = 0;
  const wrong = rows("pairs.tsv").flatMap((row) =>
    row.flatMap((name, column) => {
      const uses = lexicon.entryOf(name)?.uses ?? [];
      if (uses.length !== 1 || uses[0]?.needsContext) return [];
      seen++;
      const before = column === 3 ? "Yesterday a note on " : column === 2 ? "昨日" : "昨日";
      const text = `${before}${name}${column === 3 ? " was published." : column === 2 ? "发出公告。" : "發出公告。"}`;
      const [mention] = readEntities(passagesOf([text]), lexicon).mentions[0] ?? [];
      return mention?.entity === uses[0]?.entity && mention?.start === before.length && mention.end === before.length + name.length ? [] : [text];
    }),
  );
  assert.deepEqual(wrong, []);
  assert.ok(seen >= 800, `${seen} names`);
});

test("a word that only looks like a name is no mention, and what is a name beside it is one", () => {
  const lexicon = wholeLexicon();
  const sentences = rows("falseSentences.tsv");
  const wrong = sentences.flatMap(([text = "", names = ""]) => {
    const found = (readEntities(passagesOf([text]), lexicon).mentions[0] ?? []).map(({ start, end }) => text.slice(start, end)).join("|");
    return found === names ? [] : [`${text}: ${found}`];
  });
  assert.deepEqual(wrong, []);
  assert.ok(sentences.length >= 50);
});
