import { describe, expect, it } from "vitest";
import { OutletBook, foldOutletName } from "../../src/core/outlet.ts";
import { OUTLETS, outletOf } from "./samples.ts";

describe("OutletBook", () => {
  it.each([
    ["dong-a-ilbo", "dong-a-ilbo"],
    ["The Dong-A Ilbo", "dong-a-ilbo"],
    ["dong-a ilbo", "dong-a-ilbo"],
    ["THE  DONGA", "dong-a-ilbo"],
    ["동아일보", "dong-a-ilbo"],
    ["Ｘｉｎｈｕａ", "xinhua"],
    ["新华社", "xinhua"],
  ])("knows %s as %s", (name, id) => expect(OUTLETS.named(name)?.id).toBe(id));

  it.each(["", "the", "Dong", "constructor"])("knows nobody as %j", (name) =>
    expect(OUTLETS.named(name)).toBeNull(),
  );

  it.each([
    ["donga.com", "dong-a-ilbo"],
    ["www.donga.com", "dong-a-ilbo"],
    ["english.NEWS.cn", "xinhua"],
  ])("finds who publishes at %s", (host, id) => expect(OUTLETS.atHost(host)?.id).toBe(id));

  it.each(["notdonga.com", "donga.com.example", "com", ""])("finds nobody at %j", (host) =>
    expect(OUTLETS.atHost(host)).toBeNull(),
  );

  it("gives a name that two share to the first", () => {
    const book = new OutletBook([
      outletOf({ id: "a", name: "First", aliases: ["Daily"] }),
      outletOf({ id: "b", name: "Daily" }),
    ]);
    expect(book.named("daily")?.id).toBe("a");
    expect(book.named("b")?.name).toBe("Daily");
  });
});

describe("foldOutletName", () => {
  it("sets case, width and a leading The aside", () => {
    expect(foldOutletName(" The Hankyoreh ")).toBe("the hankyoreh");
    expect(foldOutletName("The Hankyoreh ")).toBe("hankyoreh");
    expect(foldOutletName("ＫＢＳ")).toBe("kbs");
    expect(foldOutletName("Theatre")).toBe("theatre");
  });
});
