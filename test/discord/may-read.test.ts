import { PermissionFlagsBits as Can, OverwriteType, type APIRole } from "discord.js";
import { describe, expect, it } from "vitest";
import { permissionsIn } from "../../src/discord/may-read.ts";

const role = (id: string, permissions: bigint) => ({ id, permissions: String(permissions) }) as APIRole;
const overwrite = (id: string, allow: bigint, deny: bigint) => ({
  id,
  type: OverwriteType.Role,
  allow: String(allow),
  deny: String(deny),
});
const READ = Can.ReadMessageHistory;
const guild = {
  id: "everyone",
  owner_id: "owner",
  roles: [role("everyone", READ), role("a", 0n), role("b", 0n)],
};
const me = { me: "bot", roles: ["a", "b"] };
const mayRead = (...given: Parameters<typeof permissionsIn>) => (permissionsIn(...given) & READ) !== 0n;

describe("what the bot may do in a channel", () => {
  it("is what everybody and its roles may do", () => {
    expect(mayRead(guild, me, [])).toBe(true);
    const strict = { ...guild, roles: [role("everyone", 0n), role("a", READ), role("c", READ)] };
    expect(mayRead(strict, me, [])).toBe(true);
    expect(mayRead(strict, { me: "bot", roles: [] }, [])).toBe(false);
  });

  it("is changed for everybody, then for its roles, then for itself; among roles what one allows counts", () => {
    const everyone = overwrite("everyone", 0n, READ);
    expect(mayRead(guild, me, [everyone])).toBe(false);
    expect(mayRead(guild, me, [overwrite("a", READ, 0n), everyone])).toBe(true);
    const roles = [overwrite("b", READ, 0n), overwrite("a", 0n, READ)];
    expect(mayRead(guild, me, roles)).toBe(true);
    expect(mayRead(guild, me, [overwrite("bot", 0n, READ), ...roles])).toBe(false);
    expect(mayRead(guild, me, [everyone, overwrite("bot", READ, 0n)])).toBe(true);
    expect(mayRead(guild, me, [overwrite("stranger", 0n, READ)])).toBe(true);
  });

  it("is everything for an administrator and the owner", () => {
    const deny = [overwrite("bot", 0n, READ), overwrite("everyone", 0n, READ)];
    const led = { ...guild, roles: [role("everyone", 0n), role("a", Can.Administrator)] };
    expect(mayRead(led, me, deny)).toBe(true);
    expect(mayRead(guild, { me: "owner", roles: [] }, deny)).toBe(true);
  });
});
