import { beforeAll, describe, expect, it } from "vitest";
import { readBuiltIn } from "../bench/lib/collection.ts";
import { Library } from "../src/core/library.ts";
import { OutletBook } from "../src/core/outlet.ts";
import { search } from "../src/core/search/search.ts";

/**
 * What people wrap a question in: that no text says "tell me" must not lead to "nothing found". `#` stands for what is
 * asked about.
 */
const FRAMES: Record<string, { about: string[]; frames: string[] }> = {
  English: {
    about: ["the Yeonpyeong shelling", "Hanoi summit", "end-of-war declaration", "Kaesong complex", "THAAD"],
    frames: [
      "tell me about #",
      "what was #?",
      "hi, can you explain #",
      "# in a nutshell",
      "quick summary of # please",
      "when exactly was #",
      "anything on #?",
      "so what is # all about",
    ],
  },
  Korean: {
    about: ["연평도 포격", "하노이 회담", "종전선언", "천안함", "개성공단", "사드 배치", "장성택 처형"],
    frames: [
      "# 알려줘",
      "# 좀 자세히 알려주세요",
      "# 뭔지 모르겠어요",
      "#에 대해 설명 부탁드려요",
      "#란?",
      "#이 뭔가요",
      "# 언제 일어났나요",
      "#는 왜 그랬어요?",
      "# 그때 무슨 일이 있었죠",
      "# 쉽게 말해줘",
      "# 배경이 궁금합니다",
      "# 한 줄 요약",
      "# 누가 했어요",
      "혹시 # 자료 있나요",
      "# 지금은 어떻게 됐나요",
    ],
  },
  Chinese: {
    about: ["延坪岛炮击", "河内峰会", "终战宣言", "天安舰", "萨德", "六方会谈", "双暂停"],
    frames: [
      "能介绍一下#吗",
      "#的背景是什么",
      "#什么意思",
      "给我讲讲#",
      "#是什么时候发生的",
      "請問#是什麼",
      "#發生了什麼",
      "#后来怎么样了",
      "帮我总结#",
      "#到底是谁干的",
      "#为什么会发生",
    ],
  },
};

let library: Library;
beforeAll(async () => {
  const { entries, languages } = await readBuiltIn();
  library = new Library(new OutletBook([]), languages);
  for (const entry of entries) library.add(entry);
});

describe.each(Object.entries(FRAMES))("in %s", (_, { about, frames }) => {
  const first = (query: string) =>
    search(library, { query, limit: 10 }).excerpts.map(({ document }) => document.id);

  it.each(frames)("%s is answered with what answers the bare words", (frame) => {
    for (const words of about) {
      const bare = first(words).slice(0, 3);
      const asked = first(frame.replace("#", words));
      expect([words, bare.some((id) => asked.includes(id))]).toEqual([words, true]);
    }
  });
});
