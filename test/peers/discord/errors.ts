import { RESTJSONErrorCodes } from "discord-api-types/v10";

/** Where in a body a mistake is: object keys and array indices, from the root. */
export type FieldPath = readonly (string | number)[];

/**
 * One mistake in a request body, with the code and the words Discord uses for it. The API has no public list
 * of these codes: those of buttons, of a select's bounds, of context menu fields and of a total of components
 * are worded here after its habits, so tests of the bot should look at the place and not at their words.
 */
export interface FieldError {
  path: FieldPath;
  code: string;
  message: string;
}

/**
 * An answer of the API that is not a success. The body is Discord's:
 * https://discord.com/developers/docs/reference#error-messages
 */
export class Refusal extends Error {
  readonly status: number;
  readonly code: number;
  readonly fields: readonly FieldError[];

  constructor(status: number, code: number, message: string, fields: readonly FieldError[] = []) {
    super(message);
    this.name = "Refusal";
    this.status = status;
    this.code = code;
    this.fields = fields;
  }

  /** What goes over the wire: `errors` is a tree whose leaves are `_errors` lists. */
  toJSON(): { message: string; code: number; errors?: ErrorTree } {
    const base = { message: this.message, code: this.code };
    return this.fields.length === 0 ? base : { ...base, errors: errorTree(this.fields) };
  }
}

/** Discord's nested error object; array positions are keys ("0", "1"). */
export interface ErrorTree {
  [key: string]: ErrorTree | { code: string; message: string }[];
}

function errorTree(fields: readonly FieldError[]): ErrorTree {
  const root: ErrorTree = {};
  for (const field of fields) {
    let node = root;
    for (const step of field.path) {
      const next = node[String(step)];
      if (next !== undefined && !Array.isArray(next)) {
        node = next;
        continue;
      }
      const made: ErrorTree = {};
      node[String(step)] = made;
      node = made;
    }
    const leaf = Array.isArray(node["_errors"]) ? node["_errors"] : [];
    node["_errors"] = [...leaf, { code: field.code, message: field.message }];
  }
  return root;
}

/** `components[0].custom_id[CODE]: words`, the way discord.js prints it. */
export function describeField(field: FieldError): string {
  const where = field.path
    .map((step, at) => (typeof step === "number" ? `[${step}]` : `${at === 0 ? "" : "."}${step}`))
    .join("");
  return `${where}[${field.code}]: ${field.message}`;
}

/**
 * The refusals the peer can give, with status and words as the API sends them. Codes:
 * https://discord.com/developers/docs/topics/opcodes-and-status-codes#json-json-error-codes
 */
export const refusals = {
  unauthorized: () => new Refusal(401, 0, "401: Unauthorized"),
  noRoute: () => new Refusal(404, 0, "404: Not Found"),
  unknownChannel: () => new Refusal(404, RESTJSONErrorCodes.UnknownChannel, "Unknown Channel"),
  unknownGuild: () => new Refusal(404, RESTJSONErrorCodes.UnknownGuild, "Unknown Guild"),
  unknownMessage: () => new Refusal(404, RESTJSONErrorCodes.UnknownMessage, "Unknown Message"),
  unknownUser: () => new Refusal(404, RESTJSONErrorCodes.UnknownUser, "Unknown User"),
  unknownWebhook: () => new Refusal(404, RESTJSONErrorCodes.UnknownWebhook, "Unknown Webhook"),
  unknownInteraction: () => new Refusal(404, RESTJSONErrorCodes.UnknownInteraction, "Unknown interaction"),
  missingAccess: () => new Refusal(403, RESTJSONErrorCodes.MissingAccess, "Missing Access"),
  missingPermissions: () => new Refusal(403, RESTJSONErrorCodes.MissingPermissions, "Missing Permissions"),
  cannotMessageUser: () =>
    new Refusal(403, RESTJSONErrorCodes.CannotSendMessagesToThisUser, "Cannot send messages to this user"),
  notAuthor: () =>
    new Refusal(
      403,
      RESTJSONErrorCodes.CannotEditMessageAuthoredByAnotherUser,
      "Cannot edit a message authored by another user",
    ),
  emptyMessage: () =>
    new Refusal(400, RESTJSONErrorCodes.CannotSendAnEmptyMessage, "Cannot send an empty message"),
  invalidWebhookToken: () =>
    new Refusal(401, RESTJSONErrorCodes.InvalidWebhookToken, "Invalid Webhook Token"),
  alreadyAcknowledged: () =>
    new Refusal(
      400,
      RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged,
      "Interaction has already been acknowledged.",
    ),
  invalidForm: (fields: readonly FieldError[]) =>
    new Refusal(400, RESTJSONErrorCodes.InvalidFormBodyOrContentType, "Invalid Form Body", fields),
};
