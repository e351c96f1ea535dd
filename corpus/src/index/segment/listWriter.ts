// Posting lists as bytes: keys ascending, in blocks. A block's head has columns of its keys and of their lists' counts and greatest
// numbers, and all numbers of short lists; the others stand behind it. Numbers descend from the greatest, as gaps, so that the newest
// are read without the rest. Read back by listReader.ts.
import { growing32 } from "../growing.ts";
import { ByteWriter } from "./byteWriter.ts";
import { CUT, type Section } from "./format.ts";
import { writeInts } from "./ints.ts";
import type { SegmentOutput } from "./segmentOutput.ts";

/** Keys of a block; one ends earlier where its lists get long. */
export const KEYS = 64;
const LONG = 1 << 16;
/** Gaps that are written as one row. */
export const GROUP = 256;
/** Lists of fewer numbers stand in the head. */
export const SHORT = 16;

export class ListWriter {
  /** Columns of the block: keys as distances, numbers kept, cut off before them, the greatest. */
  readonly #keys = new Float64Array(KEYS);
  readonly #kept = new Float64Array(KEYS);
  readonly #cut = new Float64Array(KEYS);
  readonly #greatest = new Float64Array(KEYS);
  /** Gaps of the short lists; lengths of the others. */
  readonly #gaps = new Float64Array(KEYS * SHORT);
  readonly #lengths = new Float64Array(KEYS);
  readonly #row = new Float64Array(GROUP);
  #count = 0;
  #gapCount = 0;
  #longCount = 0;
  #before = 0;
  #offset = 0;
  readonly #head = new ByteWriter();
  readonly #body = new ByteWriter();
  /** First key, offset and length of the head of each block. */
  readonly #blocks = growing32();

  constructor(private readonly put: (bytes: Uint8Array) => void) {}

  /** Adds the list of a key: the first `count` of `numbers`, ascending; `total` is the count with those that were cut before. */
  add(key: number, numbers: Uint32Array, count: number, isCut: boolean, total = count): void {
    if (!count) return;
    const kept = isCut ? Math.min(count, CUT) : count;
    const place = this.#count++;
    if (!place) this.#blocks.push(key);
    else this.#keys[place - 1] = key - this.#before - 1;
    this.#before = key;
    this.#kept[place] = kept - 1;
    this.#cut[place] = total - kept;
    this.#greatest[place] = numbers[count - 1] as number;
    if (kept < SHORT) {
      for (let i = count - 1, end = count - kept; i > end; i--) this.#gaps[this.#gapCount++] = (numbers[i] as number) - (numbers[i - 1] as number) - 1;
    } else {
      const before = this.#body.length;
      const row = this.#row;
      for (let i = count - 1, end = count - kept; i > end;) {
        let filled = 0;
        for (; filled < GROUP && i > end; i--) row[filled++] = (numbers[i] as number) - (numbers[i - 1] as number) - 1;
        writeInts(this.#body, row, filled);
      }
      this.#lengths[this.#longCount++] = this.#body.length - before;
    }
    if (this.#count === KEYS || this.#body.length >= LONG) this.#flush();
  }

  #flush(): void {
    const head = this.#head;
    if (!this.#count) return;
    head.byte(this.#count);
    writeInts(head, this.#keys, this.#count - 1);
    writeInts(head, this.#kept, this.#count);
    writeInts(head, this.#cut, this.#count);
    writeInts(head, this.#greatest, this.#count);
    writeInts(head, this.#lengths, this.#longCount);
    writeInts(head, this.#gaps, this.#gapCount);
    this.#blocks.push(this.#offset);
    this.#blocks.push(head.length);
    this.put(head.view());
    this.put(this.#body.view());
    this.#offset += head.length + this.#body.length;
    head.clear();
    this.#body.clear();
    this.#count = this.#gapCount = this.#longCount = 0;
  }

  /** Ends the lists and gives their blocks: first key, offset and head's length, three numbers each. */
  finish(): Uint32Array {
    this.#flush();
    return this.#blocks.done();
  }
}

/** Writes a section of lists and the one of their blocks. */
export function writeLists(out: SegmentOutput, lists: Section, blocks: Section, write: (lists: ListWriter) => void): void {
  let ended: Uint32Array = new Uint32Array(0);
  out.section(lists, (put) => {
    const writer = new ListWriter(put);
    write(writer);
    ended = writer.finish();
  });
  out.array(blocks, ended);
}
