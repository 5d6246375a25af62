import { expect, it } from "vitest";
import { eventsThatPass, widerThan, type EventFilters } from "../../../src/core/events/filter.ts";
import { dateOf } from "../samples.ts";
import { entityOf, eventOf } from "../records.ts";
import { eventLibrary } from "./base.ts";

const agreement = {
  id: "pact-1",
  title: "The Long Pact",
  date: "2018-06",
  kind: "treaty",
  parties: [],
  party_ids: [],
  event: "month",
  provisions: [],
  status: "In force",
  sources: [],
  confidence: "verified" as const,
};
const entity = (id: string, type: string, name: string, ...aliases: string[]) =>
  entityOf({ id, type, name, aliases, country: "KP" });
const library = eventLibrary({
  events: [
    eventOf({ id: "broken", date: "2018-13" }),
    eventOf({
      id: "later",
      date: "2019-02-27",
      end: "2019-02-28",
      topics: ["summit"],
      place_ids: ["hanoi"],
    }),
    eventOf({ id: "first", date: "2018-06-01", actor_ids: ["kju"], topics: ["un"] }),
    eventOf({ id: "month", date: "2018-06", summary: "김정은 wrote." }),
    eventOf({ id: "year", date: "2018", title: "Parade of Kim Jong Un", topics: ["military"] }),
    eventOf({ id: "parade", date: "2018-09-09", end: "2018-09-01" }),
  ],
  agreements: [agreement],
  entities: [
    entity("pact", "document", "Long Pact"),
    entity("parade", "programme", "September Parade"),
    entity("kju", "person", "Kim Jong Un", "김정은"),
    entity("hanoi", "place", "Hanoi"),
  ],
});
const passing = (filters: EventFilters) => eventsThatPass(filters, library).map(({ record }) => record.id);

it("events stand in time order, the less precise before the more precise, and none without a date", () => {
  expect(passing({})).toEqual(["year", "month", "first", "parade", "later"]);
});

it("an end before the beginning is none", () => {
  expect(eventsThatPass({}, library).find(({ record }) => record.id === "parade")!.end).toBeNull();
});

it("events are about whom they name in any script, who took part, where they were, and what was agreed", () => {
  expect(passing({ about: "entity/kju" })).toEqual(["year", "month", "first"]);
  expect(passing({ about: "entity/hanoi" })).toEqual(["later"]);
  expect(passing({ about: "entity/pact" })).toEqual(["month"]);
  expect(passing({ about: "agreement/pact-1" })).toEqual(["month"]);
  expect(passing({ about: "entity/parade" })).toEqual(["parade"]);
  expect(passing({ about: "entity/nobody" })).toEqual([]);
});

it("dates pass where their intervals overlap", () => {
  expect(passing({ from: dateOf("2018-06-30"), to: dateOf("2018-07") })).toEqual(["year", "month"]);
  expect(passing({ from: dateOf("2019-02-28") })).toEqual(["later"]);
  expect(passing({ to: dateOf("2018-06-01") })).toEqual(["year", "month", "first"]);
  expect(passing({ from: dateOf("2018"), to: dateOf("2018"), topic: "un" })).toEqual(["first"]);
});

it("the narrowest filter is the one that alone lets fewest through", () => {
  const wider = (filters: EventFilters) => {
    const found = widerThan(filters, library);
    return found === null ? null : [found.without, found.filters, found.total];
  };
  expect(wider({ about: "entity/kju", topic: "summit" })).toEqual([
    { topic: "summit" },
    { about: "entity/kju" },
    3,
  ]);
  expect(wider({ about: "entity/kju", from: dateOf("2031"), to: dateOf("2032") })).toEqual([
    { from: "2031", to: "2032" },
    { about: "entity/kju" },
    3,
  ]);
  expect(wider({ about: "entity/nobody", topic: "sanctions" })).toEqual([
    { about: "entity/nobody", topic: "sanctions" },
    {},
    5,
  ]);
  expect(widerThan({ topic: "un" }, eventLibrary({}))).toBeNull();
});
