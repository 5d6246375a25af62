import type { ChannelTrouble } from "../../core/channel-trouble.ts";
import type { Tenant } from "../../core/tenant.ts";
import type { Messages } from "../messages.ts";

/** What keeps digests from a channel, and what to do about it: one sentence or two for each platform. */
type Sentences = Readonly<Record<"discord" | "slack", Readonly<Record<ChannelTrouble, string>>>>;

/** English sentences. */
const en: Sentences = {
  discord: {
    absent:
      "Korea Desk cannot see this channel, so no digest can come. Open Edit Channel → Permissions, add it there, and allow View Channel, Send Messages and Read Message History.",
    post: "Korea Desk may not write in this channel, so no digest can come. Allow it to send messages (in a thread: to send messages in threads) under Edit Channel → Permissions.",
    history:
      "Korea Desk may not read this channel's history. Digests come, but where a connection breaks it cannot find out whether one arrived, and does not send it again. Allow it Read Message History under Edit Channel → Permissions.",
  },
  slack: {
    absent: "Korea Desk is not in this channel, so no digest can come. Invite it with /invite @Korea Desk.",
    post: "The workspace does not let Korea Desk post in this channel, so no digest can come. Ask an admin of the workspace.",
    history:
      "Korea Desk may not read this channel's history. Digests come, but where a connection breaks it cannot find out whether one arrived, and does not send it again. An admin can mend that by reinstalling the app with the scopes channels:history and groups:history.",
  },
};

/** Korean sentences. */
const ko: Sentences = {
  discord: {
    absent:
      "코리아 데스크가 이 채널을 볼 수 없어 소식을 보내지 못합니다. 채널 편집 → 권한에서 코리아 데스크(Korea Desk)를 추가하고 ‘채널 보기’, ‘메시지 보내기’, ‘메시지 기록 보기’를 허용해 주세요.",
    post: "코리아 데스크가 이 채널에 글을 쓸 수 없어 소식을 보내지 못합니다. 채널 편집 → 권한에서 코리아 데스크(Korea Desk)에 ‘메시지 보내기’(스레드에서는 ‘스레드에서 메시지 보내기’)를 허용해 주세요.",
    history:
      "코리아 데스크가 이 채널의 메시지 기록을 읽을 수 없습니다. 소식은 오지만, 연결이 끊기면 도착했는지 확인할 수 없어 다시 보내지 않습니다. 채널 편집 → 권한에서 코리아 데스크(Korea Desk)에 ‘메시지 기록 보기’를 허용해 주세요.",
  },
  slack: {
    absent:
      "코리아 데스크가 이 채널에 없어 소식을 보내지 못합니다. /invite @Korea Desk를 입력해 초대해 주세요.",
    post: "워크스페이스 설정 때문에 코리아 데스크가 이 채널에 글을 쓸 수 없어 소식을 보내지 못합니다. 워크스페이스 관리자에게 문의해 주세요.",
    history:
      "코리아 데스크가 이 채널의 기록을 읽을 수 없습니다. 소식은 오지만, 연결이 끊기면 도착했는지 확인할 수 없어 다시 보내지 않습니다. 관리자가 channels:history와 groups:history 권한을 넣어 앱을 다시 설치하면 해결됩니다.",
  },
};

/** What to tell a person of what keeps digests from a channel of this tenant. */
export function channelTroubleSentence(
  { language }: Pick<Messages, "language">,
  tenant: Tenant,
  trouble: ChannelTrouble,
): string {
  const sentences = language === "ko" ? ko : en;
  return sentences[tenant.startsWith("slack:") ? "slack" : "discord"][trouble];
}
