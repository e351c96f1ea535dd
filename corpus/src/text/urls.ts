// Web and mail addresses in running text. Only ASCII belongs to one: in Han text the sentence goes on right behind it.

const ADDRESS =
  /(?:https?:\/\/|www\.)[!#-;=?-[\]_a-z{}~]+|[A-Za-z0-9][A-Za-z0-9._+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{2,63})+/g;
const TRAILING = ".,;:!?')]}*_";

/** Addresses of `text`, in order, as UTF-16 ranges. Linear. */
export function findUrls(text: string): { readonly start: number; readonly end: number }[] {
  if (text.indexOf("://") < 0 && text.indexOf("www.") < 0 && text.indexOf("@") < 0) return [];
  const found: { start: number; end: number }[] = [];
  for (const match of text.matchAll(ADDRESS)) {
    let end = match.index + match[0].length;
    while (end > match.index && TRAILING.includes(text.charAt(end - 1))) end--;
    found.push({ start: match.index, end });
  }
  return found;
}
