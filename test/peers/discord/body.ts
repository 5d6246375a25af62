import type { IncomingMessage } from "node:http";
import { isJson, parseJson } from "./json.ts";

/**
 * Reads a request's body. JSON as it is; of multipart/form-data the `payload_json` part with the other
 * parts' names and sizes added as `files`: https://discord.com/developers/docs/reference#uploading-files
 */
export async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  if (bytes.length === 0) return undefined;
  const type = request.headers["content-type"] ?? "";
  if (!type.startsWith("multipart/form-data")) return parseJson(bytes.toString("utf8"));
  const form = await new Response(bytes, { headers: { "content-type": type } }).formData();
  const payload = form.get("payload_json");
  const json = typeof payload === "string" ? parseJson(payload) : {};
  const files = [...form.values()]
    .filter((value): value is File => typeof value !== "string")
    .map((file) => ({ name: file.name, size: file.size }));
  return isJson(json) ? { ...json, files } : json;
}
