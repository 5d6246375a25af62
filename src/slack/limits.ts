/** Limits of Slack's API, each with the page that says so. */
export const LIMITS = {
  /** https://docs.slack.dev/reference/block-kit/block-elements/button-element */
  buttonText: 75,
  /** https://docs.slack.dev/reference/block-kit/blocks/actions-block */
  buttonsInRow: 25,
  /** https://docs.slack.dev/reference/app-manifest#features */
  shortcutName: 24,
  shortcutDescription: 150,
  /** Title and buttons of a window: https://docs.slack.dev/reference/views/modal-views */
  windowText: 24,
  /** https://docs.slack.dev/reference/block-kit/blocks/input-block */
  fieldLabel: 2_000,
  /** https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element */
  fieldValue: 3_000,
  /** Characters of the text that stands in for the blocks in notifications: one line is all that is shown there. */
  fallback: 150,
  /** Milliseconds: https://docs.slack.dev/interactivity/implementing-slash-commands#responding_to_commands */
  firstResponse: 3_000,
} as const;

/** What the bot may do, and why; the manifest asks for these. */
export const SCOPES = {
  /** To be asked at all. */
  commands: "answers /korea and commands on messages",
  /** To answer in the person's language, to say who shares something, and to know who may manage subscriptions. */
  "users:read": "answers in the language of whoever asks, names who shares, and tells who is an admin",
  /** To post without having been asked: https://docs.slack.dev/reference/methods/chat.postMessage */
  "chat:write": "posts the daily digest",
  /** To look before posting again: https://docs.slack.dev/reference/methods/conversations.history */
  "channels:history": "finds out in a public channel whether a digest arrived",
  "groups:history": "finds out in a private channel whether a digest arrived",
  /** To tell one person something: https://docs.slack.dev/reference/methods/conversations.open */
  "im:write": "tells whoever made a subscription when it had to be paused",
} as const;
