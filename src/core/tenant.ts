/**
 * Whose data a row is: a Discord server or user, a Slack workspace or organisation, or the console of this machine.
 * Every row and every query of the store carries one; tenants never see each other.
 */
export type Tenant =
  | `discord:guild:${string}`
  | `discord:user:${string}`
  | `slack:team:${string}`
  | `slack:enterprise:${string}`
  | "console";
