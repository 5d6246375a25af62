/** Longest line that can be a label of the page rather than a paragraph. */
const LABEL_MAX = 200;

/** Words of buttons, links and boxes. A line made of nothing else is no part of an article. */
const BUTTONS = words(
  String.raw`bookmark and share|share this(?: article| story| page| post)?|give a gift subscription|refer a friend|share on [a-z]+|shares?`,
  String.raw`print(?: this)?(?: page| article| version)?`,
  String.raw`e-?mail(?: this)?(?: article| story)?|tweet|facebook|twitter|linkedin|whatsapp`,
  String.raw`pinterest|instagram|youtube|telegram`,
  String.raw`weibo|wechat|copy (?:link|url)|link copied|adjust font size|(?:font|text) size`,
  String.raw`larger|smaller|save(?: article)?|bookmark`,
  String.raw`subscribe(?: now)?|log ?(?:in|out)|sign (?:in|up|out)|register|search|menu|close`,
  String.raw`rss|mobile|newsletters?`,
  String.raw`skip to (?:main )?content|skip navigation`,
  String.raw`go to (?:contents?|top|forum|main(?: menu)?)|(?:back|scroll) to top`,
  String.raw`scroll to continue|skip advertisement|(?:story|article) continues (?:below|after)(?: (?:this )?advertisement)?`,
  String.raw`share full article|continue reading(?: the main story)?|advertisements?|ad|sponsored|promoted|(?:\d+ )?comments?\(s\)|(?:\d+ )?comments?`,
  String.raw`read more|show more|load more`,
  String.raw`listen(?: to this article)?|next(?: article)?|prev(?:ious)?(?: article)?|photos?|images?`,
  String.raw`gallery|min(?:utes?)? read|\d+ min(?:utes?)? read`,
  `공유(?:하기)?|기사\\s?공유|인쇄(?:하기)?|프린트|스크랩|글자\\s?크기(?:\\s?(?:조절|설정|변경))?|폰트|댓글(?:\\s?\\d+)?|기사\\s?저장`,
  `가|메뉴|검색|로그인|회원가입|본문(?:으로)?\\s?바로가기|바로가기|페이스북|트위터|카카오(?:톡|스토리)|네이버(?:\\s?밴드)?|밴드|이메일`,
  `(?:URL|주소|링크)\\s?복사|기사\\s?듣기|음성으로\\s?듣기|구독(?:하기)?|좋아요|광고|닫기|목록|이전(?:\\s?기사)?|다음(?:\\s?기사)?|크게|작게|보통`,
  `реклама|поделиться|подписаться|читать далее|комментарии`,
  `シェア(?:する)?|ツイート|印刷|メニュー|検索|ログイン|会員登録|文字サイズ|広告|PR|保存|コメント|ブックマーク|閉じる`,
  `分享(?:到)?|打印|字体|字号|大|中|小|评论|收藏|登录|注册|广告|微信|微博|关闭|返回顶部|扫一扫|朋友圈`,
);

/** Names of a site's sections. */
const SECTIONS = words(
  "home|news|latest|world|global|international|asia|asia-pacific|china|korea",
  "national|nation|north korea|politics|business",
  "economy|finance|markets?|sports?|culture|arts|entertainment|lifestyle|life|travel",
  "science|tech(?:nology)?|health|climate",
  "video|multimedia|podcasts?|opinions?|editorials?|op-?eds?|columns?|commentary",
  "viewpoints?|features?|people|society",
  "english|korean|chinese|japanese|about(?: us)?|contact(?: us)?|live|tv|weather",
  "archives?|special reports?|more|defense|diplomacy",
  "홈|뉴스|최신|정치|북한|외교|국방|경제|산업|금융|사회|국제|세계|문화|스포츠|연예|생활|과학|오피니언|사설|칼럼|기고|전국|지역|포토|영상|날씨|전체",
  "ホーム|ニュース|政治|経済|国際|社会|文化|スポーツ|オピニオン|社説|コラム|地域|科学|暮らし|トップ",
  "首页|新闻|国内|国际|军事|财经|经济|社会|体育|娱乐|科技|文化|观点|社评|时评|视频|图片|滚动|时政|朝鲜|韩国",
);

/** Whether a line is made of buttons and links only, such as `Print E-mail` or `댓글 3 공유 인쇄`. */
export function isButtons(line: string): boolean {
  return line.length <= LABEL_MAX && isNothing(withoutButtons(line));
}

/** The line without the words of buttons in it. */
export function withoutButtons(line: string): string {
  return line.replace(BUTTONS, " ");
}

/** Whether a line is made of names of sections only, or is a trail of them: `Home > Opinion > Editorial`. */
export function isSections(line: string): boolean {
  return line.length <= LABEL_MAX && (isNothing(line.replace(SECTIONS, " ")) || isTrail(line));
}

/** Whether a line is a breadcrumb trail. */
export function isTrail(line: string): boolean {
  return line.length <= LABEL_MAX && /\S\s?[>›»＞]\s?\S/u.test(line) && !/[.!?。]$/u.test(line);
}

/** Whether letters and digits are all gone. */
function isNothing(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text);
}

function words(...lists: string[]): RegExp {
  // Saved pages run neighbours together, as in "0 Comment(s)Print": a bracket ends a word too.
  return new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?:${lists.join("|")})(?:(?<=[)\]])|(?![\p{L}\p{N}]))`,
    "giu",
  );
}
