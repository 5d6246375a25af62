import { describe, expect, test } from "vitest";
import type { Language, Stage } from "./stage.ts";
import { WORDS } from "./subscription-words.ts";

const QUERY = "Beijing meeting";
const MATCHING = "The Beijing meeting had two rounds.";
const OTHER = "The harvest was good.";
const WISH = { at: "09:00", timezone: "Seoul", query: QUERY };

/** What comes in before the first digest: something that matches, and something that does not. */
async function news({ room }: Pick<Stage<unknown>, "room">): Promise<void> {
  await room.publish("rounds", MATCHING);
  await room.publish("harvest", OTHER);
}

/** The ways of a subscription, the same on each platform; `platform` chooses its sentences. */
export function subscribing<M>(platform: "discord" | "slack", enter: () => Promise<Stage<M>>): void {
  describe.each<Language>(["en", "ko"])("a subscription, in %s,", (language) => {
    const words = WORDS[language];
    const mayNot = [words.mayNot[platform]];
    const manager = { manages: true, language };
    const member = { manages: false, language };

    test("is made, previewed, delivered once, paused, edited in a window and removed when asked twice", async () => {
      const stage = await enter();
      const { room } = stage;
      await news(stage);
      const made = await stage.ask("subscribe", WISH, manager);
      expect(made.lines.slice(0, 2)).toEqual([words.subscribed, words.subject]);
      expect(made.lines).toContain(words.first);

      const preview = await stage.press(made, words.preview, manager);
      expect(preview.lines.slice(0, 3)).toEqual([words.digest, words.previewed, words.matches]);
      expect(preview.lines).toContain(MATCHING);
      expect(stage.posts()).toEqual([]);

      room.at(1, "08:59");
      await room.deliver();
      expect(stage.posts()).toEqual([]);
      room.at(1, "09:05");
      await room.deliver();
      await room.deliver();
      const [digest, ...more] = stage.posts();
      expect(more).toEqual([]);
      expect(digest!.lines.slice(0, 2)).toEqual([words.digest, words.matches]);
      expect(digest!.lines).toContain(MATCHING);
      expect(digest!.lines).not.toContain(OTHER);

      const list = await stage.press(made, words.all, manager);
      expect(list.lines).toContain(words.last);
      const paused = await stage.press(list, words.pause, manager);
      expect(paused.lines[0]).toBe(words.paused);
      room.at(2, "09:05");
      await room.publish("more", "The Beijing meeting went on.");
      await room.deliver();
      expect(stage.posts()).toHaveLength(1);

      const edited = await stage.fill(paused, words.edit, { at: "10:00", query: "" }, manager);
      const { days, no } = words;
      expect(edited.fields).toEqual({ at: "09:00", timezone: "Asia/Seoul", days, query: QUERY, quiet: no });
      expect(edited.said.lines.slice(0, 2)).toEqual([words.changed, words.everything]);

      const changed = await stage.press(edited.said, words.all, manager);
      const resumed = await stage.press(changed, words.resume, manager);
      expect(resumed.lines[0]).toBe(words.resumed);
      room.at(3, "09:30");
      await room.deliver();
      expect(stage.posts()).toHaveLength(1);
      room.at(3, "10:05");
      await room.deliver();
      expect(stage.posts().map(({ lines }) => lines[0])).toEqual([words.digest, words.third]);

      const again = await stage.ask("subscriptions", {}, manager);
      const asked = await stage.press(again, words.remove, manager);
      expect(asked.lines).toContain(words.askRemove);
      // On the second day it went on before ten, and nobody delivered until the third.
      expect((await room.deliveries(stage.tenant)).map(({ state }) => state)).toEqual([
        "sent",
        "skipped",
        "sent",
      ]);
      const removed = await stage.press(asked, words.yesRemove, manager);
      expect(removed.lines.slice(0, 2)).toEqual([words.removed, words.empty]);
      room.at(4, "10:05");
      await room.deliver();
      expect(stage.posts()).toHaveLength(2);
      expect(room.mistakes).toEqual([]);
    });

    test("is not made or changed by whoever may not manage, also not with buttons from before", async () => {
      const stage = await enter();
      expect((await stage.ask("subscribe", WISH, member)).lines).toEqual(mayNot);
      const none = await stage.ask("subscriptions", {}, member);
      expect(none.lines[0]).toBe(words.empty);
      await stage.ask("subscribe", WISH, manager);
      const seen = await stage.ask("subscriptions", {}, member);
      expect(seen.lines.join("\n")).toContain(words.subject);
      expect(seen.labels).toEqual([]);
      for (const label of [words.pause, words.edit]) {
        const list = await stage.ask("subscriptions", {}, manager);
        expect((await stage.press(list, label, member)).lines).toEqual(mayNot);
      }
      const list = await stage.ask("subscriptions", {}, manager);
      const asked = await stage.press(list, words.remove, manager);
      expect((await stage.press(asked, words.yesRemove, member)).lines).toEqual(mayNot);
      await news(stage);
      stage.room.at(1, "09:05");
      await stage.room.deliver();
      expect(stage.posts()).toHaveLength(1);
    });

    test("with a mistake in the window is not changed, and the window opens again with what was typed", async () => {
      const stage = await enter();
      await stage.ask("subscribe", WISH, manager);
      const list = await stage.ask("subscriptions", {}, manager);
      const typed = { at: "25:00", timezone: "Busan", query: "Kim" };
      const mistaken = await stage.fill(list, words.edit, typed, manager);
      expect(mistaken.said.lines).toHaveLength(1);
      expect(mistaken.said.lines[0]).toContain("25:00");
      const again = await stage.fill(mistaken.said, words.again, { at: "10:00", timezone: "Seoul" }, manager);
      expect(again.fields).toMatchObject(typed);
      expect(again.said.lines[0]).toBe(words.changed);
      expect(again.said.lines.join("\n")).toContain("Kim");
    });

    test("is one of several in a channel: each comes, and all are removed when asked twice", async () => {
      const stage = await enter();
      const { room } = stage;
      await news(stage);
      await stage.ask("subscribe", WISH, manager);
      await stage.ask("subscribe", { ...WISH, query: "harvest" }, manager);
      room.at(1, "09:05");
      await room.deliver();
      const posts = stage.posts();
      expect(posts.map(({ lines }) => lines[0])).toEqual([words.digest, words.digest]);
      const quoted = [MATCHING, OTHER].map(
        (line) => posts.filter(({ lines }) => lines.includes(line)).length,
      );
      expect(quoted).toEqual([1, 1]);
      const list = await stage.ask("subscriptions", {}, manager);
      const asked = await stage.press(list, words.removeAll, manager);
      expect(asked.lines).toEqual([words.askRemoveAll]);
      const removed = await stage.press(asked, words.yesRemoveAll, manager);
      expect(removed.lines.slice(0, 2)).toEqual([words.wereRemoved, words.empty]);
      room.at(2, "09:05");
      await room.deliver();
      expect(stage.posts()).toHaveLength(2);
    });

    test("cannot be reached from another server or workspace", async () => {
      const stage = await enter();
      await stage.ask("subscribe", WISH, manager);
      const list = await stage.ask("subscriptions", {}, manager);
      expect((await stage.pressElsewhere(list, words.pause, manager)).lines).toEqual([words.expired]);
      const after = await stage.ask("subscriptions", {}, manager);
      expect(after.labels).toContain(words.pause);
    });

    test("of a channel in which the bot may not post is told so at once, and goes on when it may", async () => {
      const stage = await enter();
      const { room } = stage;
      stage.letIn(false);
      const made = await stage.ask("subscribe", WISH, manager);
      expect(made.lines[0]).toBe(words.subscribed);
      expect(made.lines).toContain(words.trouble[platform]);
      await news(stage);
      room.at(1, "09:05");
      await room.deliver();
      expect(stage.posts()).toEqual([]);
      const list = await stage.ask("subscriptions", {}, manager);
      expect(list.lines).toContain(words.pausedForbidden[platform]);
      stage.letIn(true);
      await stage.press(list, words.resume, manager);
      room.at(2, "09:05");
      await room.publish("more", MATCHING);
      await room.deliver();
      expect(stage.posts()).toHaveLength(1);
      const again = await stage.ask("subscribe", WISH, manager);
      expect(again.lines).not.toContain(words.trouble[platform]);
    });

    test("goes on with one click, together with all others, where the bot was removed and is back", async () => {
      const stage = await enter();
      const { room } = stage;
      await news(stage);
      await stage.ask("subscribe", WISH, manager);
      await stage.ask("subscribe", { ...WISH, query: "harvest" }, manager);
      await stage.leave();
      room.at(1, "09:05");
      await room.deliver();
      await stage.comeBack();
      await room.deliver();
      expect(stage.posts()).toEqual([]);
      const seen = await stage.ask("subscriptions", {}, member);
      expect(seen.labels).toEqual([]);
      expect(seen.lines.join("\n")).toContain(words.pausedRemoved[platform]);
      const list = await stage.ask("subscriptions", {}, manager);
      expect(list.lines[0]).toBe(words.pausedByRemoval);
      expect((await stage.press(list, words.resumeRemoved, member)).lines).toEqual(mayNot);
      const again = await stage.ask("subscriptions", {}, manager);
      const resumed = await stage.press(again, words.resumeRemoved, manager);
      expect(resumed.lines[0]).toBe(words.wereResumed);
      expect(resumed.labels).not.toContain(words.resumeRemoved);
      await room.deliver();
      expect(stage.posts()).toEqual([]);
      room.at(2, "09:05");
      await room.deliver();
      expect(stage.posts()).toHaveLength(2);
      expect(room.mistakes).toEqual([]);
    });

    test("to a search is one click away for whoever may manage", async () => {
      const stage = await enter();
      const found = await stage.ask("search", { query: "Beijing talks" }, manager);
      expect(found.labels).toContain(words.toSearch);
      const others = await stage.ask("search", { query: "Beijing talks" }, member);
      expect(others.labels).not.toContain(words.toSearch);
      expect((await stage.press(found, words.toSearch, member)).lines).toEqual(mayNot);
      const made = await stage.press(found, words.toSearch, manager);
      expect(made.lines.slice(0, 2)).toEqual([
        words.subscribed,
        words.subject.replace("Beijing meeting", "Beijing talks"),
      ]);
    });
  });
}
