/** Texts written for these tests, in the shapes of reports, greetings and routine notices. */

/** An agency's report of some 190 words in seven paragraphs. */
export const REPORT = `PYONGYANG, Oct. 9 (Example Agency) -- Delegates from the two Koreas met at a guesthouse on the eastern coast on Tuesday and agreed to reopen a liaison channel that had been silent for fourteen months, officials on both sides said.

The delegation from Seoul was led by Vice Minister Han Do-yun, who told reporters that the talks had been long and sometimes sharp, but that nobody had left the table before a text was ready.

Under the agreement, duty officers will speak twice a day, at nine in the morning and at five in the afternoon, and engineers will test the lines along the western road within two weeks.

The northern side, headed by Ri Song Chol of the Committee for Peaceful Reunification, asked that exercises planned for November near Incheon be reconsidered, according to a summary handed out in Seoul.

Neither delegation said whether the question of inspections had been raised. A diplomat from Sweden who follows the matter called the channel a modest step that costs little and may prevent a great deal.

Officials expect to meet again in Kaesong before the end of the year, when a working group on forestry and another on the recovery of remains are to present their first papers.

The line was last used in August of the year before, when a fishing boat drifted across the boundary in fog.`;

/** Another outlet's own report of the same meeting. */
export const OTHER_REPORT = `Seoul says a telephone line between the two Koreas will ring again. Negotiators who spent Tuesday at a seaside guesthouse came out late in the evening with one page of text and few smiles.

"We argued, and then we wrote," said Vice Minister Han Do-yun, who headed the southern team. He would not be drawn on what had been left out.

Twice-daily calls are to resume, with technicians first checking cables beside the western road. That work should take about a fortnight, the ministry said.

Ri Song Chol, for the North, complained about drills off Incheon in November. His summary, read by an announcer in Pyongyang, did not mention the telephone line until its last sentence.

Analysts were divided. Some in Stockholm see a cheap insurance against accidents. Others recall that the channel has been cut five times, most recently after a fishing boat strayed across the sea boundary in thick fog last August.

Both sides named Kaesong as the place of another round, with forests and the remains of soldiers on the list of subjects, and did not give a day.`;

/** Two greetings of one pattern to different people, of some 95 words. */
export const GREETING = `Pyongyang, September 2 (Example Agency) -- Kim Jong Un, general secretary of the Workers' Party of Korea and president of the State Affairs of the Democratic People's Republic of Korea, sent a message of greeting to Tran Van Minh, president of the Socialist Republic of Vietnam, on the occasion of the 73rd anniversary of the founding of the republic.

In the message he extended warm congratulations to Tran Van Minh and the people of Vietnam. He expressed the belief that the traditional relations of friendship and cooperation between the two countries would develop further, and wished the president of Vietnam good health and success in his responsible work.`;

export const OTHER_GREETING = `Pyongyang, December 2 (Example Agency) -- Kim Jong Un, general secretary of the Workers' Party of Korea and president of the State Affairs of the Democratic People's Republic of Korea, sent a message of greeting to Bounmy Sayasone, president of the Lao People's Democratic Republic, on the occasion of the 43rd anniversary of the founding of the republic.

In the message he extended warm congratulations to Bounmy Sayasone and the people of Laos. He expressed the belief that the traditional relations of friendship and cooperation between the two countries would develop further, and wished the president of Laos good health and success in his responsible work.`;

/** Two editions of a routine notice that differ in days and numbers alone. */
export const NOTICE = `The Ministry of Unification counts crossings of the western road every week and publishes them without comment on Fridays. In the week to 12 March, 214 people went north and 209 came south, among them 31 drivers. Lorries made 88 journeys with 1,140 tonnes of goods, most of it food and cloth. The office at Dorasan was open for 6 days and closed for 1 day because of snow. Figures for the eastern road are not published, because nobody has used it since the pier was closed. Questions are answered by the press office from nine to six on working days, and earlier figures stand in the ministry's archive.`;

export const OTHER_NOTICE = NOTICE.replace("12 March, 214", "19 March, 187")
  .replace("209 came south, among them 31", "195 came south, among them 27")
  .replace("88 journeys with 1,140", "73 journeys with 985")
  .replace("6 days and closed for 1 day", "7 days and closed for none");

/** A paragraph that several statements quote. */
const RESOLUTION = `"The Council decides that all Member States shall inspect, within their territory, cargo that has come from or is going to the country concerned, and shall report to the Committee within ninety days on the measures that they have taken; it further decides that the Panel shall examine these reports, and that nothing in this paragraph hinders humanitarian deliveries that the Committee has approved in advance."`;

export const STATEMENT = `The ministry in Tokyo welcomes the decision taken in New York last night. Ships that call at northern harbours have been watched for years by our coast guard, and from now on their papers will be read with more care in Kobe and Niigata.

${RESOLUTION}

Japan will send its first account of inspections in spring. Companies that are unsure what they may carry can ask the trade office, which will keep a list of questions and answers in three languages. We thank our partners for their patience in the negotiations.`;

