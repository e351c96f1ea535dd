// Article text inside a card is data: escaped so that it never makes a link, an image, HTML or a command.

/**
 * Markdown that shows `text` as it is, on one line. Beside Markdown's own signs, the beginnings of bare addresses
 * (`https:`, `www.`, `@`) are broken by a zero-width no-break mark made of an entity, for GFM links them by itself.
 */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(/[\r\n\u2028\u2029]+/g, " ")
    .replace(/[\\`*_{}[\]()#+\-.!|<>~$^=&]/g, (sign) => (sign === "<" ? "&lt;" : sign === ">" ? "&gt;" : sign === "&" ? "&amp;" : `\\${sign}`))
    .replace(/(https?|ftp|file|command|vscode|mailto|xmpp):/gi, "$1&#58;")
    .replace(/www\\\./gi, "www&#46;")
    .replace(/@/g, "&#64;");

/** A Markdown link whose text is escaped; the target is a URI made by us. */
export const link = (text: string, target: string): string => `[${escapeMarkdown(text)}](${target.replace(/[()<>\s]/g, (sign) => encodeURIComponent(sign).replace("(", "%28").replace(")", "%29"))})`;
