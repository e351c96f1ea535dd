// The workspace of the window tests: a copy of the sample, and articles and notes of its own, in places that no sample
// changes. One article is a single line of 20,000 characters whose cited words stand past column 15,000.
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const WHO = [
  "通路商",
  "系統廠",
  "零組件廠",
  "代工廠",
  "經銷體系",
  "設備商",
  "品牌客戶",
  "雲端業者",
  "法人圈",
  "業界人士",
];
const DOES = [
  "認為需求能見度仍然偏低",
  "對明年拉貨節奏看法轉趨審慎",
  "指出庫存已回到健康水準",
  "表示交期沒有進一步拉長",
  "觀察到急單以小量多樣為主",
  "評估報價短期內不易調整",
  "強調驗證流程仍需時間",
  "提醒匯率波動是主要變數",
  "期待新品帶動換機",
  "把資源移往利基應用",
];
const WHY = [
  "因為終端客戶還在等待政策明朗",
  "主要是旺季備貨已經提前",
  "原因在於新舊規格正在交替",
  "反映先前基期偏高",
  "與運費走勢有關",
  "背後是資本支出重新排序",
  "多半出於分散供應的考量",
];

/** Prose without a figure, of at least `length` characters; every sentence is another one. */
function prose(length) {
  let text = "";
  for (let at = 0; text.length < length; at++)
    text += `${WHO[at % 10]}${DOES[Math.floor(at / 10) % 10]}，${WHY[Math.floor(at / 3) % 7]}，${WHO[(at * 7 + 3) % 10]}則${DOES[(at * 3 + Math.floor(at / 100)) % 10]}。`;
  return text;
}

/** What the long article is cited for: the quote and the figure that ends it. */
export const FIGURE = "187.4億元";
const CITED = `中華電信第三季行動服務營收達${FIGURE}`;
const before = prose(15_050);
const after = prose(20_000 - before.length - 100);
/** 1-based column of the cited figure in line 3 of the long article. */
export const FIGURE_COLUMN = before.length + CITED.indexOf(FIGURE) + 1;
const LONG_LINE = `${before}${CITED}，年增4.6%，用戶數續增。${after}(窗邊電信週報)`;

const FILES = {
  "corpus/2025-11-05-yanhua.md": `---
title: 研華第三季營收創同期新高
date: 2025-11-05
publisher: 窗邊財經
lang: zh-TW
---

工業電腦廠研華今日公布財報，第三季營收178.65億元，年增12.4%，毛利率41.3%。研華表示，邊緣運算訂單能見度已到明年上半年。
`,
  "corpus/long-line.txt": `電信業者第三季展望\n\n${LONG_LINE}\n`,
  "notes/hover.md": "# 卡片\n\n據報導工業電腦龍頭研華今年持續看好邊緣運算。\n",
  "notes/middle.md": "# 研華\n\n\n\n另一段文字不應改變。\n",
  "notes/end.md": "# 研華\n\n結語：",
  "notes/names.md": "# 名稱\n\n據報導昨日下單。\n\n\n\n\n",
  "notes/settings.md": "# 研華\n\n\n\n另一段文字不應改變。\n",
  "notes/cite.md": "# 研華\n\n研華第三季營收為178.7億元，優於預期。\n\n另一段文字不應改變。\n",
  "notes/ghost.md": "# 研華\n\n\n\n另一段文字不應改變。\n",
  "notes/paste.md": "# 研華\n\n研華上季營收，另見附表。\n\n另一段文字不應改變。\n",
  "notes/desk/carried.md": "# 摘錄\n\n\n\n另一段文字不應改變。\n",
  "notes/last.md": "# 研華\n\n研華上季年增，另見附表。\n\n另一段文字不應改變。\n",
  "notes/jump.md": `# 電信\n\n中華電信上季行動服務營收達[187.4億元][w3n7]，表現穩健。\n\n[w3n7]: ../corpus/long-line.txt#L3,${FIGURE_COLUMN} "${CITED}"\n`,
  "elsewhere.txt": "這個檔案不在語料資料夾裡。\n",
};

const write = (folder, files) => {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
};

/** A fresh copy of the sample, and nothing else. */
export function makeSampleWorkspace(folder) {
  rmSync(folder, { recursive: true, force: true });
  cpSync("corpus/sample", folder, { recursive: true });
}

/** The sample with the tests' own files. */
export function makeWorkspace(folder) {
  makeSampleWorkspace(folder);
  write(folder, FILES);
}

/** A workspace without a corpus folder; its articles lie under another name. */
export function makeBareWorkspace(folder) {
  rmSync(folder, { recursive: true, force: true });
  write(folder, {
    "note.md": FILES["notes/hover.md"],
    "articles/2025-11-05-yanhua.md": FILES["corpus/2025-11-05-yanhua.md"],
  });
}

/** A workspace whose own settings name a corpus outside of it, beside a corpus folder that lies in it. */
export function makeUntrustedWorkspace(folder) {
  rmSync(folder, { recursive: true, force: true });
  write(folder, {
    "note.md": FILES["notes/hover.md"],
    "corpus/2025-11-05-yanhua.md": FILES["corpus/2025-11-05-yanhua.md"],
    ".vscode/settings.json": JSON.stringify({ "tickmark.corpus.folders": ["../outside", "corpus"] }),
    "../outside/long-line.txt": FILES["corpus/long-line.txt"],
  });
}
