// Ghost text at the places of the task sets: what is shown, and whether it is what the task expects. node test/calibrate/run.mjs --tasks
import { readdirSync, readFileSync } from "node:fs";
import { inlineFigure } from "../../corpus/src/features/completion/inlineFigure.ts";
import { makeDesk, makeDraft } from "../corpus/features/desk.ts";

interface Task {
  readonly id: string;
  readonly action: string;
  readonly of?: string;
  readonly note: string;
  readonly corpus?: string;
  readonly expected?: string | readonly string[];
}

const folderDesk = (folder: string) =>
  makeDesk(readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => `--- corpus/${entry.name}\n${readFileSync(`${entry.parentPath}/${entry.name}`, "utf8")}`).join(""));

export function playTasks(): void {
  const desks = { sample: folderDesk("corpus/sample/corpus"), own: folderDesk("test/tasks/corpus") };
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
    console.log(set, tasks.length, "tasks", shown, "shown", right, "right");
  }
  const sample = desks.sample;
  for (const note of ["展望第四季，輝達預期營收約‸\n", "輝達第三季營收達‸\n", "研華第三季毛利率‸\n"]) {
    const { draft, offset } = makeDraft(sample, note, "2025-12-20");
    console.log(note.trim(), inlineFigure(sample, draft, offset)?.text);
  }
}
