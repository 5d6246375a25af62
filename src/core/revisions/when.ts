// Formats take far longer to make than to use.
const formats = new Map<string, Intl.DateTimeFormat>();

/** The day of a moment (milliseconds since 1970) in a time zone, as a person writes it: `28 March 2018`, 2018년 3월 28일. */
export function dayOfMoment(moment: number, zone: string, language: string): string {
  return formatIn(zone, language, false).format(moment);
}

/** The day and time of a moment, with hours and minutes and the name of the zone. */
export function timeOfMoment(moment: number, zone: string, language: string): string {
  return formatIn(zone, language, true).format(moment);
}

function formatIn(timeZone: string, language: string, withTime: boolean): Intl.DateTimeFormat {
  const key = `${timeZone} ${language} ${withTime}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, {
    timeZone,
    year: "numeric",
    month: "long",
    day: "numeric",
    ...(withTime ? { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZoneName: "short" } : {}),
  });
  formats.set(key, format);
  return format;
}
