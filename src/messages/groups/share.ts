/** Posting an excerpt for everybody. */
export interface ShareMessages {
  readonly description: string;
  sharedBy(name: string): string;
  readonly sharedFromDesk: string;
  readonly notAllowed: string;
  readonly wholeDocument: string;
  readonly notOneParagraph: string;
  readonly tooLong: string;
}

/** English sentences. */
export const en: ShareMessages = {
  description: "Post an excerpt for everybody here",
  sharedBy: (name) => `Shared by ${name}`,
  sharedFromDesk: "Shared from Korea Desk",
  notAllowed: "You may not post here, so nothing was shared. Share it where you may write.",
  wholeDocument:
    "This is the id of a whole document, and only an excerpt can be shared. Search for it and press Share beside the excerpt.",
  notOneParagraph:
    "These words do not lie inside one paragraph, so they cannot be quoted as one. Search for them and press Share beside an excerpt.",
  tooLong:
    "This excerpt is too long for one message, and excerpts are never cut. Search for the words that matter and share those.",
};

/** Korean sentences. */
export const ko: ShareMessages = {
  description: "인용문을 모두에게 게시합니다",
  sharedBy: (name) => `${name} 님이 공유함`,
  sharedFromDesk: "코리아 데스크에서 공유함",
  notAllowed: "이곳에 글을 쓸 권한이 없어 공유하지 않았습니다. 글을 쓸 수 있는 곳에서 공유해 주세요.",
  wholeDocument:
    "문서 전체의 ID입니다. 인용문만 공유할 수 있습니다. 검색한 뒤 인용문 옆의 ‘공유’를 눌러 주세요.",
  notOneParagraph:
    "한 단락 안에 있는 문장이 아니어서 하나의 인용문으로 공유할 수 없습니다. 검색한 뒤 인용문 옆의 ‘공유’를 눌러 주세요.",
  tooLong:
    "메시지 하나에 담기에 너무 긴 인용문이며, 인용문은 줄이지 않습니다. 필요한 부분을 검색해 공유해 주세요.",
};
