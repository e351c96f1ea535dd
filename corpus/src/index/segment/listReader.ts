// Reads posting lists (listWriter.ts) by key, or all of them in order. Lists come back ascending.
import { ByteReader } from "./byteReader.ts";
import type { ReadAt } from "./format.ts";
import { ListBlock } from "./listBlock.ts";
import { GROUP } from "./listWriter.ts";
import { must } from "./segmentDamaged.ts";
import { placeOf } from "./sortPairs.ts";

/** Bytes that a group of gaps takes at most: its width, and 53 bits in varints. */
const GROUP_BYTES = 1 + GROUP * 8;
/** Blocks up to this size are read at once, head and lists. */
const WHOLE = 8192;

const NONE = new Uint32Array(0);

/** A list that a walk comes to; good until the walk goes on. */
export interface WalkedList {
  readonly key: number;
  /** How many numbers the list has, those that were cut included, and how many are kept. */
  readonly total: number;
  readonly kept: number;
  /** Puts the kept numbers, ascending, into an array from an offset on. */
  readonly readInto: (into: Uint32Array, from: number) => void;
}

export class ListReader {
  readonly #firstKeys: Uint32Array;
  readonly #block = new ListBlock();
  /** The block that was read last: a list is counted before it is read. */
  #last = -1;
  #bytes: Uint8Array = new Uint8Array(0);

  /** `blocks` as ListWriter gave them; `limit` is above every number of a list; `read` reads from the lists' section. */
  constructor(
    private readonly read: ReadAt,
    private readonly length: number,
    private readonly blocks: Uint32Array,
    private readonly limit: number,
  ) {
    must(blocks.length % 3 === 0, "the blocks of a segment's lists are cut off");
    this.#firstKeys = new Uint32Array(blocks.length / 3);
    for (let i = 0; i < this.#firstKeys.length; i++) this.#firstKeys[i] = blocks[i * 3] as number;
  }

  /** Offset, length of the head and length of a block. */
  #placeOf(block: number): readonly [number, number, number] {
    const offset = this.blocks[block * 3 + 1] as number;
    const head = this.blocks[block * 3 + 2] as number;
    const end = this.blocks[block * 3 + 4] ?? this.length;
    must(offset + head <= end && end <= this.length, "a block of a segment's lists lies outside them");
    return [offset, head, end - offset];
  }

  /** Reads the block that would hold a key; the key's place in it, −1 if it has none. */
  #find(key: number): number {
    const block = placeOf(this.#firstKeys, key);
    if (block < 0) return -1;
    if (block !== this.#last) {
      const [offset, head, length] = this.#placeOf(block);
      this.#last = -1;
      this.#bytes = this.read(offset, length <= WHOLE ? length : head);
      this.#block.read(new ByteReader(this.#bytes, 0, head), this.#firstKeys[block] as number, this.limit);
      this.#last = block;
    }
    return this.#block.placeOf(key);
  }

  /** How many numbers a key's list has, those that were cut included. */
  count(key: number): number {
    const place = this.#find(key);
    return place < 0 ? 0 : this.#block.total(place);
  }

  /** The `most` greatest numbers of a key's list, ascending; in `into` where that is given and large enough, else in an array of their own. */
  get(key: number, most = Infinity, into?: Uint32Array): Uint32Array {
    const place = this.#find(key);
    const count = place < 0 ? 0 : Math.min(this.#block.kept(place), most);
    if (count <= 0) return NONE;
    const numbers = into && into.length >= count ? into.subarray(0, count) : new Uint32Array(count);
    this.#block.numbers(place, count, this.#gaps(place, count), numbers, 0);
    return numbers;
  }

  /** The bytes of a list's gaps, as many as `count` numbers take. */
  #gaps(place: number, count: number): ByteReader | undefined {
    const where = this.#block.bytesOf(place);
    if (!where) return undefined;
    const [offset, head, length] = this.#placeOf(this.#last);
    const [from, size] = where;
    must(head + from + size <= length, "a list of a segment lies outside its block");
    if (this.#bytes.length === length) return new ByteReader(this.#bytes, head + from, head + from + size);
    return new ByteReader(this.read(offset + head + from, Math.min(size, Math.ceil((count - 1) / GROUP) * GROUP_BYTES)));
  }

  /** All lists in order of their keys, block by block. */
  *walk(): Generator<WalkedList, undefined> {
    const lists = new ListBlock();
    for (let block = 0; block < this.#firstKeys.length; block++) {
      const [offset, head, length] = this.#placeOf(block);
      const bytes = this.read(offset, length);
      lists.read(new ByteReader(bytes, 0, head), this.#firstKeys[block] as number, this.limit);
      for (let place = 0; place < lists.count; place++) {
        const where = lists.bytesOf(place);
        must(!where || head + where[0] + where[1] <= length, "a list of a segment lies outside its block");
        const gaps = where && new ByteReader(bytes, head + where[0], head + where[0] + where[1]);
        const kept = lists.kept(place);
        yield { key: lists.key(place), total: lists.total(place), kept, readInto: (into, from) => lists.numbers(place, kept, gaps, into, from) };
      }
    }
    return undefined;
  }
}
