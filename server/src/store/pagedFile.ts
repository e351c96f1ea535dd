// A file of the store: data, then the CRC-32 of each page of it, then a footer that seals both. Written once, under a temporary
// name until it is whole; read by offset, each page verified the first time it is touched. Little-endian:
//   data | uint32 CRC-32 per page | footer: "tkmpage1", uint32 page size, uint32 pages, float64 data length,
//                                           uint32 CRC-32 of the page table, uint32 CRC-32 of the footer before it
import { closeSync, fstatSync, fsyncSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import type { ReadAt } from "../../../corpus/src/index/segment/format.ts";
import { SegmentDamaged } from "../../../corpus/src/index/segment/segmentDamaged.ts";
import { crc32 } from "./crc32.ts";
import { moveInto, temporaryName } from "./replaceFile.ts";
import { unwritable } from "./unwritable.ts";

export const PAGE = 4096;
const FOOTER = 32;
const MAGIC = Buffer.from("tkmpage1", "latin1");
/** Bytes gathered before they go to the disk. */
const BLOCK = 64 * PAGE;
/** Pages read at once while they are verified for a long read. */
const RUN = 256;

/** By this a manifest knows the very file that was written: nothing else has its checksum and length. */
export interface Stamp {
  /** Of the whole file, in bytes. */
  readonly length: number;
  /** CRC-32 of the footer, which holds that of the page table. */
  readonly checksum: number;
}

export interface PagedWriter {
  /** Appends; the bytes may be used again afterwards. Throws IndexUnwritable. */
  write(part: Uint8Array): void;
  /** Seals the file and puts it in its place. Throws IndexUnwritable. */
  finish(): Promise<Stamp>;
  /** Takes back what was written; harmless after the end. */
  abort(): void;
}

/** As `writeSync`: writes some of the bytes from `offset` on and says how many. */
type Write = (file: number, bytes: Uint8Array, offset: number, length: number) => number;

/** Begins the file `path`, which stands there only after `finish`; `write` is for tests. Throws IndexUnwritable. */
export function writePagedFile(path: string, write: Write = writeSync): PagedWriter {
  const temporary = temporaryName(path);
  const attempt = <Result>(run: () => Result): Result => {
    try {
      return run();
    } catch (error) {
      abort();
      throw unwritable(path, error);
    }
  };
  let file: number | undefined;
  const abort = (): void => {
    if (file === undefined) return;
    const open = file;
    file = undefined;
    try {
      closeSync(open);
      rmSync(temporary, { force: true });
    } catch {
      // the lock's next holder removes it
    }
  };
  file = attempt(() => openSync(temporary, "wx"));
  const block = Buffer.allocUnsafe(BLOCK);
  let filled = 0;
  let length = 0;
  let sums = new Uint32Array(1024);
  let pages = 0;

  const put = (bytes: Uint8Array): void =>
    attempt(() => {
      for (let at = 0; at < bytes.length; ) at += write(file ?? -1, bytes, at, bytes.length - at);
    });
  const flush = (): void => {
    for (let at = 0; at < filled; at += PAGE) {
      if (pages === sums.length) {
        const more = new Uint32Array(sums.length * 2);
        more.set(sums);
        sums = more;
      }
      sums[pages++] = crc32(block.subarray(at, Math.min(at + PAGE, filled)));
    }
    put(block.subarray(0, filled));
    length += filled;
    filled = 0;
  };

  return {
    write: (part) => {
      for (let at = 0; at < part.length; ) {
        const some = Math.min(part.length - at, BLOCK - filled);
        block.set(part.subarray(at, at + some), filled);
        filled += some;
        at += some;
        if (filled === BLOCK) flush();
      }
    },
    finish: async () => {
      flush();
      const table = Buffer.from(sums.buffer, 0, pages * 4);
      const footer = makeFooter(pages, length, crc32(table));
      put(table);
      put(footer);
      const open = file;
      attempt(() => {
        fsyncSync(open ?? -1);
        closeSync(open ?? -1);
      });
      file = undefined;
      await moveInto(temporary, path);
      return { length: length + table.length + FOOTER, checksum: footer.readUInt32LE(FOOTER - 4) };
    },
    abort,
  };
}

function makeFooter(pages: number, length: number, tableSum: number): Buffer {
  const footer = Buffer.alloc(FOOTER);
  MAGIC.copy(footer);
  footer.writeUInt32LE(PAGE, 8);
  footer.writeUInt32LE(pages, 12);
  footer.writeDoubleLE(length, 16);
  footer.writeUInt32LE(tableSum, 24);
  footer.writeUInt32LE(crc32(footer.subarray(0, FOOTER - 4)), FOOTER - 4);
  return footer;
}

export interface PagedFile {
  /** Of the data, in bytes. */
  readonly length: number;
  readonly stamp: Stamp;
  /**
   * Bytes of the data, the caller's own: they never change. Their byteOffset is a multiple of 8 where it matters not what else
   * was read. Throws SegmentDamaged for a page that is not what was written and for offsets outside the data.
   */
  readonly readAt: ReadAt;
  /** Gives the file back; reading then throws SegmentDamaged. */
  close(): void;
}

/** Opens a finished file and verifies its footer and page table; `expected` is what the manifest says. Throws SegmentDamaged. */
export function openPagedFile(path: string, expected?: Stamp): PagedFile {
  const damaged = (what: string): SegmentDamaged => new SegmentDamaged(`${path}: ${what}`);
  let file: number;
  try {
    file = openSync(path, "r");
  } catch (error) {
    throw damaged(`cannot be opened (${error instanceof Error ? error.message : String(error)})`);
  }
  const readInto = (buffer: Buffer, at: number, length: number, position: number): void => {
    for (let done = 0; done < length; ) {
      let read: number;
      try {
        read = readSync(file, buffer, at + done, length - done, position + done);
      } catch (error) {
        throw damaged(`cannot be read (${error instanceof Error ? error.message : String(error)})`);
      }
      if (!read) throw damaged("it ends too early");
      done += read;
    }
  };
  try {
    const { size } = fstatSync(file);
    if (expected && size !== expected.length) throw damaged(`it has ${size} bytes and was written with ${expected.length}`);
    if (size < FOOTER) throw damaged("it is too short");
    const footer = Buffer.alloc(FOOTER);
    readInto(footer, 0, FOOTER, size - FOOTER);
    const checksum = footer.readUInt32LE(FOOTER - 4);
    if (!footer.subarray(0, 8).equals(MAGIC) || crc32(footer.subarray(0, FOOTER - 4)) !== checksum) throw damaged("its footer is not what was written");
    if (expected && checksum !== expected.checksum) throw damaged("it is another file than the one that was written");
    const pages = footer.readUInt32LE(12);
    const length = footer.readDoubleLE(16);
    if (footer.readUInt32LE(8) !== PAGE || pages !== Math.ceil(length / PAGE) || size !== length + pages * 4 + FOOTER) throw damaged("its footer makes no sense");
    const table = Buffer.alloc(pages * 4);
    readInto(table, 0, table.length, length);
    if (crc32(table) !== footer.readUInt32LE(24)) throw damaged("its table of checksums is not what was written");
    return opened(length, { length: size, checksum }, table);
  } catch (error) {
    closeSync(file);
    throw error;
  }

  function opened(length: number, stamp: Stamp, table: Buffer): PagedFile {
    const verified = new Uint8Array(Math.ceil(length / PAGE));
    let closed = false;
    let scratch: Buffer | undefined;

    /** Reads pages into a buffer of its own or the shared one, and verifies them. */
    const verify = (first: number, last: number): void => {
      scratch ??= Buffer.allocUnsafe(8 * PAGE);
      for (let from = first; from <= last; ) {
        if (verified[from]) {
          from++;
          continue;
        }
        const count = Math.min(last - from + 1, RUN);
        const bytes = Math.min(count * PAGE, length - from * PAGE);
        const buffer = bytes <= scratch.length ? scratch : Buffer.allocUnsafe(bytes);
        readInto(buffer, 0, bytes, from * PAGE);
        for (let i = 0; i < count; i++) {
          if (crc32(buffer.subarray(i * PAGE, Math.min((i + 1) * PAGE, bytes))) !== table.readUInt32LE((from + i) * 4)) throw damaged(`the page at ${(from + i) * PAGE} is not what was written`);
          verified[from + i] = 1;
        }
        from += count;
      }
    };

    return {
      length,
      stamp,
      readAt: (offset, count) => {
        if (closed) throw damaged("it is closed");
        if (!(offset >= 0 && count >= 0 && offset + count <= length && Number.isInteger(offset) && Number.isInteger(count))) throw damaged(`no ${count} bytes at ${offset} in ${length}`);
        if (!count) return Buffer.alloc(0);
        const first = Math.floor(offset / PAGE);
        const last = Math.floor((offset + count - 1) / PAGE);
        for (let page = first; page <= last; page++)
          if (!verified[page]) {
            verify(page, last);
            break;
          }
        const bytes = Buffer.allocUnsafe(count);
        readInto(bytes, 0, count, offset);
        return bytes;
      },
      close: () => {
        if (closed) return;
        closed = true;
        closeSync(file);
      },
    };
  }
}
