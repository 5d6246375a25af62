import type { Field } from "../../core/revisions/metadata.ts";

/** Versions of a document, and what was changed between them. */
export interface RevisionsMessages {
  readonly optionChanges: string;

  // Below a text
  /** `days` newest first, some of them; `more` revisions were before those. */
  revisedOn(days: readonly string[], more: number, versions: number): string;
  /** `numbers` of the versions with the words that are shown, of which the first came on `day`. */
  older(numbers: readonly number[], versions: number, day: string): string;
  olderWithdrawn(numbers: readonly number[], versions: number, day: string): string;
  readonly whatChanged: string;
  readonly newestVersion: string;

  // What was changed
  heading(version: number, versions: number, when: string): string;
  version(number: number): string;
  readVersion(number: number): string;
  cameBack(version: number): string;
  readonly sameWords: string;
  readonly spacesOnly: string;
  readonly spacesOnlyHere: string;
  readonly changed: string;
  readonly removed: string;
  readonly added: string;
  readonly moved: string;
  readonly fields: Readonly<Record<Field, string>>;
  /** Values come in their marks; `null` is what was or is not known. */
  fieldChanged(field: string, was: string | null, now: string | null): string;
  readonly tooMany: string;
  readonly never: string;
  readonly noSuchPage: string;
  readonly removedWords: string;
  readonly insertedWords: string;
  readonly whenSeen: string;
}

function listed(items: readonly (string | number)[], language: string): string {
  return new Intl.ListFormat(language).format(items.map(String));
}

/** English sentences. */
export const en: RevisionsMessages = {
  optionChanges: "Show what was changed in each version",

  revisedOn: (days, more, versions) => {
    const before = more === 0 ? [] : [more === 1 ? "once before" : `${more} times before`];
    return `Revised on ${listed([...days, ...before], "en-GB")} (${versions} versions).`;
  },
  older: (numbers, versions, day) =>
    `This is ${versionsOf(numbers, versions)}, first seen on ${day}: the document has other words now.`,
  olderWithdrawn: (numbers, versions, day) =>
    `This is ${versionsOf(numbers, versions)}, first seen on ${day}: the document itself is no longer here.`,
  whatChanged: "What changed",
  newestVersion: "Newest version",

  heading: (version, versions, when) => `Version ${version} of ${versions}, ${when}`,
  version: (number) => `version ${number}`,
  readVersion: (number) => `Read version ${number}`,
  cameBack: (version) => `These are the words of version ${version} again.`,
  sameWords: "The words stayed the same.",
  spacesOnly: "Only spaces or line ends were changed.",
  spacesOnlyHere: "Only spaces or line ends were changed in:",
  changed: "Changed:",
  removed: "Removed:",
  added: "Added:",
  moved: "Moved, word for word:",
  fields: { title: "title", author: "author", outlet: "outlet", date: "date", kind: "kind", url: "address" },
  fieldChanged: (field, was, now) => `${field}: was ${was ?? "not known"}, now ${now ?? "not known"}`,
  tooMany: "More was changed than can be shown side by side. Read both:",
  never: "No other version of this text is kept: it was not revised since it came here.",
  noSuchPage: "There are no more changes.",
  removedWords: "words removed",
  insertedWords: "words put in",
  whenSeen: "times are when the new words were first seen here",
};

function versionsOf(numbers: readonly number[], versions: number): string {
  return `version${numbers.length === 1 ? "" : "s"} ${listed(numbers, "en-GB")} of ${versions}`;
}

/** Korean sentences. */
export const ko: RevisionsMessages = {
  optionChanges: "버전마다 바뀐 내용 보기",

  revisedOn: (days, more, versions) =>
    `수정: ${days.join(", ")}${more === 0 ? "" : ` 외 ${more}회`} (버전 ${versions}개)`,
  older: (numbers, versions, day) =>
    `${koVersions(numbers, versions)}입니다(${day} 처음 확인). 지금은 문서의 내용이 다릅니다.`,
  olderWithdrawn: (numbers, versions, day) =>
    `${koVersions(numbers, versions)}입니다(${day} 처음 확인). 문서 자체는 더 이상 수록되어 있지 않습니다.`,
  whatChanged: "바뀐 내용",
  newestVersion: "최신 버전",

  heading: (version, versions, when) => `버전 ${versions}개 중 ${version}번째, ${when}`,
  version: (number) => `버전 ${number}`,
  readVersion: (number) => `버전 ${number} 읽기`,
  cameBack: (version) => `버전 ${version}의 내용으로 되돌아갔습니다.`,
  sameWords: "본문은 바뀌지 않았습니다.",
  spacesOnly: "빈칸이나 줄바꿈만 바뀌었습니다.",
  spacesOnlyHere: "빈칸이나 줄바꿈만 바뀐 단락:",
  changed: "바뀜:",
  removed: "삭제됨:",
  added: "추가됨:",
  moved: "내용은 그대로, 위치만 바뀜:",
  fields: { title: "제목", author: "필자", outlet: "매체", date: "날짜", kind: "종류", url: "주소" },
  fieldChanged: (field, was, now) => `${field}: 이전 ${was ?? "미상"}, 현재 ${now ?? "미상"}`,
  tooMany: "바뀐 곳이 너무 많아 나란히 보여 드릴 수 없습니다. 두 버전을 각각 읽어 보세요:",
  never: "이 글은 버전이 하나뿐입니다. 들어온 뒤로 수정되지 않았습니다.",
  noSuchPage: "바뀐 내용이 더 없습니다.",
  removedWords: "삭제된 말",
  insertedWords: "추가된 말",
  whenSeen: "시각은 새 내용이 여기서 처음 확인된 때입니다",
};

function koVersions(numbers: readonly number[], versions: number): string {
  return `버전 ${versions}개 중 ${numbers.map((number) => `${number}번째`).join(", ")}`;
}
