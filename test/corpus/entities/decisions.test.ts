import assert from "node:assert/strict";
import { test } from "node:test";
import {
  applyDecisions,
  DECISION_COLUMNS,
  readDecisions,
  writeDecision,
} from "../../../corpus/src/entities/decisions.ts";
import { namesIn, smallLexicon, typedIn } from "./lexicons.ts";

const lexicon = smallLexicon([
  { id: "marvell", type: "company", "zh-TW": "邁威爾", en: "Marvell" },
  { id: "block", type: "company", en: "Block", short: "布洛克", context: "支付", needsContext: "Block|布洛克" },
  { id: "marvell-tech", type: "company", "zh-TW": "美滿電子" },
]);
const rows = (...lines: readonly string[]): string =>
  [DECISION_COLUMNS, ...lines.map((line) => line.replaceAll("|", "\t")), ""].join("\n");
const decide = (...lines: readonly string[]) => applyDecisions(lexicon, readDecisions(rows(...lines)).decisions);

test("a file with a header, CRLF, merge marks and a damaged row is read, and the damage is told with its line", () => {
  const text =
    `${rows("confirm|zyloware|Zyloware|company|ann|2025-11-20")}<<<<<<< HEAD\r\nfly|x|y|company|bob|2025-11-21\r\n=======\r\nreject|block|Block||bob|2025-11-19\r\n>>>>>>> theirs\r\n`.replaceAll(
      "|",
      "\t",
    );
  const { decisions, problems } = readDecisions(text);
  assert.deepEqual(
    decisions.map(({ action, date }) => `${action} ${date}`),
    ["reject 2025-11-19", "confirm 2025-11-20"],
  );
  assert.deepEqual(
    problems.map(({ line }) => line),
    [4],
  );
  assert.match(problems[0]!.message, /unknown action/);
});

test("a decision is written as the row it is read from, tabs in a name included", () => {
  const [decision] = readDecisions(rows("confirm|zyloware|Zyloware|company|ann|2025-11-20")).decisions;
  assert.equal(writeDecision(decision!), "confirm\tzyloware\tZyloware\tcompany\tann\t2025-11-20");
  assert.equal(writeDecision({ ...decision!, name: "Zylo\tware\n" }).split("\t").length, 6);
});

test("confirm makes a learned name known", () => {
  assert.deepEqual(namesIn("凱維爾大漲", decide("confirm|凱維爾|凱維爾|company|ann|2025-11-20")), ["凱維爾=凱維爾"]);
});

test("correct gives another type, and frees an ambiguous name of its need for context", () => {
  const corrected = decide("correct|block|Block|product|ann|2025-11-20");
  assert.deepEqual(namesIn("the block size; we like Block", corrected), ["Block=block"]);
  assert.equal(corrected.entities[corrected.numberOf("block")!]?.type, "product");
});

test("merge makes two entities one, under the names of both", () => {
  const merged = decide("merge|marvell|marvell-tech||ann|2025-11-20");
  assert.deepEqual(namesIn("邁威爾與美滿電子", merged), ["邁威爾=marvell", "美滿電子=marvell"]);
  assert.equal(merged.numberOf("marvell-tech"), merged.numberOf("marvell"));
});

test("reject takes a name or an entity out, and what was learned is not learned again", () => {
  assert.deepEqual(namesIn("邁威爾與Marvell", decide("reject|marvell|邁威爾||ann|2025-11-20")), ["Marvell=marvell"]);
  assert.deepEqual(namesIn("邁威爾與Marvell", decide("reject|marvell|||ann|2025-11-20")), []);
  assert.deepEqual(
    typedIn(["參議員凱文·霍布斯說。"], decide("reject|凱文霍布斯|凱文·霍布斯||ann|2025-11-20")).names,
    [],
  );
});

test("a later decision wins", () => {
  assert.deepEqual(
    namesIn("凱維爾大漲", decide("reject|凱維爾|||ann|2025-11-21", "confirm|凱維爾|凱維爾|company|bob|2025-11-20")),
    [],
  );
});

test("the numbers of the bundled entities stay", () => {
  const decided = decide("merge|marvell|marvell-tech||ann|2025-11-20", "confirm|凱維爾|凱維爾|company|ann|2025-11-20");
  for (const id of ["marvell", "block"]) assert.equal(decided.numberOf(id), lexicon.numberOf(id));
});
