import { expect, test } from "vitest";
import { en as listEn, ko as listKo } from "../../src/messages/groups/subscription-list.ts";
import { en as outcomesEn, ko as outcomesKo } from "../../src/messages/groups/subscription-outcomes.ts";
import { en as pausedEn, ko as pausedKo } from "../../src/messages/groups/subscription-paused.ts";
import { en, ko } from "../../src/messages/groups/subscriptions.ts";
import type { Tenant } from "../../src/core/tenant.ts";
import { TYPED, expectSameGroups } from "./sentences-of.ts";

const MEANT = "⟦meant⟧";
const PART = "⟦part⟧";
const TENANTS: [Tenant][] = [["slack:team:T"], ["discord:guild:G"], ["discord:user:U"], ["console"]];

/** Sentences without those that put things together and have no words of their own. */
function without<G extends object, K extends keyof G>(group: G, ...names: K[]): Omit<G, K> {
  const kept = Object.entries(group).filter(([name]) => !names.includes(name as K));
  return Object.fromEntries(kept) as Omit<G, K>;
}

test("subscribing says the same in both languages", () => {
  const english = without(en, "line", "schedule", "instant");
  const korean = without(ko, "line", "schedule", "instant");
  expectSameGroups(english, korean, {
    mayNot: TENANTS,
    noChannel: TENANTS,
    emptyOption: [[TYPED, MEANT]],
    queryTooLong: [[501, 500]],
    onlyThePast: [[TYPED]],
    fullChannel: [[77]],
    fullTenant: [[77]],
    matching: [[TYPED]],
    zoneUnsaid: [[TYPED]],
    otherQuiet: [[true], [false]],
    previewSilence: [[TYPED]],
    previewNoMatch: [[77]],
  });
  for (const m of [en, ko]) {
    expect(m.line(TYPED, MEANT)).toBe(`${TYPED}: ${MEANT}`);
    for (const words of [m.schedule(TYPED, MEANT, PART), m.instant(TYPED, MEANT, PART)])
      for (const part of [TYPED, MEANT, PART]) expect(words).toContain(part);
  }
});

test("the list says the same in both languages", () => {
  const english = without(listEn, "numbered");
  const korean = without(listKo, "numbered");
  for (const m of [listEn, listKo])
    for (const part of [TYPED, "77"]) expect(m.numbered(TYPED, 77)).toContain(part);
  expectSameGroups(english, korean, {
    allNeedsManage: TENANTS,
    heading: [[77]],
    headingAll: [[77]],
    shown: [
      [11, 15, 44],
      [44, 44, 44],
    ],
    noSuchPage: [
      [9, 1],
      [77, 11],
    ],
    madeBy: [[TYPED, MEANT]],
    madeBySomebody: [[TYPED]],
    wereRemoved: [[1], [77]],
    pausedByRemoval: [[1], [77]],
    wereResumed: [[1], [77]],
    askRemoveAll: [[77]],
    yesRemoveAll: [[77]],
  });
});

test("pauses say the same in both languages", () => {
  expectSameGroups(pausedEn, pausedKo, {
    removed: TENANTS,
    gone: TENANTS,
    forbidden: TENANTS,
    askToResume: TENANTS,
  });
});

test("outcomes say the same in both languages", () => {
  const english = without(outcomesEn, "on");
  const korean = without(outcomesKo, "on");
  for (const m of [outcomesEn, outcomesKo])
    for (const part of [TYPED, MEANT]) expect(m.on(TYPED, MEANT)).toContain(part);
  expectSameGroups(english, korean, {
    arrivedWith: [[11, 77]],
    arrivedNoMatch: [[77]],
    noMatch: [[77]],
    missedMore: [[77]],
  });
});
