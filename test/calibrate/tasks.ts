// Ghost text at the places of the task sets: what is shown, and whether it is what the task expects, in the same script.
import { readFileSync } from "node:fs";
import { inlineFigure } from "../../corpus/src/features/completion/inlineFigure.ts";
import { makeDraft } from "../corpus/features/desk.ts";
import { deskOf } from "./sample.ts";

interface Task {
  readonly id: string;
  readonly action: string;
  readonly of?: string;
  readonly note: string;
  readonly corpus?: string;
  readonly expected?: string | readonly string[];
}

export function playTasks(): void {
  const desks = { sample: deskOf("corpus/sample/corpus"), own: deskOf("test/tasks/corpus") };
  for (const set of ["own", "blind"]) {
    const tasks = (JSON.parse(readFileSync(`test/tasks/${set}.json`, "utf8")) as Task[]).filter(({ action, of }) => action === "figure" || (action === "nothing" && (of ?? "figure") === "figure"));
    let shown = 0;
    let right = 0;
    for (const task of tasks) {
      const corpus = task.corpus === "own" ? "own" : "sample";
      const { draft, offset } = makeDraft(desks[corpus], `${task.note}\n`, corpus === "own" ? "2026-05-21" : "2025-12-20");
      const ghost = inlineFigure(desks[corpus], draft, offset);
      if (!ghost) continue;
      shown++;
      const expected = [task.expected ?? []].flat();
      const fits = task.action === "figure" && expected.some((one) => (set === "own" ? new RegExp(`^(?:${one})`).test(ghost.text) : ghost.text.replaceAll(",", "").includes(one.replaceAll(",", ""))));
      if (fits) right++;
      else console.log("  ", task.id, task.note, "→", ghost.text, "expected", expected.join(" | "));
    }
    console.log(`ghost text at ${tasks.length} places of the task set ${set}: ${shown} shown, ${right} as expected`);
  }
}
