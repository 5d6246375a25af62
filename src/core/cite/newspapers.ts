/**
 * Ids of the outlets of our book that are newspapers: styles of citation treat their texts as articles of a paper, those
 * of agencies, broadcasters and sites as web pages. No outlet of the book is a magazine; one that is not listed here, or
 * not in the book, is cited as a web page, which claims nothing.
 */
export const NEWSPAPERS: ReadonlySet<string> = new Set([
  // Korea
  "asia-today",
  "chosun-ilbo",
  "dong-a-ilbo",
  "hankook-ilbo",
  "hankyoreh",
  "joongang-ilbo",
  "kookbang-ilbo",
  "korea-economic-daily",
  "korea-herald",
  "korea-joongang-daily",
  "korea-times",
  "kukmin-ilbo",
  "kyunghyang-shinmun",
  "maeil-business-newspaper",
  "minju-choson",
  "munhwa-ilbo",
  "pyongyang-times",
  "rodong-sinmun",
  "segye-ilbo",
  "seoul-shinmun",
  // China and Japan
  "asahi-shimbun",
  "china-daily",
  "choson-sinbo",
  "global-times",
  "japan-times",
  "mainichi-shimbun",
  "nikkei",
  "peoples-daily",
  "sankei-shimbun",
  "scmp",
  "yomiuri-shimbun",
  // Elsewhere
  "financial-times",
  "guardian",
  "kommersant",
  "le-figaro",
  "le-monde",
  "los-angeles-times",
  "new-york-times",
  "rossiyskaya-gazeta",
  "straits-times",
  "times-london",
  "wall-street-journal",
  "washington-post",
]);
