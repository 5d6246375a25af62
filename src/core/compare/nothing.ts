import { clip, echo } from "../budget.ts";
import type { Context } from "../command.ts";
import { note, reply, type Action, type Reply } from "../reply.ts";
import { describeFilters } from "../search/read-filters.ts";
import { withoutFields } from "../search/read-query.ts";
import { compareSides, hasSomething, type Comparison } from "./compare.ts";

const NOTE_MAX = 240;

/** The answer where no side says anything on a topic: what was searched, and what to try. */
export function nothingOn(comparison: Comparison, ctx: Context): Reply {
  const { request, filters, total, searchedAlso } = comparison;
  const { library, m } = ctx;
  const described = describeFilters(filters, library, m);
  return reply(
    [
      note(
        m.compare.nothing(
          echo(request.topic),
          library.size,
          positionsIn(ctx),
          described === null ? null : clip(described, NOTE_MAX),
        ),
      ),
      note(m.compare.advice),
      ...(searchedAlso.length === 0 ? [] : [note(clip(m.searchedAlso(searchedAlso), 2 * NOTE_MAX))]),
    ],
    [
      ...(described === null ? [] : withoutFilters(comparison, ctx)),
      ...(total === 0 ? [] : [searchInstead(comparison, ctx)]),
    ],
  );
}

/** The same topic without fields and dates, where that finds anybody. */
function withoutFilters({ request: { topic, by } }: Comparison, { library, m }: Context): Action[] {
  const values = { topic: withoutFields(topic), by };
  if (values.topic === "" || !compareSides(values, library).sides.some(hasSomething)) return [];
  return [{ label: m.compare.withoutFilters, command: "compare", values, replaces: true }];
}

/** Our own briefings tell of what no side is quoted with. */
function searchInstead({ request: { topic, from, to } }: Comparison, { m }: Context): Action {
  return {
    label: m.compare.searchInstead,
    command: "search",
    values: {
      query: topic,
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    },
  };
}

function positionsIn({ library }: Context): number {
  return library.reference.positions.filter(({ id }) => library.get(`position/${id}`) !== null).length;
}
