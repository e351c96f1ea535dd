// Unit and magnitude of a table's numbers, from its caption, its heads or a 單位: the words as written (`億美元`, `%`).

const STATED = /(?:單位|单位|幣別|币别|[Uu]nits?|UNITS?)\s*[:：]\s*([^)）\]】;；。\n]{1,40})/;
const BRACKETED = /[(（[【]\s*([^()（）[\]【】]{1,32}?)\s*[)）\]】]/g;
const ENGLISH =
  /(?:in\s+)?((?:US\$|HK\$|NT\$|RMB|USD|HKD|TWD|CNY|EUR|JPY|€|¥|\$)?\s*(?:in\s+)?(?:thousands?|millions?|billions?|trillions?|mn|bn|tn))$/i;
const TRAILING =
  /((?:新台幣|新臺幣|台幣|人民幣|人民币|美|歐|欧|日|港|韓|韩|英)?(?:千|百萬|百万|千萬|千万|億|亿|兆|萬|万|十億|十亿)?(?:元|圓|美元|美金|港元|港幣|歐元|日圓|日元|人民幣|台幣)|[%％‰]|(?:百萬|百万|千萬|千万|億|亿|兆|萬|万)[\u4e00-\u9fff]{0,3})$/;
const UNIT =
  /[億亿萬万兆%％‰倍元圓股噸吨坪呎桶度戶户輛辆台臺片顆颗枚人家]|美金|[$€¥£]|(?:^|[^A-Za-z])(?:bn|mn|tn|m|k|x|pp|ppt|bps?|million|billion|trillion|thousand|USD|TWD|HKD|CNY|RMB|EUR|JPY|[GMkT]W[h]?|[GTP]B|nm|mm|km|kg|days?|years?|個月)s?(?:$|[^A-Za-z])/i;

/** The unit words of one head or caption; the empty string when it gives none. */
export function unitOf(head: string): string {
  const text = head.trim().slice(0, 400);
  const stated = STATED.exec(text)?.[1];
  if (stated) return stated.trim();
  for (const match of [...text.matchAll(BRACKETED)].reverse()) {
    const inner = match[1] ?? "";
    if (UNIT.test(inner)) return inner;
  }
  return ENGLISH.exec(text)?.[1]?.trim() ?? TRAILING.exec(text)?.[1] ?? "";
}

/** The unit of a cell: a percentage in either head wins, then the row's, the column's, the table's. */
export function cellUnit(row: string, column: string, table: string): string {
  if (/[%％‰]/.test(column)) return column;
  if (/[%％‰]/.test(row)) return row;
  return row || column || table;
}
