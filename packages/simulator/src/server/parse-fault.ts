import { operations } from "../operations/index.js";
import type { OperationName } from "../operations/operation.js";
import type { Fault, FaultEffect } from "../faults/fault.js";
import type { Latency } from "../faults/latency.js";

/**
 * Reads a fault as it stands on the command line: parts joined by commas.
 *
 * - what goes wrong: `latency=50`, `latency=10-200`, `latency=normal:80:20`, `latency=lognormal:40:400`
 *   (median and 99th percentile), `error=429`, `error=500`, `error=oidc`, `drop=before`, `drop=after`, `body=truncated`,
 *   `body=malformed`
 * - and when: `rate=0.1`, `count=3`, `after=10`, `operation=ListUsers` (several joined by `+`),
 *   `retry-after=2`
 */
export const parseFault = (text: string): Fault => {
  const parts = new Map(
    text.split(",").map((part) => {
      const [name = "", value = ""] = part.split("=").map((each) => each.trim());
      return [name, value] as const;
    }),
  );
  const take = (name: string): string | undefined => {
    const value = parts.get(name);
    parts.delete(name);
    return value;
  };
  const effect = parseEffect(take);
  const number = (name: string): number | undefined => {
    const value = take(name);
    return value === undefined ? undefined : parseNumber(name, value);
  };
  const [rate, count, after] = [number("rate"), number("count"), number("after")];
  const named = take("operation")?.split("+");
  for (const name of named ?? [])
    if (!Object.hasOwn(operations, name)) throw new Error(`There is no operation '${name}'.`);

  const [unknown] = parts.keys();
  if (unknown !== undefined) throw new Error(`'${unknown}' is no part of a fault.`);
  if (rate !== undefined && rate > 1) throw new Error("'rate' must be from 0 to 1.");
  return {
    ...effect,
    ...(rate !== undefined && { rate }),
    ...(count !== undefined && { count }),
    ...(after !== undefined && { after }),
    ...(named && { operations: named as OperationName[] }),
  };
};

const parseEffect = (take: (name: string) => string | undefined): FaultEffect => {
  const [latency, error, drop, body] = ["latency", "error", "drop", "body"].map(take);
  if (latency !== undefined) return { latency: parseLatency(latency) };
  if (error === "429") {
    const retryAfter = take("retry-after");
    return {
      error: "RateLimitError",
      ...(retryAfter !== undefined && { retryAfter: parseNumber("retry-after", retryAfter) }),
    };
  }
  if (error === "500") return { error: "InternalServerError" };
  if (error === "oidc") return { error: "OidcConnectionTest" };
  if (drop === "before" || drop === "after") return { drop };
  if (body === "truncated" || body === "malformed") return { body };
  throw new Error(
    "A fault needs one of latency=…, error=429, error=500, error=oidc, drop=before, drop=after, body=truncated, body=malformed.",
  );
};

const parseLatency = (text: string): Latency => {
  const [kind = "", first = "", second = ""] = text.split(":");
  const pair = () => [parseNumber("latency", first), parseNumber("latency", second)] as const;
  if (kind === "normal") {
    const [mean, deviation] = pair();
    return { mean, deviation };
  }
  if (kind === "lognormal") {
    const [median, p99] = pair();
    return { median, p99 };
  }
  const [min = "", max] = text.split("-");
  if (max === undefined) return parseNumber("latency", min);
  return { min: parseNumber("latency", min), max: parseNumber("latency", max) };
};

const parseNumber = (name: string, text: string): number => {
  const value = Number(text);
  if (text === "" || !Number.isFinite(value) || value < 0)
    throw new Error(`'${name}' needs a number, not '${text}'.`);
  return value;
};
