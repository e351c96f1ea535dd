// Columns that go together (a kind with its unit and flags, a period's days with its words): each combination once, and per row
// the number of its combination.
import type { ByteReader } from "./byteReader.ts";
import type { ByteWriter } from "./byteWriter.ts";
import { readInts, writeInts } from "./ints.ts";
import { must } from "./segmentDamaged.ts";

/** Writes `count` rows of columns of numbers from 0. */
export function writeTuples(out: ByteWriter, columns: readonly ArrayLike<number>[], count: number): void {
  const numbers = new Map<string, number>();
  const firsts: number[] = [];
  const rows: number[] = [];
  for (let row = 0; row < count; row++) {
    let key = "";
    for (const column of columns) key += `${column[row] ?? 0},`;
    let number = numbers.get(key);
    if (number === undefined) {
      number = firsts.length;
      numbers.set(key, number);
      firsts.push(row);
    }
    rows.push(number);
  }
  out.varint(firsts.length);
  for (const column of columns) writeInts(out, firsts.map((row) => column[row] ?? 0));
  writeInts(out, rows);
}

/** The combinations, column by column, and each row's in `rows`, whose first `count` numbers are filled. */
export function readTuples(from: ByteReader, columns: number, count: number, rows: Uint32Array): readonly Float64Array[] {
  const different = from.varint();
  must(different <= count, "a segment has more combinations of columns than rows");
  const values: Float64Array[] = [];
  for (let i = 0; i < columns; i++) {
    const column = new Float64Array(different);
    readInts(from, column, different);
    values.push(column);
  }
  readInts(from, rows, count);
  return values;
}
