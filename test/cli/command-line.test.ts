import { expect, test } from "vitest";
import { UsageError, readArguments } from "../../src/cli/command-line.ts";

const read = (...args: string[]) =>
  readArguments(args, {
    query: { type: "string" },
    quiet: { type: "boolean" },
    set: { type: "string", multiple: true },
  });

test("a value may begin with a dash", () => {
  expect(read("--query", "-sanctions", "x", "--set", "-a", "--set=-b").values).toEqual({
    query: "-sanctions",
    set: ["-a", "-b"],
  });
  expect(read("--", "--query", "-x")).toMatchObject({ values: {}, positionals: ["--query", "-x"] });
});

test.each([
  [["-sanctions"], "-sanctions is no option; words that begin with - go behind --, such as: -- -sanctions"],
  [["--querry", "x"], "--querry is no option; did you mean --query?"],
  [["--colour=red"], "--colour is no option"],
  [["--query"], "--query needs a value: --query=VALUE"],
  [["--query", "--quiet"], "--query needs a value: --query=VALUE"],
  [["--quiet=no"], "--quiet takes no value"],
])("a mistake is told in one line: %j", (args, message) => {
  expect(() => read(...args)).toThrow(new UsageError(message));
});
