/** What a click does with the message it was made on. */
export type Place = "new" | "update";

/** Ids of components must differ within a message; the same action may stand in it twice. */
export function customId(place: Place, key: string, index: number): string {
  return `${place}:${key}:${index}`;
}

/** The parts of an id that {@link customId} made; `null` for any other. */
export function parseCustomId(id: string): { place: Place; key: string } | null {
  const match = /^(new|update):([\w-]{1,64}):\d{1,3}$/u.exec(id);
  return match === null ? null : { place: match[1] as Place, key: match[2]! };
}
