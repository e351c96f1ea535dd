// Classes of single UTF-16 code units: Han, Latin letter, digit, white space. Half of a surrogate pair counts as Han where
// the pair is one of the rare Han characters (𠮷), so that a name is never cut in two.

/** Han characters of the BMP with 〇 and 々, and halves of the pairs that write the rarer ones. */
export const isHan = (unit: number): boolean =>
  (unit >= 0x4e00 && unit <= 0x9fff) ||
  (unit >= 0x3400 && unit <= 0x4dbf) ||
  (unit >= 0xf900 && unit <= 0xfaff) ||
  unit === 0x3007 ||
  unit === 0x3005 ||
  (unit >= 0xd840 && unit <= 0xd888) ||
  (unit >= 0xdc00 && unit <= 0xdfff);

/** Latin letters with and without accents, full-width ones too. */
export const isLatinLetter = (unit: number): boolean =>
  (unit >= 0x61 && unit <= 0x7a) ||
  (unit >= 0x41 && unit <= 0x5a) ||
  (unit >= 0xc0 && unit <= 0x24f && unit !== 0xd7 && unit !== 0xf7) ||
  (unit >= 0x1e00 && unit <= 0x1eff) ||
  (unit >= 0xff21 && unit <= 0xff3a) ||
  (unit >= 0xff41 && unit <= 0xff5a);

/** 0 to 9, full-width ones too. */
export const isDigit = (unit: number): boolean => (unit >= 0x30 && unit <= 0x39) || (unit >= 0xff10 && unit <= 0xff19);

/** The units that `isSpace` knows, for tables. */
export const SPACES: readonly number[] = [
  0x20, 9, 10, 11, 12, 13, 0x3000, 0xa0, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009,
  0x200a, 0x200b, 0x2028, 0x2029, 0x202f, 0x205f, 0xfeff,
];

/** Spaces of any width, tabs and line ends. */
export const isSpace = (unit: number): boolean =>
  unit === 0x20 ||
  (unit >= 9 && unit <= 13) ||
  unit === 0x3000 ||
  unit === 0xa0 ||
  (unit >= 0x2000 && unit <= 0x200b) ||
  unit === 0x2028 ||
  unit === 0x2029 ||
  unit === 0x202f ||
  unit === 0x205f ||
  unit === 0xfeff;
