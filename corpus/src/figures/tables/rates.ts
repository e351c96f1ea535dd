// Percent and its kin, points, multiples: the words behind the number.
import { row, type UnitRow } from "./row.ts";

export const RATES: readonly UnitRow[] = [
  row("percent", "%", 0, "% ％ ﹪ percent per_cent pct pc 巴仙 趴 個巴仙"),
  row("fraction", "1", -3, "‰"),
  row(
    "percentage_point",
    "pp",
    0,
    "個百分點 百分點 個百份點 百份點 percentage_points percentage_point percent_points pp ppt ppts pps %_pts %-pts %pts %_points",
  ),
  row("basis_point", "bp", 0, "個基點 基點 個基本點 基本點 個點子 點子 bp bps basis_points basis_point"),
  row("basis_point", "bp", 0, "碼", { rule: "yard" }, 25),
  row("percent", "%", 1, "成", { rule: "tenths" }),
  row("percent", "%", 1, "折", { rule: "discount" }),
  row("percent", "%", 0, "厘", { rule: "li" }),
  row("multiple", "x", 0, "倍", { not: "數 体" }),
  row("multiple", "x", 0, "times -fold fold -times"),
  row("multiple", "x", 0, "x ×", { rule: "times" }),
  row("points", "points", 0, "點", { rule: "point" }),
  row("points", "points", 0, "個點"),
  row("points", "points", 0, "points -point pts index_points"),
  row("points", "points", 0, "分", { rule: "minute" }),
];
