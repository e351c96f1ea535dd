// What shows when the window opens: the status item, and a card on a name.
import assert from "node:assert/strict";
import { STATUS } from "./status.mjs";

export const lookingTests = [
  {
    name: "the status item counts the articles and says that they are up to date",
    shot: "1-status",
    async run(workbench) {
      await workbench.open("notes/hover.md");
      await workbench.untilStatus(/[\d,]+ articles · up to date/, STATUS, 60_000);
    },
  },
  {
    name: "a card shows on a name in the middle of a run of Han characters",
    shot: "2-hover",
    async run(workbench) {
      await workbench.goTo("hover.md", 1, 1);
      await workbench.hover("研華");
      const card = await workbench.card("Advantech");
      assert.match(card, /研華/);
      assert.match(card, /178\.65/);
    },
  },
];
