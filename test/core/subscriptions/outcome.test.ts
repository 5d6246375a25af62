import { describe, expect, test } from "vitest";
import { outcomeWords, type Told } from "../../../src/core/subscriptions/outcome.ts";
import { messagesFor } from "../../../src/messages/index.ts";

const OUTCOMES: readonly [Partial<Told>, string, string][] = [
  [{ state: "pending" }, "is on its way.", "보내는 중입니다."],
  [{ state: "pending", detail: "asked to wait" }, "is waiting: the platform asked for", "대기 중입니다."],
  [
    { state: "pending", detail: "it could not be composed" },
    "could not be put together",
    "아직 만들지 못했습니다.",
  ],
  [{ state: "sending" }, "is on its way.", "보내는 중입니다."],
  [
    { state: "verify", detail: "no answer in time" },
    "was sent without a clear answer",
    "명확한 답을 받지 못해",
  ],
  [{ state: "sent" }, "arrived.", "도착했습니다."],
  [
    { state: "sent", late: true },
    "arrived. It came later than its time.",
    "도착했습니다. 예정된 시각보다 늦었습니다.",
  ],
  [
    { state: "sent", late: true, why: "noMatch 12" },
    "none of 12 new documents matched. It came later than its time.",
    "12건 가운데 맞는 것이 없었습니다. 예정된 시각보다 늦었습니다.",
  ],
  [{ state: "sent", why: "news 3/12" }, "arrived with 3 of 12 new documents.", "새 문서 12건 가운데 3건"],
  [{ state: "sent", why: "news 1/1" }, "arrived with 1 of 1 new document.", "새 문서 1건 가운데 1건"],
  [{ state: "sent", why: "noNews" }, "arrived without news: nothing new", "새로 들어온 문서가 없었습니다."],
  [
    { state: "sent", why: "noMatch 12" },
    "arrived without news: none of 12 new",
    "12건 가운데 맞는 것이 없었습니다.",
  ],
  [{ state: "sent", why: "unreadable" }, "cannot be searched any more. Edit it.", "수정해 주세요."],
  [
    { state: "skipped", detail: "noNews" },
    "nothing was posted: nothing new had come in.",
    "게시하지 않았습니다.",
  ],
  [
    { state: "skipped", detail: "noMatch 1" },
    "nothing was posted: the one new document did not",
    "1건 가운데",
  ],
  [{ state: "skipped", detail: "unreadable" }, "nothing was posted: its query cannot", "검색할 수 없으니"],
  [{ state: "skipped", detail: "missed" }, "for more than 6 hours.", "6시간 넘게 멈춰 있었거나"],
  [
    { state: "skipped", detail: "missed, and 40 before" },
    "Nor were 40 before those on record.",
    "앞선 40건도",
  ],
  [
    { state: "skipped", detail: "paused" },
    "was not sent: the subscription was paused.",
    "일시 중지되어 있었습니다.",
  ],
  [{ state: "skipped", detail: "<@1> odd" }, "was not sent.", "보내지 않았습니다."],
  [
    { state: "failed", detail: "gone: is_archived" },
    "could not be found, or is archived.",
    "채널이 보관되었습니다.",
  ],
  [
    { state: "failed", detail: "forbidden: 50013" },
    "may not post in this channel.",
    "게시할 권한이 없습니다.",
  ],
  [
    { state: "failed", detail: "token: xoxb" },
    "which its operator has to mend.",
    "운영자가 해결해야 합니다.",
  ],
  [
    { state: "failed", detail: "a document that it quotes is not kept any more" },
    "a document that it quoted is not kept any more.",
    "더는 보관되어 있지 않습니다.",
  ],
  [{ state: "failed", detail: null }, "did not arrive.", "도착하지 않았습니다."],
  [
    { state: "unknown", detail: "HTTP 502" },
    "may or may not have arrived; it is not sent again. The platform gave no clear answer.",
    "도착했는지 알 수 없으며, 다시 보내지 않습니다.",
  ],
  [
    { state: "unknown", detail: "The bot may not read the channel's history: Read Message History" },
    "Let Korea Desk read its history to know next time.",
    "메시지 기록을 볼 권한을 주세요.",
  ],
];

describe("what became of a digest", () => {
  test.each(OUTCOMES)("%o", (given, english, korean) => {
    const told: Told = {
      localDate: "2026-11-26",
      late: false,
      state: "sent",
      detail: null,
      why: null,
      ...given,
    };
    const [en, ko] = ["en", "ko"].map((locale) => outcomeWords(told, messagesFor(locale)));
    expect(en).toMatch(/^26 November 2026, [a-z]/u);
    expect(en).toContain(english);
    expect(ko).toMatch(/^2026년 11월 26일: [가-힣]/u);
    expect(ko).toContain(korean);
    // What the log says is never shown as it is.
    for (const raw of ["xoxb", "50013", "<@", "HTTP", "is_archived", "noMatch", "unreadable"])
      expect(`${en} ${ko}`).not.toContain(raw);
  });
});
