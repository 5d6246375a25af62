/** What people read and press on the way of a subscription, by language. */
export const WORDS = {
  en: {
    mayNot: {
      discord: "Only people with the permission Manage Server can change subscriptions. Ask one of them.",
      slack:
        "Only admins of this workspace, and people whom the operator of Korea Desk has allowed, can change subscriptions. Ask one of them.",
    },
    subscribed: "This channel is subscribed",
    trouble: {
      discord:
        "Korea Desk may not write in this channel, so no digest can come. Allow it to send messages (in a thread: to send messages in threads) under Edit Channel → Permissions.",
      slack: "Korea Desk is not in this channel, so no digest can come. Invite it with /invite @Korea Desk.",
    },
    pausedForbidden: {
      discord:
        "Paused because Korea Desk may not post in the channel. Allow it to see the channel and to send messages there. Press Resume to start it again.",
      slack:
        "Paused because Korea Desk may not post in the channel. Invite it there with /invite @Korea Desk. Press Resume to start it again.",
    },
    subject: "New documents for “Beijing meeting”",
    first: "First: Monday, 1 June 2026, 09:00",
    preview: "Preview",
    previewed:
      "Preview: what would be posted if the digest came now. Only you see it, and nothing counts as sent.",
    digest: "Digest for 1 June 2026",
    matches: "1 of 2 new documents matches “Beijing meeting”",
    all: "All subscriptions",
    last: "Last: 1 June 2026, arrived with 1 of 2 new documents.",
    pause: "Pause 1",
    paused: "The subscription is paused. What was not sent yet is not sent.",
    edit: "Edit 1",
    days: "every day",
    no: "no",
    again: "Edit again",
    changed: "The subscription was changed",
    everything: "Everything new",
    resume: "Resume 1",
    resumed: "The subscription goes on.",
    third: "Digest for 3 June 2026",
    remove: "Remove 1",
    askRemove: "Remove this subscription? The record of its digests goes with it.",
    yesRemove: "Yes, remove it",
    removed: "The subscription was removed.",
    removeAll: "Remove all of this channel",
    askRemoveAll: "Remove all 2 subscriptions of this channel? The record of their digests goes with them.",
    yesRemoveAll: "Yes, remove all 2",
    wereRemoved: "2 subscriptions were removed.",
    empty: "This channel has no subscription.",
    pausedRemoved: {
      discord:
        "Paused because Korea Desk was removed from this server. Ask somebody with the permission Manage Server to start it again.",
      slack:
        "Paused because Korea Desk was removed from this workspace. Ask an admin of this workspace to start it again.",
    },
    pausedByRemoval: "Korea Desk had been removed from here, which paused 2 subscriptions.",
    resumeRemoved: "Resume all that the removal paused",
    wereResumed: "2 subscriptions go on.",
    toSearch: "Subscribe this channel to this search",
    expired: "This choice is no longer kept (choices last 90 days). Search again.",
  },
  ko: {
    mayNot: {
      discord:
        "구독은 ‘서버 관리하기’ 권한이 있는 사람만 바꿀 수 있습니다. 권한이 있는 분에게 요청해 주세요.",
      slack:
        "구독은 워크스페이스 관리자와 코리아 데스크 운영자가 허용한 사람만 바꿀 수 있습니다. 관리자에게 요청해 주세요.",
    },
    subscribed: "이 채널에서 구독을 시작했습니다",
    trouble: {
      discord:
        "코리아 데스크가 이 채널에 글을 쓸 수 없어 소식을 보내지 못합니다. 채널 편집 → 권한에서 코리아 데스크(Korea Desk)에 ‘메시지 보내기’(스레드에서는 ‘스레드에서 메시지 보내기’)를 허용해 주세요.",
      slack:
        "코리아 데스크가 이 채널에 없어 소식을 보내지 못합니다. /invite @Korea Desk를 입력해 초대해 주세요.",
    },
    pausedForbidden: {
      discord:
        "일시 중지: 코리아 데스크가 이 채널에 글을 쓸 수 없습니다. 코리아 데스크에 ‘채널 보기’와 ‘메시지 보내기’를 허용해 주세요. ‘다시 시작’을 누르면 소식이 다시 옵니다.",
      slack:
        "일시 중지: 코리아 데스크가 이 채널에 글을 쓸 수 없습니다. 채널에서 /invite @Korea Desk 명령으로 초대해 주세요. ‘다시 시작’을 누르면 소식이 다시 옵니다.",
    },
    subject: "‘Beijing meeting’ 검색에 맞는 새 문서",
    first: "첫 소식: 2026년 6월 1일 월요일 09:00",
    preview: "미리 보기",
    previewed:
      "미리 보기: 지금 소식을 보낸다면 이렇게 게시됩니다. 본인에게만 보이며, 보낸 것으로 치지 않습니다.",
    digest: "2026년 6월 1일 소식",
    matches: "새 문서 2건 가운데 ‘Beijing meeting’ 검색에 맞는 문서 1건",
    all: "구독 모두 보기",
    last: "지난 소식: 2026년 6월 1일: 도착했습니다. 새 문서 2건 가운데 1건이 맞았습니다.",
    pause: "1번 일시 중지",
    paused: "구독을 일시 중지했습니다. 아직 보내지 않은 소식은 보내지 않습니다.",
    edit: "1번 수정",
    days: "매일",
    no: "아니요",
    again: "다시 수정",
    changed: "구독을 수정했습니다",
    everything: "새 문서 전부",
    resume: "1번 다시 시작",
    resumed: "구독을 다시 시작했습니다.",
    third: "2026년 6월 3일 소식",
    remove: "1번 삭제",
    askRemove: "이 구독을 삭제할까요? 보낸 소식의 기록도 함께 지워집니다.",
    yesRemove: "예, 삭제합니다",
    removed: "구독을 삭제했습니다.",
    removeAll: "이 채널의 구독 모두 삭제",
    askRemoveAll: "이 채널의 구독 2건을 모두 삭제할까요? 보낸 소식의 기록도 함께 지워집니다.",
    yesRemoveAll: "예, 2건을 모두 삭제합니다",
    wereRemoved: "구독 2건을 삭제했습니다.",
    empty: "이 채널에는 구독이 없습니다.",
    pausedRemoved: {
      discord:
        "일시 중지: 코리아 데스크가 이 서버에서 제거되어 중지되었습니다. 다시 시작하려면 ‘서버 관리하기’ 권한이 있는 분에게 요청해 주세요.",
      slack:
        "일시 중지: 코리아 데스크가 이 워크스페이스에서 제거되어 중지되었습니다. 다시 시작하려면 워크스페이스 관리자에게 요청해 주세요.",
    },
    pausedByRemoval: "코리아 데스크가 이곳에서 제거된 적이 있어 구독 2건이 일시 중지되어 있습니다.",
    resumeRemoved: "제거로 중지된 구독 모두 다시 시작",
    wereResumed: "구독 2건을 다시 시작했습니다.",
    toSearch: "이 검색을 채널에서 구독",
    expired: "보관 기간(90일)이 지난 선택입니다. 다시 검색해 주세요.",
  },
} as const;
