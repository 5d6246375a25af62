import { UserError } from "../errors.ts";
import { nearest } from "../nearest.ts";
import type { Options } from "../option.ts";
import { FIELD_NAMES } from "./grammar.ts";
import { QueryError } from "./read-query.ts";

/**
 * The mistake that a command with these options made of a query: where it is an unknown field, a person may as well have
 * meant an option, so these are named too. Any other error stays as it is.
 */
export function withOwnOptions(error: unknown, options: Options): unknown {
  if (!(error instanceof QueryError) || error.spot.reason !== "unknown-field") return error;
  const own = Object.entries(options).filter(([name, option]) => isOwn(name, option));
  const names = own.map(([name]) => name);
  if (names.length === 0) return error;
  const { spot } = error;
  const typed = spot.typed.toLowerCase();
  // Where options are fields of their own, they are typed into the query all the same.
  if (names.includes(typed)) return new UserError((m) => m.optionInQuery(typed));
  const called = own.find(([, { alsoCalled = [] }]) => alsoCalled.includes(typed));
  const near = called?.[0] ?? nearest(typed, [...Object.values(FIELD_NAMES).flat(), ...names]);
  return new QueryError({ ...spot, meant: near }, names);
}

function isOwn(name: string, option: Options[string]): boolean {
  const isQuery = option.type === "string" && option.grammar === true;
  return option.hidden !== true && !isQuery && !Object.hasOwn(FIELD_NAMES, name);
}
