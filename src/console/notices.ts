/** Writes a line somewhere. */
type Write = (line: string) => void;

/** Lines that come by themselves while somebody types, such as what is wrong with a file. */
export interface Notices {
  /** Writes a line, which has its end. */
  write(line: string): void;
  /** From now on lines are written by `way`, which is given what writes them; `null`: simply. */
  through(way: ((line: string, write: Write) => void) | null): void;
}

/** Notices that `write` shows. */
export function createNotices(write: Write): Notices {
  let way: Parameters<Notices["through"]>[0] = null;
  return {
    write: (line) => (way === null ? write(line) : way(line, write)),
    through: (next) => {
      way = next;
    },
  };
}
