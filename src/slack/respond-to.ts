import { RespondError, type RespondFn } from "@slack/bolt";

/**
 * Sends messages to a response_url, as Bolt does for what it received it with.
 *
 * @throws {RespondError} where Slack does not take one.
 */
export function respondTo(url: string): RespondFn {
  return async (message) => {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(typeof message === "string" ? { text: message } : message),
    });
    if (!response.ok) throw new RespondError(`Slack answered ${response.status}`, response.status);
    return response;
  };
}
