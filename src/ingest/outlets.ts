import { LineCounter, isMap, isSeq, parseDocument } from "yaml";
import type { Document, Node } from "yaml";
import { foldOutletName } from "../core/outlet.ts";
import type { Outlet } from "../core/outlet.ts";
import { outletSchema } from "./outlet-schema.ts";
import type { Problem } from "./problem.ts";

/**
 * The outlets of a YAML list such as `corpus/reference/outlets.yaml`. An outlet that is wrong becomes a
 * problem and is left out; the others are read. An id, name or domain that an earlier outlet has is a
 * problem of the later one.
 */
export function readOutlets(yamlText: string, file: string): { outlets: Outlet[]; problems: Problem[] } {
  const lines = new LineCounter();
  const document = parseDocument(yamlText, { lineCounter: lines });
  const problems: Problem[] = [];
  const report = (offset: number | null, message: string, remedy: string, leftOut?: string) => {
    const line = offset === null ? null : lines.linePos(offset).line;
    problems.push({ file, line, message, remedy, ...(leftOut === undefined ? {} : { leftOut }) });
  };

  // The first alone: after it the parser stumbles over its own feet.
  const [error] = document.errors;
  if (error !== undefined) {
    const [reason = "not readable"] = error.message.split(/ at line \d/u);
    report(error.pos[0], `no valid YAML: ${reason.trim()}`, "Mend the syntax");
    return { outlets: [], problems };
  }
  if (!isSeq(document.contents)) {
    report(null, "no list of outlets", "Write one `- id: …` entry for every outlet");
    return { outlets: [], problems };
  }

  const outlets: Outlet[] = [];
  const taken = new Taken();
  for (const item of document.contents.items) {
    const node = item as Node;
    const start = node.range?.[0] ?? 0;
    const result = outletSchema.safeParse(valueOf(node, document));
    if (!result.success) {
      for (const issue of result.error.issues) {
        report(offsetOf(node, issue.path, start), describe(node, issue), "Mend this entry", "it");
      }
      continue;
    }
    const clash = taken.clashOf(result.data);
    if (clash === null) {
      taken.add(result.data);
      outlets.push(result.data);
    } else {
      report(start, clash, "Every id, name and domain belongs to one outlet", "this entry");
    }
  }
  return { outlets, problems };
}

/** The names and domains that outlets read so far have. */
class Taken {
  readonly #names = new Map<string, string>();
  readonly #domains = new Map<string, string>();

  /** What of this outlet another one has already; `null` where nothing. */
  clashOf(outlet: Outlet): string | null {
    for (const name of namesOf(outlet)) {
      const owner = this.#names.get(foldOutletName(name));
      if (owner !== undefined) return `${outlet.id}: the name "${name}" belongs to ${owner} already`;
    }
    for (const domain of outlet.domains) {
      for (const [other, owner] of this.#domains) {
        // A host within both would belong to whichever comes first.
        if (domain === other || domain.endsWith(`.${other}`) || other.endsWith(`.${domain}`)) {
          return `${outlet.id}: the domain ${domain} overlaps ${other} of ${owner}`;
        }
      }
    }
    return null;
  }

  add(outlet: Outlet): void {
    for (const name of namesOf(outlet)) this.#names.set(foldOutletName(name), outlet.id);
    for (const domain of outlet.domains) this.#domains.set(domain, outlet.id);
  }
}

function namesOf(outlet: Outlet): string[] {
  return [outlet.id, outlet.name, ...(outlet.ko === null ? [] : [outlet.ko]), ...outlet.aliases];
}

/** The node as plain data; `null` where it cannot be had, such as with aliases nested to blow up. */
function valueOf(node: Node, document: Document): unknown {
  try {
    return node.toJS(document);
  } catch {
    return null;
  }
}

function describe(node: Node, { path, message }: { path: readonly PropertyKey[]; message: string }): string {
  const id: unknown = isMap(node) ? node.get("id") : null;
  return [...(typeof id === "string" ? [id] : []), ...(path.length === 0 ? [] : [path.map(String).join(".")])]
    .concat(message)
    .join(": ");
}

/** Where in the text the value at this path stands, or the nearest thing around it that does. */
function offsetOf(node: Node, path: readonly PropertyKey[], fallback: number): number {
  let at = fallback;
  let current: unknown = node;
  for (const key of path) {
    if (isMap(current) || isSeq(current)) current = current.get(key, true);
    else break;
    const range = (current as Node | undefined)?.range;
    if (!range) break;
    at = range[0];
  }
  return at;
}
