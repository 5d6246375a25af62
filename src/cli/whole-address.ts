/**
 * The https address that somebody may have meant who left `https://` out, such as `www.example.com/news`; `null` where the
 * words do not look like one.
 */
export function wholeAddress(typed: string): string | null {
  const [host = ""] = typed.split(/[/?#]/u, 1);
  const looksLikeHost =
    /^(?:[\p{L}\p{N}-]+\.)+[\p{L}\p{N}-]*\p{L}[\p{L}\p{N}-]*(?::\d{1,5})?$|^(?:\d{1,3}\.){3}\d{1,3}(?::\d{1,5})?$/u;
  const address = `https://${typed}`;
  return looksLikeHost.test(host) && URL.canParse(address) ? new URL(address).href : null;
}
