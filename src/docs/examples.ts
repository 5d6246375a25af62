/** A line to type for each command, answered in `docs/commands.md` from the built-in documents. */
export const EXAMPLES: Readonly<Record<string, string>> = {
  search: "/korea search new path Kim Jong Un",
  compare: "/korea compare denuclearization",
  check: '/korea check lasting sanctions could push North Korea onto a "new way"',
  about: "/korea about Kim Yo Jong",
  timeline: "/korea timeline Kim Yo Jong from:2018 to:2019",
  today: "/korea today",
  read: "/korea read briefing/hanoi-2019",
  cite: "/korea cite briefing/hanoi-2019 style:apa",
  sources: "/korea sources",
  subscribe: "/korea subscribe denuclearization at:9am days:weekdays timezone:Seoul",
  subscriptions: "/korea subscriptions",
  help: "/korea help",
};
