import { describe, expect, it } from "vitest";
import { askerOf, fromBody } from "../../src/slack/asker.ts";

const tenant = (body: Parameters<typeof fromBody>[0]) => askerOf(fromBody(body), { locale: "en" }).tenant;

describe("whose question a click in Slack is", () => {
  it("is that of the team whose installation wrote the message, not of the guest who clicks", () => {
    expect(tenant({ user: { team_id: "T0GUEST" }, team: { id: "T0HOST" } })).toBe("slack:team:T0HOST");
  });

  it("is that of the person's team where the body names no other", () => {
    expect(tenant({ user: { team_id: "T0GUEST" }, team: null })).toBe("slack:team:T0GUEST");
    expect(tenant({ user: {}, team: null })).toBe("slack:team:unknown");
  });

  it("is that of the organisation where it installed the app whole", () => {
    const enterprise = { id: "E0ORG" };
    const body = { user: { team_id: "T0GUEST" }, team: { id: "T0HOST" }, enterprise };
    expect(tenant({ ...body, is_enterprise_install: true })).toBe("slack:enterprise:E0ORG");
    expect(tenant({ ...body, is_enterprise_install: false })).toBe("slack:team:T0HOST");
  });
});
