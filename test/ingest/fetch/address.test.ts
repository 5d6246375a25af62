import fc from "fast-check";
import { expect, test } from "vitest";
import { addressFlaw } from "../../../src/ingest/fetch/address.ts";
import { readAllowedHost } from "../../../src/ingest/fetch/allowed-hosts.ts";
import { createFetcher } from "../../../src/ingest/fetch/fetcher.ts";
import { Refusal } from "../../../src/ingest/fetch/refusal.ts";
import { readTarget } from "../../../src/ingest/fetch/target.ts";

// Written down from the registries, apart from the library that is under test:
// https://www.iana.org/assignments/iana-ipv4-special-registry and multicast (RFC 5771)
const SPECIAL_4 =
  `0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24
  192.31.196.0/24 192.52.193.0/24 192.88.99.0/24 192.168.0.0/16 192.175.48.0/24 198.18.0.0/15 198.51.100.0/24
  203.0.113.0/24 224.0.0.0/4 240.0.0.0/4 255.255.255.255/32`.split(/\s+/u);
// https://www.iana.org/assignments/iana-ipv6-special-registry, with multicast, site-local (RFC 3879), IPv4-compatible
// (RFC 4291) and IPv4-translated (RFC 2765) addresses; 2001::/23 holds Teredo, benchmarking, AMT, ORCHID and DETs.
const SPECIAL_6 =
  `::/96 ::1/128 ::ffff:0:0/96 ::ffff:0:0:0/96 64:ff9b::/96 64:ff9b:1::/48 100::/64 100:0:0:1::/64 2001::/23
  2001::/32 2001:2::/48 2001:10::/28 2001:20::/28 2001:db8::/32 2002::/16 2620:4f:8000::/48 3fff::/20 5f00::/16 fc00::/7
  fe80::/10 fec0::/10 ff00::/8`.split(/\s+/u);

interface Block {
  base: bigint;
  size: bigint;
}

/** Groups of an IPv6 address as a number. */
function number6(text: string): bigint {
  const [head = "", tail] = text.split("::");
  const groups = (part: string) => part.split(":").filter((group) => group !== "");
  const front = groups(head);
  const back = groups(tail ?? "");
  const zeros = tail === undefined ? [] : Array<string>(8 - front.length - back.length).fill("0");
  return [...front, ...zeros, ...back].reduce((sum, group) => (sum << 16n) | BigInt(`0x${group}`), 0n);
}

const number4 = (text: string) => text.split(".").reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);

function blockOf(cidr: string, bits: bigint): Block {
  const [address = "", prefix = "0"] = cidr.split("/");
  return { base: bits === 32n ? number4(address) : number6(address), size: 1n << (bits - BigInt(prefix)) };
}

const blocks4 = SPECIAL_4.map((cidr) => blockOf(cidr, 32n));
const blocks6 = SPECIAL_6.map((cidr) => blockOf(cidr, 128n));
const within = (value: bigint, blocks: readonly Block[]) =>
  blocks.some(({ base, size }) => value >= base && value < base + size);
const inBlocks = (blocks: readonly Block[]) =>
  fc.constantFrom(...blocks).chain(({ base, size }) => fc.bigInt(base, base + size - 1n));

const bytes4 = (value: bigint) => [24n, 16n, 8n, 0n].map((shift) => Number((value >> shift) & 0xffn));
const dotted = (value: bigint) => bytes4(value).join(".");
const groups6 = (value: bigint) =>
  Array.from({ length: 8 }, (_, index) => Number((value >> BigInt(16 * (7 - index))) & 0xffffn));

