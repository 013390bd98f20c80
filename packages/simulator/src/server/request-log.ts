import type { ServerRequest, ServerResponse } from "@wickr-admin/runtime/server";
import { redactInput, redactOutput, redactUrl } from "./redact.js";

/** How much the log says: a line for each request, or also what was sent and answered. */
export type LogLevel = "requests" | "bodies";

/** One request and its answer. */
interface LogEntry {
  readonly request: ServerRequest;
  readonly response: ServerResponse;
  readonly operation: string | undefined;
  /** How long it took, in milliseconds. */
  readonly duration: number;
}

/** A line for people to read, secrets and names blanked out. Headers are left out altogether. */
export const describeRequest = (
  { request, response, operation, duration }: LogEntry,
  level: LogLevel,
): string => {
  const { status } = response;
  const line = [
    new Date().toISOString(),
    status === 0 ? "---" : status,
    request.method.padEnd(6),
    redactUrl(operation, request.url),
    operation ?? "-",
    `${duration.toFixed(1)}ms`,
    status >= 400 ? response.headers["x-amzn-errortype"] : "",
  ];
  const text = line.filter((part) => part !== "").join(" ");
  if (level === "requests") return text;
  return [
    text,
    ...describeBody(">", request.body, (json) => redactInput(operation ?? "", json)),
    ...describeBody("<", response.body, (json) =>
      status >= 400 ? json : redactOutput(operation ?? "", json),
    ),
  ].join("\n");
};

const describeBody = (
  mark: string,
  body: ServerResponse["body"],
  redact: (json: unknown) => unknown,
): string[] => {
  const text =
    typeof body === "string"
      ? body
      : body instanceof Uint8Array
        ? new TextDecoder().decode(body)
        : "";
  if (text === "") return [];
  try {
    return [`  ${mark} ${JSON.stringify(redact(JSON.parse(text)))}`];
  } catch {
    return [`  ${mark} (${text.length} characters that are no JSON)`];
  }
};
