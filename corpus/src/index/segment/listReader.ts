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

  /** All lists in order of their keys. */
  walk(): ListWalk {
    return new ListWalk(this.#firstKeys, (block) => this.#placeOf(block), this.read, this.limit);
  }
}

/** Goes through lists in order of their keys, block by block; stands before the first until `next` is called. */
export class ListWalk {
  readonly #lists = new ListBlock();
  #block = -1;
  #place = -1;
  #bytes: Uint8Array = new Uint8Array(0);
  #head = 0;

  constructor(
    private readonly firstKeys: Uint32Array,
    private readonly placeOf: (block: number) => readonly [offset: number, head: number, length: number],
    private readonly read: ReadAt,
    private readonly limit: number,
  ) {}

  /** Goes to the next list; false behind the last. */
  next(): boolean {
    if (this.#block >= 0 && ++this.#place < this.#lists.count) return true;
    if (this.#block + 1 >= this.firstKeys.length) return false;
    this.#block++;
    this.#place = 0;
    const [offset, head, length] = this.placeOf(this.#block);
    this.#bytes = this.read(offset, length);
    this.#head = head;
    this.#lists.read(new ByteReader(this.#bytes, 0, head), this.firstKeys[this.#block] as number, this.limit);
    return true;
  }

  get key(): number {
    return this.#lists.key(this.#place);
  }
  /** How many numbers the list has, those that were cut included. */
  get total(): number {
    return this.#lists.total(this.#place);
  }
  /** How many of them are kept. */
  get kept(): number {
    return this.#lists.kept(this.#place);
  }

  /** Puts the kept numbers, ascending, into an array from an offset on. */
  readInto(into: Uint32Array, from: number): void {
    const where = this.#lists.bytesOf(this.#place);
    if (where) must(this.#head + where[0] + where[1] <= this.#bytes.length, "a list of a segment lies outside its block");
    const gaps = where && new ByteReader(this.#bytes, this.#head + where[0], this.#head + where[0] + where[1]);
    this.#lists.numbers(this.#place, this.kept, gaps, into, from);
  }
}
