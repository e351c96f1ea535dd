// Text inside an LSP snippet: `$`, `}` and `\` would be read as its syntax.

/** The text as a snippet inserts it literally. */
export const escapeSnippet = (text: string): string => text.replace(/[$}\\]/g, "\\$&");
