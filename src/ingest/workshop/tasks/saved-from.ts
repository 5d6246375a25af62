/** Characters at the beginning in which the comment stands. */
const HEAD = 4_096;

/**
 * The address that a browser noted when it saved a page: `<!-- saved from url=(0023)https://www.example.com/a -->` as
 * Chromium and Internet Explorer write it, or the `url:` line of SingleFile. `null` where there is none.
 */
export function savedFrom(html: string): string | null {
  const [comment = ""] = /<!--[^>]{0,2000}-->/u.exec(html.slice(0, HEAD)) ?? [];
  const noted =
    /^<!-- saved from url=\(\d{4}\)(\S+)/u.exec(comment)?.[1] ??
    (/^<!--\s+Page saved with SingleFile\s/u.test(comment) ? /\surl: (\S+)/u.exec(comment)?.[1] : undefined);
  return noted !== undefined && /^https?:\/\//iu.test(noted) && URL.canParse(noted) ? noted : null;
}
