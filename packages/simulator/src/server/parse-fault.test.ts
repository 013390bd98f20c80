import { expect, it } from "vitest";
import { parseFault } from "./parse-fault.js";

it.each([
  ["latency=50", { latency: 50 }],
  ["latency=10-200,rate=0.5", { latency: { min: 10, max: 200 }, rate: 0.5 }],
  ["latency=normal:80:20", { latency: { mean: 80, deviation: 20 } }],
  ["latency=lognormal:40:400", { latency: { median: 40, p99: 400 } }],
  ["error=429", { error: "RateLimitError" }],
  ["error=429,retry-after=2,count=3", { error: "RateLimitError", retryAfter: 2, count: 3 }],
  [
    "error=500,operation=ListUsers+GetUser",
    { error: "InternalServerError", operations: ["ListUsers", "GetUser"] },
  ],
  ["drop=after,after=10", { drop: "after", after: 10 }],
  ["body=truncated", { body: "truncated" }],
])("reads %s", (text, fault) => {
  expect(parseFault(text)).toEqual(fault);
});

it.each([
  "",
  "rate=1",
  "latency=fast",
  "latency=1-x",
  "error=429,rate=2",
  "error=500,retry-after=1",
  "drop=sometimes",
  "body=none",
  "drop=before,count=-1",
])("refuses '%s'", (text) => {
  expect(() => parseFault(text)).toThrow();
});
