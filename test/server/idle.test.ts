import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { whenIdle } from "../../server/src/lsp/idle.ts";

test("memory is given back once, when no request has come for a while", async () => {
  let rests = 0;
  const stir = whenIdle(60, () => rests++);
  for (let i = 0; i < 5; i++) {
    stir();
    await sleep(20);
  }
  assert.equal(rests, 0, "not while requests come");
  await sleep(150);
  assert.equal(rests, 1);
  await sleep(100);
  assert.equal(rests, 1, "not again without a request");
  stir();
  await sleep(150);
  assert.equal(rests, 2, "again after the next one");
});
