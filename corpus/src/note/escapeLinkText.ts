// Plain words as the text of a link, so that Markdown shows them as they are, in table cells too.
import { readsAsReference } from "./unescapeMarkdown.ts";

const MARKS = /[\\[\]*`<|]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&/gu;

/** The words with Markdown's marks escaped; what Markdown leaves alone stays (`_` within a word, `&` alone). */
export const escapeLinkText = (words: string): string =>
  words
    .replace(/\r\n|[\r\n]/g, " ")
    .replace(MARKS, (mark: string, at: number, whole: string) =>
      mark === "&" && !readsAsReference(whole, at) ? mark : `\\${mark}`,
    );
