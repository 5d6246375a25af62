import { ALL_MESSAGES } from "../../messages/index.ts";
import { stemOf, wordsOf } from "../search/words.ts";

/** What an event can be about, from the controlled list of the reference base (`corpus/reference/events.yaml`). */
export const TOPICS = [
  "summit",
  "sanctions",
  "nuclear-test",
  "missile-test",
  "denuclearization",
  "inter-korean",
  "us-dprk",
  "china-dprk",
  "russia-dprk",
  "japan-dprk",
  "rok-us",
  "humanitarian",
  "abductions",
  "armistice",
  "leadership",
  "economy",
  "military",
  "human-rights",
  "un",
] as const;
export type Topic = (typeof TOPICS)[number];

/** UTF-16 units of the text of a topic that are read. */
const TYPED_MAX = 80;

/** The topic that a text names by its key or its label in any language, singular or plural; `null` where it names none. */
export function topicNamed(typed: string): Topic | null {
  if (typed.length > TYPED_MAX) return null;
  const key = keyOf(typed);
  const names = (topic: Topic) => [topic, ...ALL_MESSAGES.map((m) => m.timeline.topics[topic])];
  return TOPICS.find((topic) => names(topic).some((name) => key !== "" && keyOf(name) === key)) ?? null;
}

function keyOf(text: string): string {
  return wordsOf(text)
    .map(({ folded }) => stemOf(folded))
    .join(" ");
}
