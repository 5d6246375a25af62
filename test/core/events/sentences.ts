/** Names of messages with their kind, nested ones as `topics.summit: string`. */
export function shapeOf(messages: object, prefix = ""): string[] {
  return Object.entries(messages)
    .flatMap(([name, value]: [string, unknown]) =>
      typeof value === "object" && value !== null
        ? shapeOf(value, `${prefix}${name}.`)
        : [`${prefix}${name}: ${typeof value}`],
    )
    .toSorted();
}

/** The sentences that take no arguments. */
export function fixedOf(messages: object): string[] {
  return Object.values(messages).flatMap((value: unknown) => {
    if (typeof value === "string") return [value];
    return typeof value === "object" && value !== null ? fixedOf(value) : [];
  });
}
