/** Limits of Discord's API, each with the page that says so. */
export const LIMITS = {
  /** https://docs.discord.com/developers/interactions/application-commands#application-command-object */
  commandDescription: 100,
  messageCommandName: 32,
  /** Name and value of a choice or completion; of these there are 25 at most, as many as the core gives. */
  choice: 100,
  /** https://docs.discord.com/developers/components/reference#button-button-structure */
  buttonLabel: 80,
  /** https://docs.discord.com/developers/components/reference#action-row */
  buttonsInRow: 5,
  /** https://docs.discord.com/developers/components/reference#label-label-structure */
  fieldLabel: 45,
  /** https://docs.discord.com/developers/components/reference#text-input */
  fieldValue: 4_000,
  /** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-modal */
  fieldsInModal: 5,
  modalTitle: 45,
  /** Milliseconds: https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-callback */
  firstResponse: 3_000,
} as const;
