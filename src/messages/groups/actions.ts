import type { Messages } from "../messages.ts";

/** What the chat platforms say themselves: of commands on messages, and of what is posted for everybody. */
export interface ActionMessages {
  /** Label of each command that is offered on messages, by its name; Slack takes 24 characters. */
  readonly onMessage: Readonly<Record<string, string>>;
  messageWithoutText(command: string): string;
  readonly posting: string;
  readonly posted: string;
  readonly mayNotPost: string;
  readonly postRefused: string;
  readonly postLater: string;
  readonly postUnknown: string;
  /** A window that a button opens came too late, or not at all. */
  readonly windowFailed: string;
  /** Labels of a window's buttons; Slack takes 24 characters. */
  readonly window: Readonly<Record<"send" | "cancel", string>>;
}

/** English sentences. */
const en: ActionMessages = {
  onMessage: { check: "Check this quote" },
  messageWithoutText: (command) =>
    `There is no text in this message. Words in a picture or a file cannot be read: type them behind /korea ${command}.`,
  posting: "Posting it for everybody…",
  posted: "Posted for everybody here.",
  mayNotPost:
    "You may not post for everybody here, so only you see this. Share it in a channel where you may.",
  postRefused:
    "This could not be posted here: the channel is archived, or not everybody may post in it. Share it in another channel, or ask whoever manages this one.",
  postLater: "This could not be posted just now. Wait a minute and share it again.",
  postUnknown: "Whether this was posted is not known. Look in the channel before you share it again.",
  windowFailed: "The window could not be opened in time. Press the button again.",
  window: { send: "Send", cancel: "Cancel" },
};

/** Korean sentences. */
const ko: ActionMessages = {
  onMessage: { check: "인용문 확인" },
  messageWithoutText: (command) =>
    `이 메시지에는 글이 없습니다. 그림이나 파일 속의 글은 읽지 못하니 /korea ${command} 뒤에 직접 적어 주세요.`,
  posting: "모두에게 게시하는 중입니다…",
  posted: "모두에게 게시했습니다.",
  mayNotPost:
    "이곳에 글을 올릴 권한이 없어 본인에게만 보입니다. 글을 올릴 수 있는 채널에서 다시 공유해 주세요.",
  postRefused:
    "이곳에는 게시하지 못했습니다. 보관된 채널이거나 게시 권한이 제한된 채널입니다. 다른 채널에서 공유하거나 채널 관리자에게 문의해 주세요.",
  postLater: "지금은 게시하지 못했습니다. 잠시 후 다시 공유해 주세요.",
  postUnknown: "게시되었는지 확인하지 못했습니다. 다시 공유하기 전에 채널을 확인해 주세요.",
  windowFailed: "제때 창을 열지 못했습니다. 버튼을 다시 눌러 주세요.",
  window: { send: "보내기", cancel: "취소" },
};

const ALL: Readonly<Record<Messages["language"], ActionMessages>> = { en, ko };

/** These sentences in the language of the others. */
export function actionMessages({ language }: Pick<Messages, "language">): ActionMessages {
  return ALL[language];
}

/** Label of a command that is offered on messages: its name where the table has none. */
export function labelOnMessage(command: string, m: Pick<Messages, "language">): string {
  return actionMessages(m).onMessage[command] ?? command;
}