export const OTHER_STATEMENT = `A spokesman in Moscow said that sanctions are no end in themselves, and that a political settlement remains as far away as it was. Russia had asked for a shorter text and for a date on which the measures would be looked at again.

${RESOLUTION}

The spokesman drew attention to the last clause. Aid agencies had waited for permits for months, he said, and a delivery of medicine for Hamgyong was still lying in a warehouse in Vladivostok. His government voted in favour, but regrets the tone.`;

/** A report in Korean of some 330 characters in four paragraphs. */
export const KOREAN = `남북 대표단이 9일 동해안의 한 숙소에서 만나 열네 달 동안 끊겼던 연락 통로를 다시 열기로 합의했다고 양측 관계자들이 밝혔다.

남측 대표단을 이끈 한도윤 차관은 기자들에게 회담이 길었고 때로는 날카로웠지만 문안이 나올 때까지 아무도 자리를 뜨지 않았다고 말했다.

합의에 따라 연락관들은 하루 두 차례 통화하고, 기술자들은 두 주 안에 서쪽 도로를 따라 놓인 회선을 점검한다. 북측은 십일월에 인천 앞바다에서 열릴 훈련을 다시 생각해 달라고 요구했다.

양측은 연말 이전에 개성에서 다시 만나 산림 협력과 유해 발굴을 맡을 실무반의 첫 보고를 들을 예정이다. 이 회선은 지난해 팔월 안개 속에서 어선이 경계를 넘었을 때 마지막으로 쓰였다.`;

/** Greetings of one pattern in Korean. */
export const KOREAN_GREETING = `경애하는 김정은동지께서 윁남사회주의공화국 주석 쩐반민동지에게 축전을 보내시였다. 축전은 공화국창건 일흔세돐에 즈음하여 쩐반민동지와 윁남인민에게 따뜻한 축하를 보낸다고 하였다. 축전은 전통적인 친선협조관계가 앞으로 더욱 발전하리라는 확신을 표명하고 윁남의 주석동지가 건강하여 책임적인 사업에서 성과를 거둘것을 축원하였다.`;

export const OTHER_KOREAN_GREETING = `경애하는 김정은동지께서 라오스인민민주주의공화국 주석 분미사야손동지에게 축전을 보내시였다. 축전은 공화국창건 마흔세돐에 즈음하여 분미사야손동지와 라오스인민에게 따뜻한 축하를 보낸다고 하였다. 축전은 전통적인 친선협조관계가 앞으로 더욱 발전하리라는 확신을 표명하고 라오스의 주석동지가 건강하여 책임적인 사업에서 성과를 거둘것을 축원하였다.`;

const HANGUL = "가나더로무배시조쿠피";

/** The text with this share of its words replaced by others, spread by a seed. */
export function edited(text: string, share: number, seed: number): string {
  const parts = text.split(/(\s+)/u);
  const words = parts.flatMap((part, at) => (/\S/u.test(part) ? [at] : []));
  const count = Math.round(words.length * share);
  let state = seed * 2_654_435_761;
  const next = () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return state / 2 ** 32;
  };
  for (let done = 0; done < count; done += 1) {
    const [at] = words.splice(Math.floor(next() * words.length), 1);
    parts[at!] = /\p{Script=Hangul}/u.test(parts[at!]!)
      ? `${HANGUL[done % 10]}${HANGUL[(done * 3 + seed) % 10]}이`
      : `other${done}`;
  }
  return parts.join("");
}

/** The paragraphs of a text but for some, by index. */
export function without(text: string, ...left: number[]): string {
  return text
    .split("\n\n")
    .filter((_, at) => !left.includes(at))
    .join("\n\n");
}

/** Greetings of one pattern in Chinese, of some 150 characters. */
export const CHINESE_GREETING = `平壤九月二日电 国务委员长金正恩向越南社会主义共和国主席陈文明致贺电，祝贺共和国成立七十三周年。贺电说，值此节日之际，谨向陈文明主席和越南人民致以热烈祝贺。金正恩表示相信，两国之间传统的友好合作关系今后将更加向前发展，并祝越南主席身体健康，在担负的工作中取得更大成就，祝越南国家繁荣昌盛，人民幸福安康。`;

export const OTHER_CHINESE_GREETING = `平壤十二月二日电 国务委员长金正恩向老挝人民民主共和国主席本米赛雅松致贺电，祝贺共和国成立四十三周年。贺电说，值此节日之际，谨向本米赛雅松主席和老挝人民致以热烈祝贺。金正恩表示相信，两国之间传统的友好合作关系今后将更加向前发展，并祝老挝主席身体健康，在担负的工作中取得更大成就，祝老挝国家繁荣昌盛，人民幸福安康。`;
