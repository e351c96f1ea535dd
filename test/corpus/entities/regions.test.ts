// The whole lexicon against tables written by hand: one thing under the names of four regions, false friends, and retold
// news of three regions.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { EntityType } from "../../../corpus/src/entities/entity.ts";
import { readEntities } from "../../../corpus/src/entities/readEntities.ts";
import { passagesOf, wholeLexicon } from "./lexicons.ts";

const read = (name: string): readonly string[] =>
  readFileSync(`test/corpus/entities/${name}`, "utf8")
    .split("\n")
    .filter((line) => line && !line.startsWith("#"));

test("the names of one thing in all regions have one id (at least 300 pairs)", () => {
  const lexicon = wholeLexicon();
  let pairs = 0;
  const wrong: string[] = [];
  for (const line of read("sameThing.txt")) {
    const all = line.split("|");
    const uses = all.map((name) => lexicon.entryOf(name)?.uses.map(({ entity }) => entity) ?? []);
    const common = (uses[0] ?? []).filter((entity) => uses.every((list) => list.includes(entity)));
    pairs += (all.length * (all.length - 1)) / 2;
    if (!common.length)
      wrong.push(
        `${line}: ${uses.map((list) => list.map((entity) => lexicon.entities[entity]?.id).join("/") || "-").join(", ")}`,
      );
  }
  assert.deepEqual(wrong, []);
  assert.ok(pairs >= 300, `${pairs} pairs`);
});

test("a false friend is no mention (at least 50 sentences)", () => {
  const lexicon = wholeLexicon();
  const rows = read("falseFriends.tsv")
    .slice(1)
    .map((row) => row.split("\t"));
  const wrong = rows.flatMap(([sentence = "", name = ""]) => {
    const { mentions } = readEntities(passagesOf([sentence]), lexicon);
    const found = (mentions[0] ?? []).map(({ start, end }) => sentence.slice(start, end));
    return found.some((one) => one.toLowerCase() === name.toLowerCase()) ? [`${sentence}: ${found.join(" ")}`] : [];
  });
  assert.deepEqual(wrong, []);
  assert.ok(rows.length >= 50);
});

const KINDS: Readonly<Record<string, EntityType>> = {
  c: "company",
  o: "org",
  p: "person",
  d: "product",
  g: "place",
  m: "media",
  i: "index",
  l: "law",
  t: "ticker",
};

test("retold news of three regions: the names that an analyst would mark, with their types", () => {
  const lexicon = wholeLexicon();
  let [right, wanted, found, typed] = [0, 0, 0, 0];
  const wrong: string[] = [];
  for (const block of readFileSync("test/corpus/entities/passages.txt", "utf8")
    .split(/^--- .*\n/m)
    .slice(1)) {
    const lines = block.split("\n").filter(Boolean);
    const want = lines.map((line) =>
      [...line.matchAll(/⟦(\w):《?([^⟧》]*)》?⟧/g)].map(([, kind = "", name = ""]) => `${name}=${KINDS[kind]}`),
    );
    const texts = lines.map((line) => line.replace(/⟦\w:([^⟧]*)⟧/g, "$1"));
    const { mentions } = readEntities(passagesOf(texts), lexicon);
    texts.forEach((text, line) => {
      const have = (mentions[line] ?? []).map(
        ({ start, end, entity }) => `${text.slice(start, end)}=${lexicon.entities[entity]?.type}`,
      );
      const bare = (one: string): string => one.replace(/=.*$/, "");
      const hits = have.filter((one) => want[line]!.some((other) => bare(other) === bare(one)));
      wanted += want[line]!.length;
      found += have.length;
      right += hits.length;
      typed += hits.filter((one) => want[line]!.includes(one)).length;
      const off = [
        ...want[line]!.filter((one) => !have.includes(one)),
        ...have.filter((one) => !want[line]!.includes(one)).map((one) => `not ${one}`),
      ];
      if (off.length) wrong.push(`${text.slice(0, 24)}: ${off.join(" ")}`);
    });
  }
  assert.ok((2 * right) / (wanted + found) >= 0.95, wrong.join("\n"));
  assert.ok(typed / right >= 0.97, wrong.join("\n"));
});
