/** Cards of actors, places, terms. */
export interface AboutMessages {
  readonly description: string;
}

/** English sentences. */
export const en: AboutMessages = {
  description: "Who or what it is: names, role, positions, events",
};

/** Korean sentences. */
export const ko: AboutMessages = {
  description: "인물·장소·용어 카드: 이름, 역할, 입장, 사건",
};
