// Whose expectation a figure is: what the market expects, or what the company itself sets out to reach. Told by words of the
// figure's own clause; most figures are neither.

export type Voice = "consensus" | "guidance";

const CONSENSUS =
  /(?:市場|市场|分析師|分析师|分析員|分析员|法人|華爾街|华尔街|外界|彭博|路透|券商|大行|機構|机构)(?:普遍|平均|原本|原先|一致|綜合|综合|的|原)?(?:預期|预期|預估|预估|預測|预测|估計|估计|共識|共识|料|估)|共識|共识|一致預期|一致预期|預測中位數|预测中位数|(?<=[於于過过及合])預期|(?<=[於于過过及合])预期|consensus|analysts?['’]? (?:had |have )?(?:average )?(?:expect|estimat|forecast|project)|(?:expected|forecast|estimated|projected) by analysts|street (?:estimate|expect)|(?:wall street|the market) (?:had )?(?:expect|look)/i;
const GUIDANCE = /財測|财测|業績指引|业绩指引|指引|業績展望|业绩展望|公司(?:預期|预期|預估|预估|目標|目标)|guid(?:ance|es?|ed|ing)(?![a-z])|outlook/i;

/** The voice of a clause; consensus where both stand in it (財測優於市場預期 is asked of neither). */
export function voiceOf(clause: string): Voice | undefined {
  if (CONSENSUS.test(clause)) return "consensus";
  return GUIDANCE.test(clause) ? "guidance" : undefined;
}
