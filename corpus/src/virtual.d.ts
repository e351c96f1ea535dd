// Modules made while building: see corpus/build.
declare module "tickmark:fold-classes" {
  /** Classes of characters that are one for matching, parted by spaces. */
  const classes: string;
  export default classes;
}
declare module "tickmark:grammar-version" {
  /** A hash of everything that decides what is read from an article. */
  const version: string;
  export default version;
}
declare module "tickmark:pinyin" {
  /** Characters by toneless syllable: their usual reading, and the others. */
  const readings: Readonly<Record<"usual" | "other", Readonly<Record<string, string>>>>;
  export default readings;
}
