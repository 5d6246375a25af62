/** One article of a made-up outlet, through a week. Times are milliseconds since 1970. */
export interface Article {
  /** Path of its page. */
  path: string;
  title: string;
  published: number;
  /** What the feed has of it, one paragraph each, oldest state first, with the time from which it says so. */
  states: { from: number; paragraphs: string[] }[];
  /** When it is taken out of the feed, page and all; `null` for never. */
  withdrawn: number | null;
  /** What its page has, one paragraph each; `null` where nobody needs one. */
  page: string[] | null;
}

const HOUR = 60 * 60_000;
/** Articles that a feed shows at once. */
const WINDOW = 8;

/** How the articles of a feed are. */
export interface Plan {
  /** Two digits. */
  feed: string;
  start: number;
  isKorean?: boolean;
  isEdited?: boolean;
  isWithdrawn?: boolean;
  hasPages?: boolean;
}

/** Seventeen articles, twelve hours apart: the first three are there before the week begins. */
export function articlesOf({ feed, start, isKorean, isEdited, isWithdrawn, hasPages }: Plan): Article[] {
  return Array.from({ length: 17 }, (_, index) => {
    const number = String(index + 1).padStart(2, "0");
    const published = start + (index - 2.5) * 12 * HOUR;
    const words = (more: string) =>
      isKorean === true
        ? [
            `${feed}번 신문의 ${number}번째 기사다. 남북은 회담을 이어 가기로 했다${more}.`,
            "‘똠방각하’라는 말도 나왔다.",
          ]
        : [
            `Report ${number} of paper ${feed} says that the talks went on & that “nobody” left${more}.`,
            `A second paragraph of ${feed}-${number} follows.`,
          ];
    const states = [{ from: published, paragraphs: words("") }];
    if (isEdited === true && index % 2 === 0) {
      states.push({
        from: published + 24 * HOUR,
        paragraphs: words(isKorean === true ? " (수정)" : " early"),
      });
    }
    return {
      path: `/f${feed}/a/${number}`,
      title: isKorean === true ? `${feed}번 신문 ${number}호` : `Paper ${feed}, number ${number}`,
      published,
      states,
      withdrawn: isWithdrawn === true && index % 3 === 0 ? published + 18 * HOUR : null,
      page: hasPages === true ? pageOf(feed, number) : null,
    };
  });
}

function pageOf(feed: string, number: string): string[] {
  return [
    `The whole of report ${number} of paper ${feed} begins with a long sentence on the talks, which went on through the night and into the morning without a result that anybody wanted to call one.`,
    `Those who were there said that both sides had read out what they had written before, and that the questions of paper ${feed} were left for another day, as they had been the last time, too.`,
    `Number ${number} ends with the remark that a date for the next meeting was not named, although the host had offered two of them, and that the delegations left by different doors in the rain.`,
  ];
}

/** What a feed shows of them now, the newest first. */
export function shownAt(articles: readonly Article[], now: number): Article[] {
  return articles
    .filter(({ published, withdrawn }) => published <= now && (withdrawn === null || withdrawn > now))
    .slice(-WINDOW)
    .reverse();
}

/** What the feed has of an article now. */
export function stateAt({ states }: Article, now: number): string[] {
  return states.findLast(({ from }) => from <= now)!.paragraphs;
}
