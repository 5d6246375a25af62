import { eng } from "stopword";

/** English words so common that they are no terms. */
export const STOP_WORDS: ReadonlySet<string> = new Set(eng);

/**
 * English function words: a passage need not have them to answer a question. They are searched all the same, since
 * leaving them out ranks worse (CISI −.016 nDCG@10). Ordinals and what names are made of (`new`, `six`) are none.
 */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set([
  ...eng,
  ..."above across again all along already although always amid among amongst another any anybody anyone".split(
    " ",
  ),
  ..."anything around aside away because been behind being below beneath beside besides beyond both but by".split(
    " ",
  ),
  ..."can cannot could did do does doing done down during each either else ever every everybody everyone".split(
    " ",
  ),
  ..."everything except few for from had has have having he hence her here hers him his how however i if in".split(
    " ",
  ),
  ..."indeed instead into it its itself just least less let many may me might mine more most much must my".split(
    " ",
  ),
  ..."myself neither nor nothing now nowhere of off often on once only onto or other others otherwise our".split(
    " ",
  ),
  ..."ourselves over own per perhaps please quite rather really same several shall she should since so some".split(
    " ",
  ),
  ..."somebody someone something still such tell than that the their theirs them themselves then there these".split(
    " ",
  ),
  ..."they thing things this those though through throughout thus till to together too toward towards under".split(
    " ",
  ),
  // Words that ask.
  ..."happen happens happened happening know tell".split(" "),
  ..."unless until up upon us versus very via vs was were what whatever when whenever where whereas whether which while".split(
    " ",
  ),
  ..."who whoever whom whose why will with within without would yet you your yours yourself".split(" "),
]);
