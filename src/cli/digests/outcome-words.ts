import { readWhyCode } from "../../core/digest/why-code.ts";
import { en as subscriptions } from "../../messages/groups/subscriptions.ts";

/** Why a delivery is as it is, which the store keeps, in words for the operator; no query is in them. */
export function detailWords(detail: string): string {
  const why = readWhyCode(detail);
  if (why === null) return detail.replaceAll(/\s+/gu, " ");
  if (why.type === "noNews") return subscriptions.previewNoNews;
  if (why.type === "noMatch") return subscriptions.previewNoMatch(why.of);
  return why.type === "unreadable" ? subscriptions.previewUnreadable : detail;
}
