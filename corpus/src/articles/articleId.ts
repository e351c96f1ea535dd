// What an article is known by: its front matter's id, else its address, else a hash of its folded title and body, so that
// it stays the same when the file moves or its white space changes.
import { hashInto, hashName, newHash } from "../text/hash.ts";
import type { Passage } from "../text/passage.ts";

/** The id of an article. Copies of one article have one id. */
export function articleId(
  stated: string | undefined,
  url: string | undefined,
  title: string | undefined,
  passages: readonly Passage[],
): string {
  if (stated) return stated;
  if (url) return url;
  const state = newHash();
  if (title) hashInto(state, title);
  for (const passage of passages) if (passage.kind !== "title") hashInto(state, passage.text);
  return hashName(state);
}
