import type { Tenant } from "../../core/tenant.ts";
import type { Messages } from "../messages.ts";

/** Subscribing channels, and what becomes of their digests. */
export interface SubscriptionMessages {
  /** The person may not decide what channels of this tenant get, and who may. */
  mayNot(tenant: Tenant): string;
}

/** English sentences. */
const en: SubscriptionMessages = {
  mayNot: (tenant) =>
    tenant.startsWith("slack:")
      ? "Only admins of this workspace, and people whom the operator of Korea Desk has allowed, can change subscriptions. Ask one of them."
      : "Only people with the permission Manage Server can change subscriptions. Ask one of them.",
};

/** Korean sentences. */
const ko: SubscriptionMessages = {
  mayNot: (tenant) =>
    tenant.startsWith("slack:")
      ? "구독은 워크스페이스 관리자와 코리아 데스크 운영자가 허용한 사람만 바꿀 수 있습니다. 관리자에게 요청해 주세요."
      : "구독은 ‘서버 관리하기’ 권한이 있는 사람만 바꿀 수 있습니다. 권한이 있는 분에게 요청해 주세요.",
};

/** The sentences in the language of these messages. */
export function subscriptionMessages({ language }: Pick<Messages, "language">): SubscriptionMessages {
  return language === "ko" ? ko : en;
}
