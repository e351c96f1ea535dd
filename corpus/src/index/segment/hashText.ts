// The 32-bit hash by which paths, ids and urls are looked up. What is found by it is compared with the string itself.
import { hashNumber, hashUnit, newHash } from "../../text/hash.ts";

/** A hash of a string as it is: nothing folded, nothing left out. */
export function hashText(text: string): number {
  const state = newHash();
  for (let i = 0; i < text.length; i++) hashUnit(state, text.charCodeAt(i));
  return hashNumber(state) % 0x100000000;
}
