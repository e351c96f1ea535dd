import assert from "node:assert/strict";
import { test } from "node:test";
import { statementsOf } from "./saidOf.ts";

const time = (text: string): number => {
  const start = process.cpuUsage();
  statementsOf([text]);
  const used = process.cpuUsage(start);
  return (used.user + used.system) / 1000;
};

test("a line eight times as long takes no more than some twenty times as long", () => {
  for (const unit of ["5億元", "5億元、", "營收5億元,年增5%,", "分別為3億、", "(5億元)", "第三季", "輝達表示", "輝達、", "較輝達", "from 5% to ", "輝達第三季營收分別為5億元,", "((", "「"]) {
    time(unit.repeat(200));
    const short = Math.max(4, time(unit.repeat(1000)));
    const long = time(unit.repeat(8000));
    assert.ok(long < 20 * short + 100, `${unit}: ${short.toFixed(0)} ms, eight times as long ${long.toFixed(0)} ms`);
  }
});