/** Ways in which an address of the web can write an IPv4 host: https://url.spec.whatwg.org/#concept-ipv4-parser */
const FORMS_4: readonly ((value: bigint) => string)[] = [
  dotted,
  (value) => `${dotted(value)}.`,
  (value) => String(value),
  (value) => `0x${value.toString(16)}`,
  (value) => `0${value.toString(8)}`,
  (value) =>
    bytes4(value)
      .map((byte) => `0${byte.toString(8)}`)
      .join("."),
  (value) =>
    bytes4(value)
      .map((byte) => `0X${byte.toString(16)}`)
      .join("."),
  (value) => `${value >> 24n}.${value & 0xffffffn}`,
  (value) => `${value >> 24n}.0x${((value >> 16n) & 0xffn).toString(16)}.${value & 0xffffn}`,
  (value) => encodeURIComponent(dotted(value)).replaceAll(".", "%2e"),
  (value) => dotted(value).replaceAll(".", "。"),
  (value) => dotted(value).replaceAll(/\d/gu, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
];

const FORMS_6: readonly ((value: bigint) => string)[] = [
  (value) =>
    groups6(value)
      .map((group) => group.toString(16))
      .join(":"),
  (value) =>
    groups6(value)
      .map((group) => group.toString(16).padStart(4, "0").toUpperCase())
      .join(":"),
  (value) =>
    [
      ...groups6(value)
        .slice(0, 6)
        .map((group) => group.toString(16)),
      dotted(value & 0xffffffffn),
    ].join(":"),
  (value) =>
    new URL(
      `http://[${groups6(value)
        .map((group) => group.toString(16))
        .join(":")}]`,
    ).hostname.slice(1, -1),
];

/** What is refused about an address; `null` where it may be asked. */
function refusalOf(url: string): string | null {
  try {
    readTarget(url, null, []);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.refused.message;
    throw error;
  }
}

const REFUSED = /is a (?:private|loopback|link-local|special) address$/u;

test("every special IPv4 address is refused, however it is written", () => {
  fc.assert(
    fc.property(inBlocks(blocks4), fc.constantFrom(...FORMS_4), (value, form) => {
      expect(refusalOf(`http://${form(value)}/feed`)).toMatch(REFUSED);
      expect(addressFlaw(dotted(value))).not.toBeNull();
    }),
    { numRuns: 2000 },
  );
});

test("every other IPv4 address may be asked", () => {
  fc.assert(
    fc.property(fc.bigInt(0n, 0xffffffffn), fc.constantFrom(...FORMS_4), (value, form) => {
      fc.pre(!within(value, blocks4));
      expect(refusalOf(`http://${form(value)}/feed`)).toBeNull();
    }),
    { numRuns: 2000 },
  );
});

test("every special IPv6 address is refused, however it is written", () => {
  fc.assert(
    fc.property(inBlocks(blocks6), fc.constantFrom(...FORMS_6), (value, form) => {
      expect(refusalOf(`https://[${form(value)}]:8443/feed`)).toMatch(REFUSED);
      expect(addressFlaw(form(value))).not.toBeNull();
    }),
    { numRuns: 2000 },
  );
});

test("every other global unicast IPv6 address may be asked, and no address of the space that is not given out", () => {
  fc.assert(
    fc.property(
      fc.bigInt(0n, (1n << 128n) - 1n),
      fc.boolean(),
      fc.constantFrom(...FORMS_6),
      (any, global, form) => {
        const value = global ? (any & ((1n << 125n) - 1n)) | (1n << 125n) : any;
        const isGlobal = value >> 125n === 1n;
        fc.pre(!within(value, blocks6));
        expect(refusalOf(`https://[${form(value)}]/`) === null).toBe(isGlobal);
      },
    ),
    { numRuns: 2000 },
  );
});

test.each([
  ["http://localhost/", "localhost is a loopback address"],
  ["http://LOCALHOST./", "localhost is a loopback address"],
  ["http://a.b.localhost/", "a.b.localhost is a loopback address"],
  ["http://10.0.0.1/", "10.0.0.1 is a private address"],
  ["http://169.254.169.254/latest", "169.254.169.254 is a link-local address"],
  ["http://[fd12::1]/", "fd12::1 is a private address"],
  ["http://[fe80::1%25eth0]/", "this is no address"],
  ["http://%31%32%37.1/", "127.0.0.1 is a loopback address"],
  ["http://①②⑦.⓪.⓪.①/", "127.0.0.1 is a loopback address"],
  ["http:\\\\127.1\\x", "127.0.0.1 is a loopback address"],
  ["https://somebody:secret@example.com/", "the address has a user name or password in it"],
  ["https://somebody@example.com/", "the address has a user name or password in it"],
  ["file:///etc/passwd", "file: addresses are not fetched"],
  ["gopher://example.com/", "gopher: addresses are not fetched"],
  ["data:text/html,x", "data: addresses are not fetched"],
  ["example.com/feed", "this is no address"],
  ["http://./", "this is no address"],
  ["", "this is no address"],
  [`https://example.com/${"a".repeat(5000)}`, "the address has more than 4096 characters"],
])("%s: %s", (url, message) => {
  expect(refusalOf(url)).toBe(message);
});

test("zone ids and what is no address at all are not public", () => {
  for (const text of ["fe80::1%eth0", "2606:4700::1%1", "", "example.com"])
    expect(addressFlaw(text)).not.toBeNull();
});

test("a target has no fragment and no dot of the root", () => {
  const { url, host } = readTarget("  https://Example.COM.:8443/a?b#c ", null, []);
  expect([url.href, host]).toEqual(["https://example.com:8443/a?b", "example.com"]);
});

test("allowed hosts are compared as they are written, with their port where one is named", () => {
  const allowed = ["Intranet.example.org", "10.0.0.5:8080", "::1", "[fd00::1]:81", "한국.example"].map(
    (text) => readAllowedHost(text)!,
  );
  const may = (url: string) => {
    try {
      return readTarget(url, null, allowed).allowed;
    } catch {
      return false;
    }
  };
  const yes = ["http://intranet.example.org.:99/", "http://0xa.0.0.5:8080/", "http://[0:0::1]:5/"];
  expect([...yes, "https://[fd00::1]:81/", "http://한국.example/"].map(may)).not.toContain(false);
  const no = [
    "http://a.intranet.example.org/",
    "http://10.0.0.5/",
    "http://10.0.0.5:80/",
    "http://127.0.0.1/",
  ];
  expect([...no, "http://localhost/", "http://[fd00::1]/", "https://example.org/"].map(may)).not.toContain(
    true,
  );
  for (const text of [
    "",
    " ",
    "a b",
    "http://a",
    "a/b",
    "a:b",
    "a:99999",
    "u@a",
    "[::1",
    "fe80::1%1",
    "*",
    "a,b",
  ]) {
    expect([text, readAllowedHost(text)]).toEqual([text, null]);
  }
  expect(() => createFetcher({ contact: "x", allowPrivate: ["http://a"] })).toThrow(TypeError);
});
