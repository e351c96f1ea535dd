// CRC-32 as zlib has it; Node before 20.15 has none, so there a table does the same, slower.
import * as zlib from "node:zlib";

const table = new Uint32Array(256).map((_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

export function crc32ByTable(bytes: Uint8Array, before = 0): number {
  let value = ~before;
  for (let i = 0; i < bytes.length; i++) value = (table[(value ^ (bytes[i] ?? 0)) & 255] ?? 0) ^ (value >>> 8);
  return ~value >>> 0;
}

/** The CRC-32 of `bytes`, going on from that of the bytes before them. */
export const crc32: (bytes: Uint8Array, before?: number) => number = typeof zlib.crc32 === "function" ? zlib.crc32 : crc32ByTable;
