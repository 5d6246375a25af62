import { HostilePageError, REMEDY } from "./hostile-page-error.ts";

/** Deepest nesting of elements that is read: Blink and WebKit cap the depth of their trees there too. */
export const DEPTH_MAX = 512;

const VOID = new Set(
  "area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr".split(
    " ",
  ),
);

/** Elements that close an open one of these names when it is the innermost. */
const CLOSES = new Map<string, ReadonlySet<string>>([
  ["li", new Set(["li"])],
  ["tr", new Set(["tr", "th", "td"])],
  ["th", new Set(["th", "td"])],
  ["td", new Set(["th", "td"])],
  ["option", new Set(["option"])],
  ["dd", new Set(["dd", "dt"])],
  ["dt", new Set(["dd", "dt"])],
  ...(
    "p h1 h2 h3 h4 h5 h6 address article aside blockquote details div dl fieldset figcaption figure footer " +
    "form header hr main nav ol pre section table ul"
  )
    .split(" ")
    .map((name) => [name, new Set(["p"])] as const),
]);

/** Open elements, with how many there are of each name, so that an end tag without a start costs nothing. */
export class Nesting {
  readonly #stack: string[] = [];
  readonly #count = new Map<string, number>();

  open(name: string): void {
    const closes = CLOSES.get(name);
    while (closes?.has(this.#stack.at(-1) ?? "")) this.#pop();
    if (VOID.has(name)) return;
    this.#stack.push(name);
    this.#count.set(name, (this.#count.get(name) ?? 0) + 1);
    if (this.#stack.length > DEPTH_MAX)
      throw new HostilePageError(`elements nested more than ${DEPTH_MAX} levels deep`, REMEDY);
  }

  close(name: string): void {
    if ((this.#count.get(name) ?? 0) === 0) return;
    while (this.#pop() !== name);
  }

  #pop(): string {
    const name = this.#stack.pop()!;
    this.#count.set(name, this.#count.get(name)! - 1);
    return name;
  }
}
