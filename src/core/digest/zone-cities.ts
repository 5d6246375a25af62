/**
 * Cities by which people know a zone: `zone | English names | Korean names`, the name to show first, those that people
 * here ask for most first. Cities of the IANA names that are not here are known by those names alone.
 */
const CITIES = `
Asia/Seoul|Seoul,Busan,Pusan,Incheon,Daegu,Daejeon,Gwangju,Sejong,Jeju,Panmunjom|서울,부산,인천,대구,대전,광주,울산,세종,수원,제주,판문점
America/New_York|New York,NYC,Washington,Washington DC,Washington D.C.,Boston,Philadelphia,Atlanta,Miami,Eastern,US Eastern|뉴욕,워싱턴,워싱턴 DC,보스턴,필라델피아,애틀랜타,마이애미,미국 동부,미 동부
Asia/Tokyo|Tokyo,Osaka,Kyoto,Yokohama,Nagoya,Fukuoka,Sapporo|도쿄,동경,오사카,교토,요코하마,나고야,후쿠오카,삿포로
Asia/Shanghai|Shanghai,Beijing,Peking,Shenzhen,Guangzhou,Chongqing,Shenyang,Dandong,Yanji|상하이,상해,베이징,북경,선전,광저우,충칭,선양,심양,단둥,옌지,연길
Europe/London|London,Edinburgh,Manchester,Cardiff,Belfast|런던,에든버러,맨체스터
America/Los_Angeles|Los Angeles,LA,San Francisco,Seattle,San Diego,Las Vegas,Pacific,US Pacific|로스앤젤레스,엘에이,샌프란시스코,시애틀,샌디에이고,라스베이거스,미국 서부,미 서부,미국 태평양
Asia/Pyongyang|Pyongyang,Kaesong,Sinuiju,Wonsan,Hamhung,Rason|평양,개성,신의주,원산,함흥,나선
America/Chicago|Chicago,Dallas,Houston,Austin,Minneapolis,New Orleans,Central,US Central|시카고,댈러스,휴스턴,오스틴,미국 중부,미 중부
Europe/Berlin|Berlin,Frankfurt,Munich,Hamburg,Cologne,Central European|베를린,프랑크푸르트,뮌헨,함부르크,중부 유럽
Europe/Paris|Paris,Lyon,Marseille,Strasbourg|파리,리옹,마르세유
Asia/Hong_Kong|Hong Kong|홍콩
Asia/Taipei|Taipei|타이베이,타이페이
Asia/Singapore|Singapore|싱가포르
Europe/Moscow|Moscow,Saint Petersburg,St Petersburg|모스크바,상트페테르부르크
Asia/Vladivostok|Vladivostok,Khabarovsk|블라디보스토크,하바롭스크
Australia/Sydney|Sydney,Canberra|시드니,캔버라
Europe/Brussels|Brussels|브뤼셀
Europe/Zurich|Zurich,Geneva,Bern,Davos|취리히,제네바,베른,다보스
Europe/Vienna|Vienna|빈,비엔나
America/Toronto|Toronto,Ottawa,Montreal|토론토,오타와,몬트리올
America/Vancouver|Vancouver|밴쿠버
Pacific/Honolulu|Honolulu,Hawaii|호놀룰루,하와이
America/Denver|Denver,Salt Lake City,Mountain,US Mountain|덴버,솔트레이크시티,미국 산악,미 산악
Asia/Ho_Chi_Minh|Ho Chi Minh City,Hanoi,Saigon|호찌민,호치민,하노이,사이공
Asia/Bangkok|Bangkok|방콕
Asia/Kolkata|Delhi,New Delhi,Mumbai,Kolkata,Calcutta,Bangalore,Bengaluru,Chennai|델리,뉴델리,뭄바이,콜카타,벵갈루루,첸나이
Asia/Jakarta|Jakarta|자카르타
Asia/Manila|Manila|마닐라
Asia/Kuala_Lumpur|Kuala Lumpur|쿠알라룸푸르
Asia/Ulaanbaatar|Ulaanbaatar,Ulan Bator|울란바토르
Asia/Dubai|Dubai,Abu Dhabi|두바이,아부다비
Europe/Rome|Rome,Milan|로마,밀라노
Europe/Madrid|Madrid,Barcelona|마드리드,바르셀로나
Europe/Amsterdam|Amsterdam,The Hague|암스테르담,헤이그
Europe/Stockholm|Stockholm|스톡홀름
Europe/Oslo|Oslo|오슬로
Europe/Copenhagen|Copenhagen|코펜하겐
Europe/Helsinki|Helsinki|헬싱키
Europe/Warsaw|Warsaw|바르샤바
Europe/Prague|Prague|프라하
Europe/Budapest|Budapest|부다페스트
Europe/Athens|Athens|아테네
Europe/Istanbul|Istanbul,Ankara|이스탄불,앙카라
Europe/Kyiv|Kyiv,Kiev|키이우,키예프
Europe/Lisbon|Lisbon|리스본
Europe/Dublin|Dublin|더블린
Europe/Bucharest|Bucharest|부쿠레슈티
Europe/Sofia|Sofia|소피아
Europe/Belgrade|Belgrade|베오그라드
Europe/Vilnius|Vilnius|빌뉴스
Europe/Riga|Riga|리가
Europe/Tallinn|Tallinn|탈린
Europe/Luxembourg|Luxembourg|룩셈부르크
Atlantic/Reykjavik|Reykjavik|레이캬비크
Asia/Macau|Macau,Macao|마카오
Asia/Irkutsk|Irkutsk|이르쿠츠크
Asia/Sakhalin|Sakhalin,Yuzhno-Sakhalinsk|사할린,유즈노사할린스크
Asia/Yakutsk|Yakutsk|야쿠츠크
Asia/Novosibirsk|Novosibirsk|노보시비르스크
Asia/Yekaterinburg|Yekaterinburg|예카테린부르크
Asia/Tashkent|Tashkent|타슈켄트
Asia/Almaty|Almaty,Astana|알마티,아스타나
Asia/Kabul|Kabul|카불
Asia/Tehran|Tehran,Teheran|테헤란
Asia/Baghdad|Baghdad|바그다드
Asia/Riyadh|Riyadh,Jeddah|리야드,제다
Asia/Qatar|Doha|도하
Asia/Jerusalem|Jerusalem,Tel Aviv|예루살렘,텔아비브
Asia/Beirut|Beirut|베이루트
Asia/Damascus|Damascus|다마스쿠스
Asia/Amman|Amman|암만
Asia/Karachi|Karachi,Islamabad,Lahore|카라치,이슬라마바드,라호르
Asia/Dhaka|Dhaka|다카
Asia/Colombo|Colombo|콜롬보
Asia/Kathmandu|Kathmandu|카트만두
Asia/Yangon|Yangon,Rangoon|양곤
Asia/Phnom_Penh|Phnom Penh|프놈펜
Asia/Vientiane|Vientiane|비엔티안
Asia/Urumqi|Urumqi|우루무치
Africa/Cairo|Cairo|카이로
Africa/Johannesburg|Johannesburg,Pretoria,Cape Town|요하네스버그,프리토리아,케이프타운
Africa/Nairobi|Nairobi|나이로비
Africa/Lagos|Lagos,Abuja|라고스,아부자
Africa/Addis_Ababa|Addis Ababa|아디스아바바
Africa/Casablanca|Casablanca,Rabat|카사블랑카,라바트
Africa/Algiers|Algiers|알제
Australia/Melbourne|Melbourne|멜버른
Australia/Brisbane|Brisbane|브리즈번
Australia/Perth|Perth|퍼스
Australia/Adelaide|Adelaide|애들레이드
Pacific/Auckland|Auckland,Wellington|오클랜드,웰링턴
Pacific/Guam|Guam|괌
America/Anchorage|Anchorage,Alaska|앵커리지,알래스카
America/Phoenix|Phoenix,Arizona|피닉스,애리조나
America/Mexico_City|Mexico City|멕시코시티
America/Sao_Paulo|São Paulo,Rio de Janeiro,Brasília|상파울루,리우데자네이루,브라질리아
America/Argentina/Buenos_Aires|Buenos Aires|부에노스아이레스
America/Santiago|Santiago|산티아고
America/Lima|Lima|리마
America/Bogota|Bogotá|보고타
America/Havana|Havana|아바나
UTC|UTC,GMT,Coordinated Universal Time|협정 세계시,세계시
`;

/** A zone with the cities by which people know it; of each language the first is shown. */
export interface ZoneCities {
  readonly zone: string;
  readonly en: readonly string[];
  readonly ko: readonly string[];
}

/** Those that people here ask for most first. */
export const ZONE_CITIES: readonly ZoneCities[] = CITIES.trim()
  .split("\n")
  .map((line) => {
    const [zone, en, ko] = line.split("|") as [string, string, string];
    return { zone, en: en.split(","), ko: ko.split(",") };
  });
