// Modules made while building: see corpus/build.
declare module "tickmark:fold-classes" {
  /** Classes of characters that are one for matching, parted by spaces. */
  const classes: string;
  export default classes;
}
declare module "tickmark:pinyin" {
  /** Characters by toneless syllable. */
  const readings: Readonly<Record<string, string>>;
  export default readings;
}
