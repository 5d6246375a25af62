import { describe, expect, it } from "vitest";
import { askerOf, fromBody, type Home, type OriginInBody } from "../../src/slack/asker.ts";
import type { Standing } from "../../src/slack/people.ts";

const HOME: Home = { tenant: "slack:team:T0HOST", subscribers: new Set(["U0LISTED"]) };
const ASKER = { id: "U0ASKER", team_id: "T0HOST" };
const CHANNEL = { id: "C0CHANNEL", name: "channel" };
const ADMIN: Standing = { teams: ["T0HOST"], admin: true, enterpriseAdmin: false };

/** Who asks with a click in the host's channel. */
function asker(body: Partial<OriginInBody>, standing?: Standing, home: Partial<Home> = {}) {
  const whole: OriginInBody = { user: ASKER, team: { id: "T0HOST" }, channel: CHANNEL, ...body };
  const person = { locale: "en", ...(standing === undefined ? {} : { standing }) };
  return askerOf(fromBody(whole), person, { ...HOME, ...home });
}

describe("whose question a click in Slack is", () => {
  const tenant = (body: Partial<OriginInBody>) => asker(body).tenant;

  it("is that of the team whose installation wrote the message, not of the guest who clicks", () => {
    expect(tenant({ user: { id: "U0GUEST", team_id: "T0GUEST" } })).toBe("slack:team:T0HOST");
  });

  it("is that of the person's team where the body names no other", () => {
    expect(tenant({ user: { id: "U0GUEST", team_id: "T0GUEST" }, team: null })).toBe("slack:team:T0GUEST");
    expect(tenant({ user: { id: "U0GUEST" }, team: null })).toBe("slack:team:unknown");
  });

  it("is that of the organisation where it installed the app whole", () => {
    const enterprise = { id: "E0ORG" };
    expect(tenant({ enterprise, is_enterprise_install: true })).toBe("slack:enterprise:E0ORG");
    expect(tenant({ enterprise, is_enterprise_install: false })).toBe("slack:team:T0HOST");
  });
});

describe("the channel of a click in Slack", () => {
  it.each([
    ["a public or private channel", { id: "C0CHANNEL", name: "channel" }, "C0CHANNEL"],
    ["a private channel that the bot does not see", { id: "C0SECRET", name: "privategroup" }, "C0SECRET"],
    ["an older private channel", { id: "G0OLDER" }, "G0OLDER"],
    ["a direct message", { id: "D0DIRECT", name: "directmessage" }, undefined],
    ["a group's direct message", { id: "C0GROUP", name: "mpdm-ann--ben--cho-1" }, undefined],
    ["an older group's direct message", { id: "G0GROUP", name: "mpdm-ann--ben--cho-1" }, undefined],
    ["an id of another kind", { id: "C0/../x" }, undefined],
  ])("is there in %s or not", (_, channel, id) => {
    expect(asker({ channel }).channel).toBe(id);
  });

  it("is none outside the workspace that the bot's token belongs to", () => {
    expect(asker({ team: { id: "T0OTHER" } }).channel).toBeUndefined();
    expect(asker({}, ADMIN, { tenant: null }).channel).toBeUndefined();
  });
});

describe("who may manage in Slack", () => {
  it.each<[string, Partial<OriginInBody>, Standing | undefined, boolean]>([
    ["an admin", {}, ADMIN, true],
    ["a member", {}, { ...ADMIN, admin: false }, false],
    ["who was listed", { user: { ...ASKER, id: "U0LISTED" } }, { ...ADMIN, admin: false }, true],
    ["who was listed, while Slack does not tell", { user: { ...ASKER, id: "U0LISTED" } }, undefined, true],
    ["anybody else, while Slack does not tell", {}, undefined, false],
    ["an admin of another team", {}, { ...ADMIN, teams: ["T0GUEST"] }, false],
    [
      "who was listed, and is of another team",
      { user: { id: "U0LISTED", team_id: "T0GUEST" } },
      { ...ADMIN, teams: ["T0GUEST"] },
      false,
    ],
    [
      "who was listed, and is of another team, while Slack does not tell",
      { user: { id: "U0LISTED", team_id: "T0GUEST" } },
      undefined,
      false,
    ],
    [
      "an admin of another team in their own name",
      { team: { id: "T0GUEST" } },
      { ...ADMIN, teams: ["T0GUEST"] },
      false,
    ],
    ["an admin of an organisation's workspace", {}, { ...ADMIN, teams: ["E0ORG", "T0HOST"] }, true],
  ])("%s", (_, body, standing, may) => {
    expect(asker(body, standing).mayManage).toBe(may);
  });

  it.each<[string, string, Standing | undefined, boolean]>([
    ["an admin of it", "U0ASKER", { ...ADMIN, enterprise: "E0ORG", enterpriseAdmin: true }, true],
    ["an admin of one of its workspaces", "U0ASKER", { ...ADMIN, enterprise: "E0ORG" }, false],
    ["who was listed", "U0LISTED", { ...ADMIN, enterprise: "E0ORG" }, true],
    ["who was listed, while Slack does not tell", "U0LISTED", undefined, false],
    ["an admin of another", "U0ASKER", { ...ADMIN, enterprise: "E0OTHER", enterpriseAdmin: true }, false],
  ])("in a whole organisation: %s", (_, id, standing, may) => {
    const body = { user: { ...ASKER, id }, enterprise: { id: "E0ORG" }, is_enterprise_install: true };
    expect(asker(body, standing, { tenant: "slack:enterprise:E0ORG" }).mayManage).toBe(may);
  });
});
